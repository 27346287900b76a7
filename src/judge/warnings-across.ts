import type { Engine } from '../cors/engine.ts';
import type { EngineName } from '../cors/engine-name.ts';
import { engines } from '../cors/engines.ts';
import { HeaderList } from '../cors/header-list.ts';
import { maxAge } from '../cors/preflight-cache.ts';
import type { Exchange, ObservedPreflight } from '../exchange/exchange.ts';
import { withoutFragment } from '../exchange/without-fragment.ts';
import { lastHop } from './observed-end.ts';
import { variesByOrigin } from './varies-by-origin.ts';
import type { Warning } from './warning.ts';

/** A preflight's answer that is kept for no longer than this might as well not be kept, in seconds. */
const hardlyKept = 5;

/**
 * The warnings that only several exchanges show together: a preflight that asks what has been answered already, and an
 * allowed origin that changes although the answer does not say so.
 *
 * @param exchanges of one log, in the order in which they started
 * @param engine the one that made them: for how long it keeps a preflight's answer
 * @returns by the exchange's id; exchanges without such a warning are missing
 */
export function warningsAcross(
  exchanges: readonly Exchange[],
  engine: EngineName,
): ReadonlyMap<string, readonly Warning[]> {
  const warnings = new Map<string, Warning[]>();
  const add = (id: string, warning: Warning) => addTo(warnings, id, warning);
  const marks = exchanges.map((exchange) => marksOf(exchange, engine));
  addRepeatedPreflights(marks, add);
  addUntoldVariation(marks, add);
  return warnings;
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** What of an exchange is compared with others. */
interface Marks {
  readonly id: string;
  /** What preflights asked whose answers were hardly kept. */
  readonly questions: readonly string[];
  /** Null where none came. */
  readonly answer: Answer | null;
}

interface Answer {
  readonly url: string;
  readonly allowed: string | null;
  /** Whether it says that it varies. */
  readonly told: boolean;
}

/** An exchange never changes, and a list that grows is looked at again and again. */
const known: Readonly<Record<EngineName, WeakMap<Exchange, Marks>>> = {
  chromium: new WeakMap(),
  firefox: new WeakMap(),
  webkit: new WeakMap(),
};

function marksOf(exchange: Exchange, engine: EngineName): Marks {
  const before = known[engine].get(exchange);
  if (before !== undefined) return before;
  const marks = { id: exchange.id, questions: questionsOf(exchange, engines[engine]), answer: answerOf(exchange) };
  known[engine].set(exchange, marks);
  return marks;
}

function questionsOf({ hops }: Exchange, engine: Engine): string[] {
  return hops.flatMap(({ url, preflight }) =>
    preflight !== null && hasPassed(preflight) && !isKept(preflight, engine) ? [questionOf(url, preflight)] : [],
  );
}

function hasPassed({ response }: ObservedPreflight): boolean {
  return response !== null && response.status >= 200 && response.status <= 299;
}

function isKept({ response }: ObservedPreflight, engine: Engine): boolean {
  return maxAge(new HeaderList(response?.headers ?? []), engine) > hardlyKept;
}

function questionOf(url: string, { requestHeaders }: ObservedPreflight): string {
  const headers = new HeaderList(requestHeaders);
  const asked = ['origin', 'access-control-request-method', 'access-control-request-headers'];
  return [withoutFragment(url), ...asked.map((name) => headers.get(name) ?? '')].join('\n');
}

function answerOf(exchange: Exchange): Answer | null {
  const hop = lastHop(exchange);
  if (hop === undefined || hop.response === null) return null;
  const headers = new HeaderList(hop.response.headers);
  return {
    url: withoutFragment(hop.url),
    allowed: headers.get('access-control-allow-origin'),
    told: variesByOrigin(headers),
  };
}

type Add = (id: string, warning: Warning) => void;

function addRepeatedPreflights(exchanges: readonly Marks[], add: Add): void {
  const asked = new Map<string, number>();
  for (const { id, questions } of exchanges) {
    for (const question of questions) {
      const times = (asked.get(question) ?? 0) + 1;
      asked.set(question, times);
      if (times > 1) add(id, { name: 'preflight-repeated', parameter: String(times) });
    }
  }
}

function addUntoldVariation(exchanges: readonly Marks[], add: Add): void {
  const byUrl = new Map<string, (Answer & { readonly id: string })[]>();
  for (const { id, answer } of exchanges) if (answer !== null) addTo(byUrl, answer.url, { ...answer, id });
  for (const group of byUrl.values()) {
    if (new Set(group.map(({ allowed }) => allowed)).size < 2) continue;
    for (const { id, allowed, told } of group) {
      if (allowed !== null && allowed !== '*' && !told) add(id, { name: 'missing-vary-origin', parameter: '' });
    }
  }
}
