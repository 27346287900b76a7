import type { Check } from './check.ts';
import type { Reason } from './reason.ts';

/** What one check found, before the walk gives it its place (stage, hop) and its rank (first failure or later). */
export type Finding = Omit<Check, 'stage' | 'hop' | 'status'>;

/** What a check looked at, and what it wanted to find there. */
export type Evidence = Pick<Finding, 'name' | 'header' | 'value' | 'expected' | 'anchor'>;

export function pass(evidence: Evidence): Finding {
  return { ...evidence, reason: null, parameter: '' };
}

/** `parameter` is what the browser names as at fault: a value, a method, a header; empty where it names nothing. */
export function fail(evidence: Evidence, reason: Reason, parameter = ''): Finding {
  return { ...evidence, reason, parameter };
}
