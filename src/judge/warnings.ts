import type { Verdict } from './verdict.ts';
import type { Findings } from './verdict-from.ts';
import type { Warning } from './warning.ts';

/** What will hurt later, although the request passed. */
export function warningsOn(_findings: Findings, verdict: Verdict): Warning[] {
  if (verdict.outcome !== 'allowed') return [];
  return [];
}
