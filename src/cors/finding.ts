import type { Check } from './check.ts';
import type { Reason } from './reason.ts';

/** What one check found, before the walk gives it its place (stage, hop) and its rank (first failure or later). */
export type Finding = Omit<Check, 'stage' | 'hop' | 'status'>;

/** What a check looked at, and what it wanted to find there. */
export type Evidence = Pick<Finding, 'name' | 'header' | 'value' | 'expected' | 'anchor'>;

export function pass(evidence: Evidence): Finding {
  return finding(evidence, null, '');
}

/** `parameter` is what the browser names as at fault: a value, a method, a header; empty where it names nothing. */
export function fail(evidence: Evidence, reason: Reason, parameter = ''): Finding {
  return finding(evidence, reason, parameter);
}

// Field by field, not by spread: this runs a dozen times for each exchange, and one shape for all keeps it quick.
function finding(
  { name, header, value, expected, anchor }: Evidence,
  reason: Reason | null,
  parameter: string,
): Finding {
  return { name, header, value, expected, anchor, reason, parameter };
}
