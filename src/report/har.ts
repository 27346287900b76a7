import type { Entry, Har, Header, QueryString, Request, Response } from 'har-format';
import type { HeaderLine } from '../cors/header-list.ts';
import type { CodeLocation, Ending, Exchange, Hop, ObservedPreflight, ObservedResponse } from '../exchange/exchange.ts';
import type { OwnFacts } from '../exchange/har-own.ts';
import { type Hiding, masking, showAll } from './hiding.ts';

export interface HarOptions {
  /** Name and version of the browser that saw the exchanges: "Chromium 156". */
  readonly browser: string;
  /** Only when the person asked for them. */
  readonly withSecrets?: boolean;
}

/** The version of what `_corsLens` holds. */
const version = '1.0';

/**
 * Exchanges as an HTTP Archive, which other tools read: one entry per message pair, preflights and redirects each their
 * own, and one of status 0 for a request that was never sent, as Chromium's own archives have it. Bodies are not in it,
 * since nobody told them. The field `_corsLens` of each entry holds what the format has no place for, so that an import
 * gives the very same exchanges.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export function harOf(exchanges: readonly Exchange[], { browser, withSecrets = false }: HarOptions): Har {
  const hide = withSecrets ? showAll : masking;
  const [name = '', browserVersion = ''] = browser.split(/ (?=[\d.]+$)/);
  const entries = exchanges.flatMap((exchange) =>
    exchange.hops.flatMap((hop, index) => [
      ...(hop.preflight ? [preflightEntry(exchange, hop, index, hop.preflight, hide)] : []),
      requestEntry(exchange, hop, index, hide),
    ]),
  );
  return {
    log: {
      version: '1.2',
      creator: { name: 'CORS Lens', version },
      browser: { name, version: browserVersion },
      entries,
    },
  };
}

function preflightEntry(
  exchange: Exchange,
  hop: Hop,
  index: number,
  preflight: ObservedPreflight,
  hide: Hiding,
): Entry {
  const { startedAt, requestHeaders, response, ending } = preflight;
  const own: OwnFacts = {
    ...exchangeFacts(exchange, index, hide),
    part: 'preflight',
    preflightEnding: ending,
    hopStartedAt: startedAt,
    sentAt: null,
    hasHeaders: true,
    redirectedTo: null,
    ...answerFacts(response, hide),
  };
  return Object.assign(
    plainEntry(startedAt, harRequest('OPTIONS', hop.url, requestHeaders, hide), response, null, errorOf(ending), hide),
    { _resourceType: 'preflight', _initiator: { type: 'preflight', url: hide.url(hop.url) }, _corsLens: own },
  );
}

function requestEntry(exchange: Exchange, hop: Hop, index: number, hide: Hiding): Entry {
  const isLast = index === exchange.hops.length - 1;
  const error = isLast && exchange.ending.kind === 'failed' ? (exchange.networkError ?? exchange.ending.error) : null;
  const redirectedTo = hop.redirectedTo === null ? null : hide.url(hop.redirectedTo);
  const own: OwnFacts = {
    ...exchangeFacts(exchange, index, hide),
    part: 'request',
    preflightEnding: null,
    hopStartedAt: hop.startedAt,
    sentAt: hop.sentAt,
    hasHeaders: hop.requestHeaders !== null,
    redirectedTo,
    ...answerFacts(hop.response, hide),
  };
  const request = harRequest(hop.method, hop.url, hop.requestHeaders ?? [], hide);
  return Object.assign(plainEntry(hop.sentAt ?? hop.startedAt, request, hop.response, redirectedTo, error, hide), {
    _resourceType: resourceTypes.get(exchange.type) ?? exchange.type,
    ...(index === 0 && exchange.stack.length > 0 && { _initiator: initiatorOf(exchange.stack) }),
    _corsLens: own,
  });
}

/** webRequest's words in Chromium's, which other tools know. */
const resourceTypes: ReadonlyMap<string, string> = new Map([
  ['xmlhttprequest', 'fetch'],
  ['main_frame', 'document'],
  ['sub_frame', 'document'],
]);

function exchangeFacts(exchange: Exchange, hop: number, hide: Hiding) {
  const { id, type, initiator, startedAt, ending, networkError, timingStatus, sources } = exchange;
  return {
    exchange: id,
    hop,
    type,
    initiator: { origin: initiator.origin, url: initiator.url === null ? null : hide.url(initiator.url) },
    startedAt,
    ending,
    networkError,
    timingStatus,
    sources,
  };
}

function answerFacts(response: ObservedResponse | null, hide: Hiding) {
  const effectiveHeaders = response?.effectiveHeaders ?? null;
  return {
    hasAnswer: response !== null,
    answeredAt: response?.at ?? 0,
    effectiveHeaders: effectiveHeaders && hide.headers(effectiveHeaders),
  };
}

/** As Chromium writes a stack: lines and columns start at 0. */
function initiatorOf(stack: readonly CodeLocation[]) {
  const callFrames = stack.map(({ url, line, column, functionName }) => ({
    functionName,
    url,
    lineNumber: line - 1,
    columnNumber: column - 1,
  }));
  return { type: 'script', stack: { callFrames } };
}

function errorOf(ending: Ending): string | null {
  return ending.kind === 'failed' ? ending.error : null;
}

function plainEntry(
  startedAt: number,
  request: Request,
  answer: ObservedResponse | null,
  redirectedTo: string | null,
  error: string | null,
  hide: Hiding,
): Entry {
  const time = answer ? Math.max(0, answer.at - startedAt) : 0;
  return {
    startedDateTime: isoTime(startedAt),
    time,
    request,
    response: harResponse(answer, redirectedTo, error, hide),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
  };
}

/** An imported archive may claim any time at all. */
function isoTime(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? new Date(0).toISOString() : time.toISOString();
}

function harRequest(method: string, url: string, lines: readonly HeaderLine[], hide: Hiding): Request {
  const shownUrl = hide.url(url);
  return {
    method,
    url: shownUrl,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: harHeaders(lines, hide),
    queryString: queryOf(shownUrl),
    headersSize: -1,
    bodySize: -1,
  };
}

function harResponse(
  answer: ObservedResponse | null,
  redirectedTo: string | null,
  error: string | null,
  hide: Hiding,
): Response {
  const response: Response = {
    status: answer?.status ?? 0,
    statusText: answer?.statusText ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: harHeaders(answer?.headers ?? [], hide),
    content: { size: 0, mimeType: '' },
    redirectURL: redirectedTo ?? '',
    headersSize: -1,
    bodySize: -1,
  };
  const fromCache = answer?.fromCache === true ? { _fetchedFromCache: true } : {};
  return Object.assign(response, fromCache, error !== null && { _error: error });
}

function harHeaders(lines: readonly HeaderLine[], hide: Hiding): Header[] {
  return hide.headers(lines).map(([name, value]) => ({ name, value }));
}

function queryOf(url: string): QueryString[] {
  return URL.canParse(url) ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value })) : [];
}
