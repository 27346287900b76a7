import type { Check } from '../cors/check.ts';
import { HeaderList } from '../cors/header-list.ts';
import type { Reason } from '../cors/reason.ts';
import { isRedirectStatus } from '../cors/redirect.ts';
import type { Exchange, Hop, ObservedResponse } from '../exchange/exchange.ts';
import type { Verdict } from '../judge/verdict.ts';
import { quotable } from './visible.ts';

/** What sentences about a verdict are made of, looked up once. */
export interface Situation {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  /** The hop where it was decided; null where the verdict names one that the exchange does not have. */
  readonly hop: Hop | null;
  /** The failed check; null unless blocked. */
  readonly check: Check | null;
  /** Whether it was decided by the preflight. */
  readonly onPreflight: boolean;
  /** The answer that it was decided by. */
  readonly response: ObservedResponse | null;
  readonly headers: HeaderList;
  readonly method: string;
  /** The origin that the server had to allow, as the request named it; empty where nobody told. */
  readonly origin: string;
  /** Host, and port where the URL names one. */
  readonly server: string;
}

export function situationOf(exchange: Exchange, verdict: Verdict): Situation {
  const hop = exchange.hops[verdict.hop] ?? exchange.hops.at(-1) ?? null;
  const onPreflight = verdict.stage === 'preflight';
  const check = verdict.checks.find(({ status }) => status === 'failed') ?? null;
  const response = (onPreflight ? hop?.preflight?.response : hop?.response) ?? null;
  return {
    exchange,
    verdict,
    hop,
    check,
    onPreflight,
    response,
    headers: new HeaderList(response?.headers ?? []),
    method: hop?.method ?? '',
    origin: comparedOrigin(check) ?? originOf(exchange, hop, onPreflight),
    server: hostOf(urlAt(exchange, verdict.hop)),
  };
}

/** The same exchange under another reason, of which nothing but its name is known. */
export function asOther({ exchange, verdict }: Situation, reason: Reason): Situation {
  return situationOf(exchange, { ...verdict, reason, parameter: '', checks: [], credentialed: !verdict.credentialed });
}

/** Where a hop led, or would have led: a redirect that the browser refused to follow has no hop of its own. */
function urlAt({ hops }: Exchange, index: number): string {
  const last = hops.at(-1);
  return hops[index]?.url ?? last?.redirectedTo ?? last?.url ?? '';
}

/** The origin that the failed check compared with, which in a redirected preflight may differ from the one that was sent. */
function comparedOrigin(check: Check | null): string | null {
  return check?.header === 'access-control-allow-origin' ? check.expected : null;
}

function originOf(exchange: Exchange, hop: Hop | null, onPreflight: boolean): string {
  const sent = new HeaderList((onPreflight ? hop?.preflight?.requestHeaders : hop?.requestHeaders) ?? []).get('origin');
  return sent ?? exchange.initiator.origin ?? '';
}

/** The URL whose scheme CORS does not work with: the redirect's, or the one that was asked for. */
export function schemeTarget({ hop, response }: Situation): string {
  return (hop && response ? redirectTarget(hop, response) : null) ?? hop?.url ?? '';
}

/** That URL's scheme, or the one that the browser named; empty where neither is known. */
export function schemeOf(situation: Situation): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(schemeTarget(situation))?.[1] ?? situation.verdict.parameter;
}

/** The names of the answer's headers, as they stood on the wire. */
export function headerNames({ headers }: Situation): string[] {
  return headers.lines.map(([name]) => name);
}

/** "PUT", or "request" where the method is not known: what was sent, or not. */
export function requestWord({ method }: Situation): string {
  return method === '' ? 'request' : quotable(method);
}

/** Host and port of a URL as a person would name the server; the value itself where it is no URL. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** Where the server sends the browser; null where it does not. */
export function redirectTarget(hop: Hop, response: ObservedResponse): string | null {
  const location = new HeaderList(response.headers).get('location');
  if (!isRedirectStatus(response.status) || location === null) return null;
  return URL.canParse(location, hop.url) ? new URL(location, hop.url).href : location;
}

/** Where the request began, and where it had got to. */
export function urlsOf({ exchange, hop }: Situation): { first: string; last: string } {
  const last = hop?.url ?? '';
  return { first: exchange.hops[0]?.url ?? last, last };
}

/** A URL without the password in it: that one must not travel on with a copied text. */
export function withoutPassword(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/?#:@]*):[^/?#]*@/i, '$1:***@');
}
