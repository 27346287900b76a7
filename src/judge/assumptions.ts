import type { Evidence } from './evidence.ts';
import type { Reading } from './hypothesis.ts';
import type { ObservedEnd } from './observed-end.ts';
import type { Assumption, Outcome } from './verdict.ts';

interface Read {
  readonly end: ObservedEnd;
  readonly evidence: Evidence;
  readonly survivors: readonly Reading[];
  readonly reading: Reading;
}

/** Whether credentials were included; null where both readings fit. */
export function credentialedIn({ survivors, reading }: Read): boolean | null {
  const values = new Set(survivors.map(({ hypothesis }) => hypothesis.credentialed));
  return values.size > 1 ? null : reading.hypothesis.credentialed;
}

/** What the verdict takes for granted, and why. Facts that the exchange itself shows are no assumptions. */
export function assumptionsOf(read: Read, outcome: Outcome): Assumption[] {
  const { reading, evidence, end } = read;
  const assumptions: Assumption[] = [];
  if (!evidence.hops.some((hop) => hop.isCrossOrigin)) return assumptions;
  if (reading.hypothesis.mode === 'cors') assumptions.push(credentialsAssumption(read));
  assumptions.push({
    fact: 'mode',
    value: true,
    basis: evidence.mode.value === reading.hypothesis.mode ? evidence.mode.basis : basisByEnd(end),
  });
  if (reading.prediction.hops.some((hop) => hop.preflight === 'cached')) {
    assumptions.push({ fact: 'cached-preflight', value: true, basis: 'no-preflight-seen' });
  }
  const outcomeBasis = basisOfOutcome(end);
  if (outcomeBasis !== null) {
    assumptions.push({ fact: 'outcome', value: outcomeValue(outcome), basis: outcomeBasis });
  }
  return assumptions;
}

function credentialsAssumption(read: Read): Assumption {
  const { evidence, end } = read;
  const value = credentialedIn(read);
  if (value === null) return { fact: 'credentials', value: null, basis: 'undecided' };
  if (value === evidence.credentialed.value) return { fact: 'credentials', value, basis: evidence.credentialed.basis };
  return { fact: 'credentials', value, basis: basisByEnd(end) };
}

/** What settles a reading that the evidence left open. */
function basisByEnd(end: ObservedEnd): Assumption['basis'] {
  switch (end.kind) {
    case 'passed':
    case 'refused':
      return end.basis;
    case 'pending':
    case 'not-cors':
      return 'default';
    case 'untold':
      // The only thing that can have dropped the other reading is how far the request went.
      return 'outcome';
  }
}

function basisOfOutcome(end: ObservedEnd): Assumption['basis'] | null {
  switch (end.kind) {
    case 'passed':
    case 'refused':
      return end.basis === 'resource-timing' ? 'resource-timing' : null;
    case 'untold':
      return 'default';
    case 'pending':
    case 'not-cors':
      return null;
  }
}

function outcomeValue(outcome: Outcome): boolean | null {
  switch (outcome) {
    case 'allowed':
    case 'opaque':
      return true;
    case 'blocked':
    case 'not-cors':
      return false;
    case 'pending':
    case 'unknown':
      return null;
  }
}
