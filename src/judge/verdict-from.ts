import type { EngineName } from '../cors/engine-name.ts';
import type { NetworkError } from '../cors/network-error.ts';
import type { Prediction } from '../cors/prediction.ts';
import type { Reason } from '../cors/reason.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { assumptionsOf, credentialedIn } from './assumptions.ts';
import { contradictionOf } from './contradiction.ts';
import { pageThatHidesTheAnswer } from './error-page.ts';
import type { Evidence } from './evidence.ts';
import type { Reading } from './hypothesis.ts';
import type { NotCorsCause } from './not-cors-cause.ts';
import type { ObservedEnd } from './observed-end.ts';
import type { Contradiction, Outcome, Verdict } from './verdict.ts';
import { warningsOn } from './warnings.ts';

/** All that a verdict is made of. */
export interface Findings {
  readonly exchange: Exchange;
  readonly observedBy: EngineName;
  readonly end: ObservedEnd;
  readonly evidence: Evidence;
  /** The readings that the evidence left open. */
  readonly readings: readonly Reading[];
  /** The readings that agree with how it ended; none is a contradiction. */
  readonly survivors: readonly Reading[];
  /** The likeliest of them, or of all. */
  readonly reading: Reading;
}

interface Decision {
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  readonly otherReason: Reason | null;
  readonly notCors: NotCorsCause | null;
  readonly contradiction: Contradiction | null;
}

function decided(
  outcome: Outcome,
  { reason = null, otherReason = null, notCors = null, contradiction = null }: Partial<Decision> = {},
): Decision {
  return { outcome, reason, otherReason, notCors, contradiction };
}

export function verdictFrom(findings: Findings): Verdict {
  const { exchange, observedBy, reading } = findings;
  const { prediction } = reading;
  const { outcome, reason, otherReason, notCors, contradiction } = decide(findings);
  const isBlocked = outcome === 'blocked' && reason !== null;
  const credentialed = credentialedIn(findings);
  // Field by field, not by spread: this runs for every row of the panel.
  return {
    engine: observedBy,
    outcome,
    reason,
    otherReason,
    parameter: isBlocked ? prediction.parameter : '',
    stage: isBlocked ? prediction.stage : null,
    hop: prediction.hop,
    mode: reading.hypothesis.mode,
    credentialed,
    preflight: preflightOf(exchange, prediction),
    checks: prediction.checks,
    assumptions: assumptionsOf(findings, outcome, credentialed),
    contradiction,
    notCors,
    warnings: outcome === 'allowed' && contradiction === null ? warningsOn(findings, credentialed) : [],
    exposure: outcome === 'allowed' ? prediction.exposure : null,
  };
}

function decide(findings: Findings): Decision {
  const { end, survivors, reading, exchange } = findings;
  switch (end.kind) {
    case 'pending':
      return decided('pending');
    case 'not-cors':
      return decided('not-cors', { notCors: end.cause });
    case 'passed':
      return survivors.length > 0
        ? decided(passedOutcome(reading.prediction))
        : decided('allowed', { contradiction: contradictionOf(exchange, 'allowed') });
    case 'refused':
      return survivors.length > 0 ? refused(findings) : contradicted(findings);
    case 'untold':
      return untold(findings);
  }
}

function passedOutcome({ outcome }: Prediction): Outcome {
  return outcome === 'opaque' || outcome === 'opaque-redirect' ? 'opaque' : 'allowed';
}

function refused({ survivors, reading, exchange }: Findings): Decision {
  const { prediction } = reading;
  if (prediction.outcome === 'opaque') return decided('opaque');
  if (prediction.networkError !== null) {
    return decided('not-cors', { notCors: causeOf(prediction.networkError) });
  }
  return decided('blocked', {
    reason: prediction.reason,
    otherReason: otherReason(survivors, prediction.reason),
    notCors: pageThatHidesTheAnswer(exchange, prediction),
  });
}

/** By every reading it should have passed, or have been refused elsewhere. A same-origin request has no CORS to fail. */
function contradicted({ exchange, reading, evidence }: Findings): Decision {
  if (!evidence.hops.some((hop) => hop.isCrossOrigin)) {
    return decided('not-cors', { notCors: 'other-network-error' });
  }
  return decided('blocked', {
    reason: reading.prediction.reason,
    contradiction: contradictionOf(exchange, 'blocked'),
  });
}

/** Nobody told how it ended: what the headers say is the verdict, as far as all readings agree. */
function untold(findings: Findings): Decision {
  const { survivors, reading } = findings;
  const readings = survivors.length > 0 ? survivors : [reading];
  const outcomes = new Set(readings.map(({ prediction }) => prediction.outcome));
  if (outcomes.size > 1) {
    return decided('unknown', { otherReason: otherReason(readings, null) });
  }
  switch (reading.prediction.outcome) {
    case 'blocked':
    case 'network-error':
      return refused(findings);
    case 'unknown':
      return decided('unknown');
    case 'allowed':
    case 'opaque':
    case 'opaque-redirect':
      return decided(passedOutcome(reading.prediction));
  }
}

function otherReason(readings: readonly Reading[], reason: Reason | null): Reason | null {
  for (const { prediction } of readings) {
    if (prediction.reason !== null && prediction.reason !== reason) return prediction.reason;
  }
  return null;
}

function preflightOf(exchange: Exchange, prediction: Prediction): Verdict['preflight'] {
  if (exchange.hops.some((hop) => hop.preflight?.response === null)) return 'unanswered';
  if (exchange.hops.some((hop) => hop.preflight !== null)) return 'sent';
  return prediction.hops.some((hop) => hop.preflight === 'cached') ? 'cached' : 'none';
}

function causeOf(networkError: NetworkError): NotCorsCause {
  switch (networkError) {
    case 'unsafe-port':
      return 'unsafe-port';
    case 'connection-refused':
      return 'connection-refused';
    case 'name-not-resolved':
      return 'name-not-resolved';
    case 'connection-closed':
      return 'connection-closed';
    case 'invalid-response':
    case 'content-length-mismatch':
      return 'invalid-response';
    case 'redirect-mode-error':
      return 'redirect-mode-error';
    case 'too-many-redirects':
      return 'too-many-redirects';
    case 'invalid-redirect':
    case 'unsafe-redirect':
    case 'blob-redirect':
    case 'unknown-scheme':
    case 'empty-location':
    case 'several-locations':
    case 'redirect-with-credentials':
      return 'redirect-invalid';
    case 'corp-not-same-origin':
    case 'corp-not-same-site':
      return 'corp';
    case 'invalid-url':
    case 'proxy-authentication':
    case 'refused-scheme':
    case 'unreadable-data-url':
    case 'stream-upload':
    case 'other':
      return 'other-network-error';
  }
}
