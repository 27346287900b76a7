import type { HeaderLine } from '../cors/header-list.ts';
import { isRedirectStatus } from '../cors/redirect.ts';
import type { Entry } from './entry.ts';
import type { Ending, Exchange, Hop, Milliseconds, ObservedPreflight, ObservedResponse } from './exchange.ts';
import { firstValue } from './first-value.ts';
import type { EndObservation, RequestObservation } from './observation.ts';
import { haveSameLines } from './same-lines.ts';
import { withoutFragment } from './without-fragment.ts';

/** A request as it was first seen. */
export function newExchange(id: string, page: number, observation: RequestObservation): Exchange {
  return {
    id,
    tabId: observation.tabId,
    frameId: observation.frameId,
    type: observation.type,
    initiator: observation.initiator,
    startedAt: observation.at,
    hops: [newHop(observation)],
    ending: { kind: 'pending' },
    page,
    sources: ['web-request'],
    stack: [],
    networkError: null,
    timingStatus: null,
  };
}

/** The exchange after one more event about it; the very same object when the event tells nothing new. */
export function advanceExchange(before: Exchange, observation: RequestObservation): Exchange {
  const exchange = wentOnUnheard(before, observation) ? followRedirect(before, observation) : before;
  switch (observation.kind) {
    case 'started':
      return followRedirect(exchange, observation);
    case 'request-headers':
      return withLastHop(exchange, (hop) => ({
        ...hop,
        requestHeaders: observation.headers,
        sentAt: observation.sent ? observation.at : hop.sentAt,
      }));
    case 'response-headers': {
      const answered = withLastHop(exchange, (hop) => ({
        ...hop,
        sentAt: hop.sentAt ?? whenSent(hop, observation.at),
        response: responseOf(observation),
      }));
      const location = locationOf(observation);
      const isLast = location !== null && leavesTheWeb(location, observation.url);
      return isLast ? loseExchange(answered, observation.at) : answered;
    }
    case 'effective-headers':
      return withLastHop(exchange, (hop) => {
        const response = withEffectiveHeaders(hop.response, observation);
        return response === hop.response ? hop : { ...hop, response };
      });
    case 'redirected': {
      const redirected = withLastHop(exchange, (hop) => ({ ...hop, redirectedTo: observation.to }));
      return leavesTheWeb(observation.to, observation.url) ? loseExchange(redirected, observation.at) : redirected;
    }
    case 'completed': {
      const ended = {
        ...exchange,
        ending: endingOf(observation),
        timingStatus: observation.timingStatus ?? exchange.timingStatus,
      };
      return observation.fromCache ? withLastHop(ended, markFromCache) : ended;
    }
    case 'failed':
      return withFailure(exchange, observation);
    case 'withdrawn':
      return exchange;
  }
}

/** Whether it followed a redirect, and the beginning of its next request was not heard. */
function wentOnUnheard({ hops }: Exchange, { kind }: RequestObservation): boolean {
  const isOfRequest = kind === 'request-headers' || kind === 'response-headers';
  return isOfRequest && hops.at(-1)?.redirectedTo != null;
}

/** Where the answer sends the browser; null where it sends it nowhere. */
function locationOf({ status, headers }: RequestObservation & { kind: 'response-headers' }): string | null {
  return isRedirectStatus(status) ? firstValue(headers, 'location') : null;
}

/**
 * Whether a redirect leads to an address that is not http. Chromium tells of no event at such an address, because no
 * access to it can be granted: not even that the request failed.
 */
function leavesTheWeb(location: string, base: string): boolean {
  return URL.canParse(location, base) && !/^https?:$/.test(new URL(location, base).protocol);
}

/** The exchange when nobody will tell any more how it, or its preflight, went on. */
export function loseExchange(exchange: Exchange, at: Milliseconds): Exchange {
  const lost: Ending = { kind: 'lost', at };
  return withLastHop({ ...exchange, ending: lost }, (hop) =>
    hop.preflight?.ending.kind === 'pending' ? { ...hop, preflight: { ...hop.preflight, ending: lost } } : hop,
  );
}

export function newPreflight(requestId: string, startedAt: Milliseconds): ObservedPreflight {
  return { requestId, startedAt, requestHeaders: [], response: null, ending: { kind: 'pending' } };
}

/** An OPTIONS that was taken for a request of its own, as the preflight that it is. */
export function asPreflight({ requestIds: [requestId = ''], exchange }: Entry): ObservedPreflight | null {
  const [seen] = exchange.hops;
  if (seen === undefined) return null;
  return {
    ...newPreflight(requestId, seen.startedAt),
    requestHeaders: seen.requestHeaders ?? [],
    response: seen.response,
    ending: exchange.ending,
  };
}

