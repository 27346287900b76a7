import type { Exchange, Hop, ObservedPreflight, ObservedResponse } from './exchange.ts';
import type { HarEntry } from './har-entry.ts';
import type { OwnFacts } from './har-own.ts';

interface OwnEntry {
  readonly entry: HarEntry;
  readonly own: OwnFacts;
}

/** The exchanges of an archive of our own, as they were. What is not whole is left out. */
export function ownExchanges(entries: readonly HarEntry[]): Exchange[] {
  const mine = entries.flatMap((entry): OwnEntry[] => (entry.own === null ? [] : [{ entry, own: entry.own }]));
  const parts = new Map<string, OwnEntry[]>();
  for (const part of mine) parts.set(part.own.exchange, [...(parts.get(part.own.exchange) ?? []), part]);
  return [...parts].flatMap(([id, each]) => exchangeOf(id, each) ?? []);
}

function exchangeOf(id: string, parts: readonly OwnEntry[]): Exchange | null {
  const requests = parts.filter(({ own }) => own.part === 'request').sort((a, b) => a.own.hop - b.own.hop);
  const [first] = requests;
  if (first === undefined) return null;
  const { type, initiator, startedAt, ending, networkError, timingStatus, sources } = first.own;
  return {
    id,
    tabId: -1,
    frameId: 0,
    type,
    initiator,
    startedAt,
    hops: requests.map((request) => hopOf(request, parts)),
    ending,
    page: 0,
    sources: [...new Set([...sources, 'har' as const])],
    stack: first.entry.stack,
    networkError,
    timingStatus,
  };
}

function hopOf({ entry, own }: OwnEntry, parts: readonly OwnEntry[]): Hop {
  const preflight = parts.find((part) => part.own.part === 'preflight' && part.own.hop === own.hop);
  return {
    url: entry.url,
    method: entry.method,
    startedAt: own.hopStartedAt,
    preflight: preflight === undefined ? null : preflightOf(preflight),
    requestHeaders: own.hasHeaders ? entry.requestHeaders : null,
    sentAt: own.sentAt,
    response: responseOf(entry, own),
    redirectedTo: own.redirectedTo,
  };
}

function preflightOf({ entry, own }: OwnEntry): ObservedPreflight {
  return {
    requestId: '',
    startedAt: own.hopStartedAt,
    requestHeaders: entry.requestHeaders,
    response: responseOf(entry, own),
    ending: own.preflightEnding ?? { kind: 'pending' },
  };
}

function responseOf(entry: HarEntry, own: OwnFacts): ObservedResponse | null {
  if (!own.hasAnswer) return null;
  const { status, statusText, responseHeaders: headers, fromCache } = entry;
  return { at: own.answeredAt, status, statusText, headers, effectiveHeaders: own.effectiveHeaders, fromCache };
}
