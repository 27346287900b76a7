import type { Prediction } from '../cors/prediction.ts';
import type { Evidence } from './evidence.ts';
import type { Reading } from './hypothesis.ts';
import type { ObservedEnd } from './observed-end.ts';
import type { Assumption, Outcome } from './verdict.ts';

interface Read {
  readonly end: ObservedEnd;
  readonly evidence: Evidence;
  /** All that were open before the end was looked at. */
  readonly readings: readonly Reading[];
  readonly survivors: readonly Reading[];
  readonly reading: Reading;
}

/** Whether credentials were included; null where both readings fit. */
export function credentialedIn({ survivors, reading }: Pick<Read, 'survivors' | 'reading'>): boolean | null {
  const { credentialed } = reading.hypothesis;
  return survivors.every(({ hypothesis }) => hypothesis.credentialed === credentialed) ? credentialed : null;
}

/**
 * What the verdict takes for granted, and why. Facts that the exchange itself shows are no assumptions, nor is what the
 * verdict does not depend on.
 */
export function assumptionsOf(read: Read, outcome: Outcome, credentialed: boolean | null): Assumption[] {
  const { reading, evidence, end } = read;
  const assumptions: Assumption[] = [];
  if (!evidence.hops.some((hop) => hop.isCrossOrigin) || !restsOnReading[outcome]) return assumptions;
  if (reading.hypothesis.mode === 'cors' && credentialsMatter(read, outcome, credentialed)) {
    assumptions.push(credentialsAssumption(read, credentialed));
  }
  const mode = modeAssumption(read);
  if (mode !== null) assumptions.push(mode);
  if (reading.prediction.hops.some((hop) => hop.preflight === 'cached')) {
    assumptions.push({ fact: 'cached-preflight', value: true, basis: 'no-preflight-seen' });
  }
  const outcomeBasis = basisOfOutcome(end);
  if (outcomeBasis !== null) {
    assumptions.push({ fact: 'outcome', value: outcomeValue(outcome), basis: outcomeBasis });
  }
  return assumptions;
}

/** Whether a verdict of this kind comes from a reading at all: the others come from the browser's own words. */
const restsOnReading: Readonly<Record<Outcome, boolean>> = {
  allowed: true,
  blocked: true,
  opaque: true,
  unknown: true,
  'not-cors': false,
  pending: false,
};

function credentialsMatter(
  { evidence, readings, reading }: Read,
  outcome: Outcome,
  credentialed: boolean | null,
): boolean {
  // Then they only matter to the warning that nobody needed them to be allowed.
  if (evidence.isIndifferentToCredentials) return outcome === 'allowed' && credentialed === false;
  const likeliest = reading.hypothesis;
  const other = readings.find(
    ({ hypothesis }) => hypothesis.mode === likeliest.mode && hypothesis.credentialed !== likeliest.credentialed,
  );
  return other === undefined || !saysTheSame(reading.prediction, other.prediction);
}

function saysTheSame(a: Prediction, b: Prediction): boolean {
  if (a === b) return true;
  if (a.outcome !== b.outcome || a.reason !== b.reason || a.parameter !== b.parameter) return false;
  return namesReadable(a) === namesReadable(b);
}

function namesReadable({ exposure }: Prediction): string {
  return exposure?.readable.join(',') ?? '';
}

/** A header or a kind of resource that leaves no doubt is no assumption. */
function modeAssumption({ evidence: { mode }, reading: { hypothesis }, end }: Read): Assumption | null {
  if (mode.value !== hypothesis.mode) return { fact: 'mode', value: true, basis: basisByEnd(end) };
  const isCertain = mode.basis === 'sec-fetch-mode' || mode.value === 'navigate' || mode.value === 'websocket';
  return isCertain ? null : { fact: 'mode', value: true, basis: mode.basis };
}

function credentialsAssumption({ evidence, end }: Read, value: boolean | null): Assumption {
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
