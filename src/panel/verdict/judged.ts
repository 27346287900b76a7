import type { EngineName } from '../../cors/engine-name.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { verdictShort } from '../../explain/short/verdict-short.ts';
import { judge } from '../../judge/judge.ts';
import type { Verdict } from '../../judge/verdict.ts';

/** An exchange with what an engine decides about it, and that in few words. */
export interface Judged {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  readonly short: string;
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
  const entry = inWords(exchange, judge(exchange, engine));
  known[engine].set(exchange, entry);
  return entry;
}

/** A verdict, put into words when they are first asked for: of a long list only the lines in sight need any. */
export function inWords(exchange: Exchange, verdict: Verdict): Judged {
  return new JudgedOnce(exchange, verdict);
}

class JudgedOnce implements Judged {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  #short: string | undefined;

  constructor(exchange: Exchange, verdict: Verdict) {
    this.exchange = exchange;
    this.verdict = verdict;
  }

  get short(): string {
    this.#short ??= verdictShort(this.exchange, this.verdict);
    return this.#short;
  }
}
