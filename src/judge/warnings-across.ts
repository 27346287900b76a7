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
  addRepeatedPreflights(exchanges, engines[engine], add);
  addUntoldVariation(exchanges, add);
  return warnings;
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

type Add = (id: string, warning: Warning) => void;

function addRepeatedPreflights(exchanges: readonly Exchange[], engine: Engine, add: Add): void {
  const asked = new Map<string, number>();
  for (const exchange of exchanges) {
    for (const { url, preflight } of exchange.hops) {
      if (preflight?.response === null || preflight === null) continue;
      if (!hasPassed(preflight) || isKept(preflight, engine)) continue;
      const key = questionOf(url, preflight);
      const times = (asked.get(key) ?? 0) + 1;
      asked.set(key, times);
      if (times > 1) add(exchange.id, { name: 'preflight-repeated', parameter: String(times) });
    }
  }
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

interface Answer {
  readonly id: string;
  readonly allowed: string | null;
  /** Whether it says that it varies. */
  readonly told: boolean;
}

function addUntoldVariation(exchanges: readonly Exchange[], add: Add): void {
  const answers = new Map<string, Answer[]>();
  for (const exchange of exchanges) {
    const hop = lastHop(exchange);
    if (hop === undefined || hop.response === null) continue;
    const headers = new HeaderList(hop.response.headers);
    addTo(answers, withoutFragment(hop.url), {
      id: exchange.id,
      allowed: headers.get('access-control-allow-origin'),
      told: variesByOrigin(headers),
    });
  }
  for (const group of answers.values()) {
    if (new Set(group.map(({ allowed }) => allowed)).size < 2) continue;
    for (const { id, allowed, told } of group) {
      if (allowed !== null && allowed !== '*' && !told) add(id, { name: 'missing-vary-origin', parameter: '' });
    }
  }
}
