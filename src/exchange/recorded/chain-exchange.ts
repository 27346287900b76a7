import { originOf, parseUrl } from '../../cors/origin.ts';
import type { Ending, Exchange, Hop, Initiator, Milliseconds, ObservedPreflight } from '../exchange.ts';
import { firstValue } from '../first-value.ts';
import { responseOf } from '../har-response.ts';
import { isRedirected, lastLink, type RecordedChain, type RecordedLink, startOf } from './chain.ts';
import type { RecordedRequest } from './recorded-request.ts';

/** What records do not tell of an exchange. */
export interface RecordedFrom {
  readonly id: string;
  readonly tabId: number;
  /** The inspected page's: who asked, where no header of the request tells. */
  readonly pageOrigin: string | null;
  /** Whether an end without an error means that the page may read the answer. */
  readonly tellsRefusals: boolean;
}

/** An exchange as DevTools recorded it. Its page is the first: whoever folds it knows better. */
export function exchangeOf(chain: RecordedChain, { id, tabId, pageOrigin, tellsRefusals }: RecordedFrom): Exchange {
  const [first] = chain.links;
  return {
    id,
    tabId,
    frameId: 0,
    type: first.request.type,
    initiator: initiatorOf(first, pageOrigin),
    startedAt: startOf(chain),
    hops: chain.links.map((link, index) => hopOf(link, index === chain.links.length - 1, `${id}/${index}`)),
    ending: endingOf(lastLink(chain).request, tellsRefusals),
    page: 0,
    sources: ['devtools-network'],
    stack: first.request.stack,
    networkError: finerError(chain),
    timingStatus: null,
  };
}

/** What DevTools calls the failure, where that says more than that it failed. */
export function finerError(chain: RecordedChain): string | null {
  const { error } = lastLink(chain).request;
  return error === 'net::ERR_FAILED' ? null : error;
}

function hopOf({ request, preflight }: RecordedLink, isLast: boolean, preflightId: string): Hop {
  return {
    url: request.url,
    method: request.method,
    startedAt: request.startedAt,
    preflight: preflight === null ? null : preflightOf(preflight, preflightId),
    requestHeaders: request.hasSentHeaders ? request.requestHeaders : null,
    sentAt: sentAt(request, preflight),
    response: responseOf(request),
    redirectedTo: !isLast || wentOn(request) ? request.redirectedTo : null,
  };
}

/** A redirect that the page wanted to see itself (`redirect: 'manual'`) is told as an abort. */
function wentOn(request: RecordedRequest): boolean {
  return isRedirected(request) || (request.redirectedTo !== null && request.error === 'net::ERR_ABORTED');
}

function sentAt(
  { hasSentHeaders, status, startedAt }: RecordedRequest,
  preflight: RecordedRequest | null,
): Milliseconds | null {
  if (!hasSentHeaders && status === 0) return null;
  return Math.max(startedAt, preflight?.answeredAt ?? startedAt);
}

function preflightOf(request: RecordedRequest, requestId: string): ObservedPreflight {
  return {
    requestId,
    startedAt: request.startedAt,
    requestHeaders: request.requestHeaders,
    response: responseOf(request),
    // An answered preflight came back whole, whatever the browser made of it.
    ending: request.status > 0 ? { kind: 'completed', at: request.endedAt } : endingOf(request, true),
  };
}

function endingOf(request: RecordedRequest, tellsRefusals: boolean): Ending {
  const { endedAt, error } = request;
  if (error !== null) return { kind: 'failed', at: endedAt, error };
  // It was sent on, and nothing is recorded of where to: an address that is not of the web.
  if (isRedirected(request)) return { kind: 'lost', at: endedAt };
  return { kind: tellsRefusals ? 'completed' : 'answered', at: endedAt };
}

function initiatorOf({ request, preflight }: RecordedLink, pageOrigin: string | null): Initiator {
  const origin = headerOf(preflight, 'origin') ?? headerOf(request, 'origin');
  if (origin !== null) return { origin, url: null };
  const referer = headerOf(request, 'referer') ?? headerOf(preflight, 'referer');
  return { origin: referer === null ? pageOrigin : originOf(parseUrl(referer)), url: null };
}

function headerOf(request: RecordedRequest | null, name: string): string | null {
  return request === null ? null : firstValue(request.requestHeaders, name);
}
