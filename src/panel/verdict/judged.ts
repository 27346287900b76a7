import type { EngineName } from '../../cors/engine-name.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { explainVerdict } from '../../explain/explain-verdict.ts';
import type { VerdictWords } from '../../explain/words.ts';
import { judge } from '../../judge/judge.ts';
import type { Verdict } from '../../judge/verdict.ts';

/** An exchange with what an engine decides about it, and that in words. */
export interface Judged {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  readonly words: VerdictWords;
}

const known: Readonly<Record<EngineName, WeakMap<Exchange, Judged>>> = {
  chromium: new WeakMap(),
  firefox: new WeakMap(),
  webkit: new WeakMap(),
};

/** The verdict of an exchange record. A record never changes, so each is judged and put into words once. */
export function judged(exchange: Exchange, engine: EngineName): Judged {
  const before = known[engine].get(exchange);
  if (before) return before;
  const verdict = judge(exchange, engine);
  const entry: Judged = { exchange, verdict, words: explainVerdict(exchange, verdict) };
  known[engine].set(exchange, entry);
  return entry;
}
