import { originOf, parseUrl } from '../cors/origin.ts';
import type { Ending, Exchange, Hop, Initiator, ObservedPreflight } from './exchange.ts';
import { firstValue } from './first-value.ts';
import type { HarEntry } from './har-entry.ts';
import { ownExchanges } from './har-own-exchanges.ts';
import { preflightMethod } from './har-preflight.ts';
import { type HarHop, type HarRequest, requestsOf } from './har-requests.ts';
import { responseOf } from './har-response.ts';

/**
 * Folds the entries of an archive into the record that live traffic makes. Nothing is invented: what the writer was not
 * told stays unknown, and the judge says so.
 *
 * @param pages the address of each page of the archive, by its id, where the archive tells it
 */
export function exchangesFromHar(
  entries: readonly HarEntry[],
  pages: ReadonlyMap<string, string> = new Map(),
): Exchange[] {
  const own = ownExchanges(entries);
  const ids = freeIds(own);
  const others = entries.filter((entry) => entry.own === null);
  const requests = requestsOf(others).map((request) => exchangeOf(request, ids.next().value, pages));
  return [...own, ...requests].sort((a, b) => a.startedAt - b.startedAt);
}

/** Numbers for the exchanges that have none of their own: one of ours may have been imported once before. */
function* freeIds(taken: readonly Exchange[]): Generator<string, never> {
  const known = new Set(taken.map(({ id }) => id));
  for (let index = 1; ; index++) {
    const id = `har-${index}`;
    if (!known.has(id)) yield id;
  }
}

function exchangeOf(request: HarRequest, id: string, pages: ReadonlyMap<string, string>): Exchange {
  const [first] = request.hops;
  const entries = request.hops.flatMap(({ entry, preflight }) => [entry, preflight]).filter((entry) => entry !== null);
  const leading = first?.entry ?? first?.preflight;
  const ending = endingOf(request);
  return {
    id,
    tabId: -1,
    frameId: 0,
    type: leading?.type ?? 'other',
    initiator: initiatorOf(first, pages),
    startedAt: leading?.startedAt ?? 0,
    hops: request.hops.map(hopOf),
    ending,
    page: 0,
    sources: ['har'],
    stack: entries.find(({ stack }) => stack.length > 0)?.stack ?? [],
    networkError: ending.kind === 'failed' ? ending.error : null,
    timingStatus: null,
  };
}

function hopOf({ entry, preflight }: HarHop): Hop {
  const seen = preflight === null ? null : preflightOf(preflight);
  if (entry === null) return unsentHop(preflight, seen);
  const wentOut = entry.status > 0 || (entry.hasSentHeaders && seen === null);
  return {
    url: entry.url,
    method: entry.method,
    startedAt: entry.startedAt,
    preflight: seen,
    requestHeaders: entry.hasSentHeaders ? entry.requestHeaders : null,
    sentAt: wentOut ? Math.max(entry.startedAt, preflight?.endedAt ?? 0) : null,
    response: responseOf(entry),
    redirectedTo: entry.redirectedTo,
  };
}

/** The request that a preflight was for, as far as the preflight tells. */
function unsentHop(entry: HarEntry | null, preflight: ObservedPreflight | null): Hop {
  return {
    url: entry?.url ?? '',
    method: (entry && preflightMethod(entry)) || 'OPTIONS',
    startedAt: entry?.startedAt ?? 0,
    preflight,
    requestHeaders: null,
    sentAt: null,
    response: null,
    redirectedTo: null,
  };
}

function preflightOf(entry: HarEntry): ObservedPreflight {
  return {
    requestId: '',
    startedAt: entry.startedAt,
    requestHeaders: entry.requestHeaders,
    response: responseOf(entry),
    ending: preflightEnding(entry),
  };
}

function preflightEnding({ status, error, endedAt }: HarEntry): Ending {
  if (error !== null) return { kind: 'failed', at: endedAt, error };
  return { kind: status > 0 ? 'completed' : 'lost', at: endedAt };
}

/** How it ended, as far as the archive tells. */
function endingOf({ hops, stoppedAt }: HarRequest): Ending {
  const { entry, preflight } = hops.at(-1) ?? { entry: null, preflight: null };
  const last = stoppedAt ?? entry ?? preflight;
  const at = Math.max(last?.endedAt ?? 0, preflight?.endedAt ?? 0);
  const error = last?.error ?? null;
  if (error !== null) return { kind: 'failed', at, error };
  if (entry === null || entry.status === 0 || entry.redirectedTo !== null) return { kind: 'lost', at };
  return { kind: entry.tellsErrors ? 'completed' : 'answered', at };
}

/** Who asked: as the Origin header says, else the referrer, else the page of the archive. */
function initiatorOf(hop: HarHop | undefined, pages: ReadonlyMap<string, string>): Initiator {
  const entries = [hop?.preflight, hop?.entry].filter((entry) => entry !== null && entry !== undefined);
  const header = (name: string) =>
    entries.map(({ requestHeaders }) => firstValue(requestHeaders, name)).find((value) => value !== null);
  const page = entries.map((entry) => pages.get(entry.page ?? '')).find((url) => url !== undefined);
  const addresses = [header('referer'), page].filter((url) => url !== undefined && url !== null);
  const origin = header('origin') ?? addresses.map(webOrigin).find((each) => each !== null) ?? null;
  return { origin, url: addresses.find((address) => webOrigin(address) === origin) ?? null };
}

function webOrigin(url: string): string | null {
  return /^https?:/i.test(url) ? originOf(parseUrl(url)) : null;
}
