import type { Entry, Har, Header, QueryString, Request, Response } from 'har-format';
import type { HeaderLine } from '../cors/header-list.ts';
import type { Exchange, Hop, ObservedPreflight, ObservedResponse } from '../exchange/exchange.ts';
import { maskHeaders, maskUrl } from './mask.ts';

export interface HarOptions {
  /** Name and version of the program that writes the file. */
  readonly version: string;
  /** Only when the person asked for them. */
  readonly withSecrets?: boolean;
}

/**
 * Exchanges as an HTTP Archive, which other tools read: one entry per message pair, preflights and redirects each their own.
 * Bodies are not in it, since nobody told them.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export function harOf(exchanges: readonly Exchange[], { version, withSecrets = false }: HarOptions): Har {
  const entries = exchanges.flatMap((exchange) =>
    exchange.hops.flatMap((hop) => [
      ...(hop.preflight ? [preflightEntry(exchange, hop, hop.preflight, withSecrets)] : []),
      ...requestEntries(exchange, hop, withSecrets),
    ]),
  );
  return { log: { version: '1.2', creator: { name: 'CORS Lens', version }, entries } };
}

function preflightEntry(exchange: Exchange, hop: Hop, preflight: ObservedPreflight, withSecrets: boolean): Entry {
  const request = harRequest('OPTIONS', hop.url, preflight.requestHeaders, withSecrets);
  const error = preflight.ending.kind === 'failed' ? preflight.ending.error : null;
  return {
    ...entry(preflight.startedAt, request, preflight.response, null, error, withSecrets),
    _resourceType: 'preflight',
    _exchange: exchange.id,
  } as Entry;
}

/** None where the request was never sent: an archive holds what went over the wire. */
function requestEntries(exchange: Exchange, hop: Hop, withSecrets: boolean): Entry[] {
  const blockedBefore = hop.preflight !== null && hop.sentAt === null && hop.response === null;
  if (blockedBefore) return [];
  const isLast = hop === exchange.hops.at(-1);
  const error = isLast && exchange.ending.kind === 'failed' ? (exchange.networkError ?? exchange.ending.error) : null;
  const request = harRequest(hop.method, hop.url, hop.requestHeaders ?? [], withSecrets);
  return [
    {
      ...entry(hop.sentAt ?? hop.startedAt, request, hop.response, hop.redirectedTo, error, withSecrets),
      _resourceType: exchange.type,
      _exchange: exchange.id,
    } as Entry,
  ];
}

function entry(
  startedAt: number,
  request: Request,
  answer: ObservedResponse | null,
  redirectedTo: string | null,
  error: string | null,
  withSecrets: boolean,
): Entry {
  const time = answer ? Math.max(0, answer.at - startedAt) : 0;
  return {
    startedDateTime: isoTime(startedAt),
    time,
    request,
    response: harResponse(answer, redirectedTo, error, withSecrets),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
  };
}

/** An imported archive may claim any time at all. */
function isoTime(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? new Date(0).toISOString() : time.toISOString();
}

function harRequest(method: string, url: string, lines: readonly HeaderLine[], withSecrets: boolean): Request {
  const shownUrl = withSecrets ? url : maskUrl(url);
  return {
    method,
    url: shownUrl,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: harHeaders(lines, withSecrets),
    queryString: queryOf(shownUrl),
    headersSize: -1,
    bodySize: -1,
  };
}

function harResponse(
  answer: ObservedResponse | null,
  redirectedTo: string | null,
  error: string | null,
  withSecrets: boolean,
): Response {
  const response: Response = {
    status: answer?.status ?? 0,
    statusText: answer?.statusText ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: harHeaders(answer?.headers ?? [], withSecrets),
    content: { size: 0, mimeType: '' },
    redirectURL: redirectedTo === null || withSecrets ? (redirectedTo ?? '') : maskUrl(redirectedTo),
    headersSize: -1,
    bodySize: -1,
  };
  return error === null ? response : Object.assign(response, { _error: error });
}

function harHeaders(lines: readonly HeaderLine[], withSecrets: boolean): Header[] {
  return (withSecrets ? lines : maskHeaders(lines)).map(([name, value]) => ({ name, value }));
}

function queryOf(url: string): QueryString[] {
  return URL.canParse(url) ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value })) : [];
}
