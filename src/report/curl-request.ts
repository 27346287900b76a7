import { type HeaderLine, HeaderList } from '../cors/header-list.ts';
import { parseUrl } from '../cors/origin.ts';
import { isToken } from '../cors/token.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { needsOf } from '../fix/fix-exchange.ts';
import type { Verdict } from '../judge/verdict.ts';

/** A request as curl is to send it. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderLine[];
  /** Null where there is none, or where none was seen: browsers do not tell extensions. */
  readonly body: string | null;
}

/** Headers that curl sets itself, or that only a browser can mean. */
const leftToCurl =
  /^(?:host|connection|content-length|accept-encoding|te|transfer-encoding|upgrade-insecure-requests|priority|dnt|sec-.*|proxy-.*)$/;

/** An archive may name a local file, or what curl takes for the name of one (`@file`). */
function isForCurl(url: string | undefined): url is string {
  return url !== undefined && /^(?:http|ws)s?:$/.test(parseUrl(url)?.protocol ?? '');
}

/** The preflight of one hop as the browser sent it, or would; null where none is needed. */
export function preflightToCurl(exchange: Exchange, verdict: Verdict, hop: number): CurlRequest | null {
  const url = exchange.hops[hop]?.url;
  const needs = needsOf(exchange, verdict, hop);
  const seen = exchange.hops[hop]?.preflight;
  const checked = verdict.checks.some((check) => check.hop === hop && check.stage === 'preflight');
  if (!isForCurl(url) || needs === null || (!seen && !checked)) return null;
  const origin = new HeaderList(seen?.requestHeaders ?? []).get('origin') ?? needs.origin;
  const names = needs.requestHeaders.join(',');
  return {
    method: 'OPTIONS',
    url,
    headers: [
      ['Origin', origin],
      ['Access-Control-Request-Method', needs.method],
      ...(names === '' ? [] : ([['Access-Control-Request-Headers', names]] as const)),
    ],
    body: null,
  };
}

/**
 * The request itself of one hop. Where the browser never sent it, its headers are known by name only: they get the value
 * `...`, to be filled in.
 */
export function requestToCurl(exchange: Exchange, verdict: Verdict, hop: number): CurlRequest | null {
  const observed = exchange.hops[hop];
  const needs = needsOf(exchange, verdict, hop);
  if (observed === undefined || needs === null || !isForCurl(observed.url)) return null;
  const seen = observed.requestHeaders?.filter(([name]) => isToken(name) && !leftToCurl.test(name.toLowerCase()));
  const headers: readonly HeaderLine[] = seen ?? needs.requestHeaders.map((name): HeaderLine => [name, '...']);
  // A request to the page's own origin may carry none, and one that is sent without CORS carries none.
  const needsOrigin = verdict.mode !== 'no-cors' && parseUrl(observed.url)?.origin !== needs.origin;
  return {
    method: observed.method,
    url: observed.url,
    headers: needsOrigin && !new HeaderList(headers).has('origin') ? [['Origin', needs.origin], ...headers] : headers,
    body: null,
  };
}
