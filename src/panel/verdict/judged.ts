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

/** The verdict of an exchange record. A record never changes, so each is judged once. */
export function judged(exchange: Exchange, engine: EngineName): Judged {
  const before = known[engine].get(exchange);
  if (before) return before;
  const entry = new JudgedOnce(exchange, judge(exchange, engine));
  known[engine].set(exchange, entry);
  return entry;
}

/** Puts the verdict into words when they are first asked for: of a long list only the lines in sight need any. */
class JudgedOnce implements Judged {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  #words: VerdictWords | undefined;

  constructor(exchange: Exchange, verdict: Verdict) {
    this.exchange = exchange;
    this.verdict = verdict;
  }

  get words(): VerdictWords {
    this.#words ??= explainVerdict(this.exchange, this.verdict);
    return this.#words;
  }
}
