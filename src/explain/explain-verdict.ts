import type { Exchange } from '../exchange/exchange.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { VerdictWords } from './words.ts';

/** A verdict in words: what happened to the exchange, why, and what else would go wrong. */
export function explainVerdict(_exchange: Exchange, verdict: Verdict): VerdictWords {
  return {
    short: verdict.reason ?? verdict.outcome,
    headline: [verdict.reason ?? verdict.outcome],
    story: [],
    alsoWrong: [],
    assumed: [],
    contradiction: null,
    browserMessage: { chromium: null, firefox: null, webkit: null },
  };
}
