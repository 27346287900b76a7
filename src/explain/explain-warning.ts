import type { Exchange } from '../exchange/exchange.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Warning } from '../judge/warning.ts';
import type { WarningWords } from './words.ts';

/** What will hurt later although the request passed. */
export function explainWarning(warning: Warning, _exchange: Exchange, _verdict: Verdict): WarningWords {
  return { short: warning.name, text: [warning.name, ' ', { code: warning.parameter }] };
}