/** The preflight after one more event about it. */
export function advancePreflight(preflight: ObservedPreflight, observation: RequestObservation): ObservedPreflight {
  switch (observation.kind) {
    case 'request-headers':
      return { ...preflight, requestHeaders: observation.headers };
    case 'response-headers':
      return { ...preflight, response: responseOf(observation) };
    case 'effective-headers': {
      const response = withEffectiveHeaders(preflight.response, observation);
      return response === preflight.response ? preflight : { ...preflight, response };
    }
    case 'completed':
      // It came back whole. No page ever reads it, so there is nothing that it might not be allowed to read.
      return { ...preflight, ending: { kind: 'completed', at: observation.at } };
    case 'failed':
      return { ...preflight, ending: { kind: 'failed', at: observation.at, error: observation.error } };
    case 'started':
    case 'redirected':
    case 'withdrawn':
      return preflight;
  }
}

/** The exchange with another last hop. */
export function withLastHop(exchange: Exchange, change: (hop: Hop) => Hop): Exchange {
  return withHop(exchange, exchange.hops.length - 1, change);
}

export function withHop(exchange: Exchange, index: number, change: (hop: Hop) => Hop): Exchange {
  const hop = exchange.hops[index];
  if (hop === undefined) return exchange;
  const changed = change(hop);
  return changed === hop ? exchange : { ...exchange, hops: exchange.hops.with(index, changed) };
}

function newHop({ url, method, at }: RequestObservation): Hop {
  return {
    url,
    method,
    startedAt: at,
    preflight: null,
    requestHeaders: null,
    sentAt: null,
    response: null,
    redirectedTo: null,
  };
}

/**
 * An exchange that was lost for a while, and is heard of again. Unheard, it may have followed a redirect: what failed
 * names no address of its own.
 */
export function findAgain(exchange: Exchange, observation: RequestObservation): Exchange {
  const found: Exchange = { ...exchange, ending: { kind: 'pending' } };
  const url = exchange.hops.at(-1)?.url ?? '';
  const isElsewhere = withoutFragment(observation.url) !== withoutFragment(url);
  return isElsewhere && observation.kind !== 'failed' ? followRedirect(found, observation) : found;
}

/** A request that starts again goes on from a redirect, whether or not the redirect itself was told. */
function followRedirect(exchange: Exchange, observation: RequestObservation): Exchange {
  const last = exchange.hops.at(-1);
  const isToldTwice =
    last?.url === observation.url &&
    last.method === observation.method &&
    last.response === null &&
    last.redirectedTo === null;
  if (isToldTwice) return exchange;
  const left = withLastHop(exchange, (hop) => ({ ...hop, redirectedTo: hop.redirectedTo ?? observation.url }));
  return { ...left, hops: [...left.hops, newHop(observation)] };
}

/** How a request ended, as far as the browser tells. */
export function endingOf(end: EndObservation): Ending {
  if (end.kind === 'failed') return { kind: 'failed', at: end.at, error: end.error };
  return { kind: end.readable ? 'completed' : 'answered', at: end.at };
}

/** Firefox names the URL that a refused redirect led to. */
function withFailure(exchange: Exchange, observation: EndObservation & { kind: 'failed' }): Exchange {
  const { url } = observation;
  const failed: Exchange = { ...exchange, ending: endingOf(observation) };
  return withLastHop(failed, (hop) =>
    hop.redirectedTo === null && hop.response !== null && withoutFragment(url) !== withoutFragment(hop.url)
      ? { ...hop, redirectedTo: url }
      : hop,
  );
}

/** An answer proves that the request went out, at the earliest when its preflight was over. */
function whenSent({ preflight, startedAt }: Hop, answeredAt: Milliseconds): Milliseconds {
  if (preflight === null) return startedAt;
  if (preflight.ending.kind !== 'pending') return Math.min(preflight.ending.at, answeredAt);
  return preflight.response?.at ?? answeredAt;
}

function responseOf(observation: RequestObservation & { kind: 'response-headers' }): ObservedResponse {
  return {
    at: observation.at,
    status: observation.status,
    statusText: observation.statusText,
    headers: observation.headers,
    effectiveHeaders: null,
    fromCache: false,
  };
}

function withEffectiveHeaders(
  response: ObservedResponse | null,
  { at, headers }: { readonly at: Milliseconds; readonly headers: readonly HeaderLine[] },
): ObservedResponse {
  // The server's own headers were missed: the effective ones are all there is.
  if (response === null) return { at, status: 0, statusText: '', headers, effectiveHeaders: null, fromCache: false };
  return haveSameLines(response.headers, headers) ? response : { ...response, effectiveHeaders: headers };
}

function markFromCache(hop: Hop): Hop {
  return hop.response === null ? hop : { ...hop, response: { ...hop.response, fromCache: true } };
}
