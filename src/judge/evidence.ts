import type { HeaderLine } from '../cors/header-list.ts';
import { HeaderList } from '../cors/header-list.ts';
import { isSameOrigin, originOf, parseUrl } from '../cors/origin.ts';
import type { RequestMode } from '../cors/request.ts';
import { isForbiddenRequestHeader } from '../cors/request-headers.ts';
import { isSafelistedContentType } from '../cors/safelisted-value.ts';
import type { Exchange, Hop, ObservedResponse } from '../exchange/exchange.ts';
import type { Assumption } from './verdict.ts';

/** One step of the exchange, with its header lists and URL read once. */
export interface SeenHop {
  readonly hop: Hop;
  readonly url: Readonly<URL> | null;
  readonly isCrossOrigin: boolean;
  /** The request's own headers; null where they were not seen. */
  readonly request: HeaderList | null;
  readonly preflight: HeaderList | null;
  /** What the browser judged by: the answers' headers after rules, where they are known. */
  readonly answer: HeaderList | null;
  readonly preflightAnswer: HeaderList | null;
}

/** A fact with what it rests on; where nothing tells, `value` is null and `basis` says `undecided`. */
export interface Conclusion<T> {
  readonly value: T | null;
  readonly basis: Assumption['basis'];
}

/** What an exchange shows of the request that the browser made. */
export interface Evidence {
  /** The page's serialised origin; null where nobody told. */
  readonly origin: string | null;
  readonly hops: readonly SeenHop[];
  readonly mode: Conclusion<RequestMode>;
  readonly credentialed: Conclusion<boolean>;
  /** What the page itself set, as far as that can be told from what the browser adds. */
  readonly pageHeaders: readonly HeaderLine[];
  /** What the first preflight listed; null where no preflight was seen. */
  readonly unsafeHeaderNames: readonly string[] | null;
  /** Whether the answers treat a request the same with credentials and without. */
  readonly isIndifferentToCredentials: boolean;
}

export function gatherEvidence(exchange: Exchange): Evidence {
  const origin = originOfPage(exchange);
  const hops = exchange.hops.map((hop) => seeHop(hop, origin));
  return {
    origin,
    hops,
    mode: concludeMode(exchange, hops),
    credentialed: concludeCredentials(exchange, hops),
    pageHeaders: pageHeadersOf(hops),
    unsafeHeaderNames: listedByPreflight(hops),
    isIndifferentToCredentials: hops.every(areIndifferentToCredentials),
  };
}

function seeHop(hop: Hop, origin: string | null): SeenHop {
  const url = parseUrl(hop.url);
  return {
    hop,
    url,
    isCrossOrigin: origin === null || !isSameOrigin(origin, originOf(url)),
    request: hop.requestHeaders === null ? null : new HeaderList(hop.requestHeaders),
    preflight: hop.preflight === null ? null : new HeaderList(hop.preflight.requestHeaders),
    answer: answerHeaders(hop.response),
    preflightAnswer: answerHeaders(hop.preflight?.response ?? null),
  };
}

function answerHeaders(response: ObservedResponse | null): HeaderList | null {
  return response === null ? null : new HeaderList(response.effectiveHeaders ?? response.headers);
}

/** An `Origin: null` is believed before the initiator: a chain that was seen from its middle is tainted already. */
function originOfPage({ initiator, hops: [first] }: Exchange): string | null {
  const header = originHeader(first?.preflight?.requestHeaders) ?? originHeader(first?.requestHeaders);
  if (header === 'null') return header;
  if (initiator.origin !== null) return initiator.origin;
  if (header !== null) return header;
  return initiator.url === null ? null : originOf(parseUrl(initiator.url));
}

function originHeader(lines: readonly HeaderLine[] | null | undefined): string | null {
  return lines ? new HeaderList(lines).get('origin') : null;
}

// A map: the header is the network's, and may be called `toString`.
const modes: ReadonlyMap<string, RequestMode> = new Map([
  ['cors', 'cors'],
  ['no-cors', 'no-cors'],
  ['same-origin', 'same-origin'],
  ['navigate', 'navigate'],
  ['websocket', 'websocket'],
]);

function concludeMode(exchange: Exchange, hops: readonly SeenHop[]): Conclusion<RequestMode> {
  const { type } = exchange;
  if (type === 'main_frame' || type === 'sub_frame') return { value: 'navigate', basis: 'resource-type' };
  if (type === 'websocket') return { value: 'websocket', basis: 'resource-type' };
  for (const { request } of hops) {
    const mode = modes.get(request?.get('sec-fetch-mode') ?? '');
    if (mode !== undefined) return { value: mode, basis: 'sec-fetch-mode' };
  }
  // Only CORS requests are preflighted.
  if (hops.some(({ preflight }) => preflight !== null)) return { value: 'cors', basis: 'origin-header' };
  for (const { hop, request, isCrossOrigin } of hops) {
    if (request === null || !isCrossOrigin) continue;
    if (!request.has('origin')) return { value: 'no-cors', basis: 'origin-header' };
    // Without CORS, too, a POST names its origin.
    if (hop.method === 'GET' || hop.method === 'HEAD') return { value: 'cors', basis: 'origin-header' };
  }
  if (type === 'font') return { value: 'cors', basis: 'resource-type' };
  if (type === 'ping' || type === 'beacon') return modeOfBeacon(hops);
  return { value: null, basis: 'undecided' };
}

function modeOfBeacon([first]: readonly SeenHop[]): Conclusion<RequestMode> {
  const contentType = first?.request?.get('content-type') ?? null;
  const isSimple = contentType === null || isSafelistedContentType(contentType);
  return { value: isSimple ? 'no-cors' : 'cors', basis: 'resource-type' };
}

function concludeCredentials({ type }: Exchange, hops: readonly SeenHop[]): Conclusion<boolean> {
  const crossOrigin = hops.filter(({ isCrossOrigin }) => isCrossOrigin);
  if (crossOrigin.some(({ request }) => request?.has('cookie') === true)) return { value: true, basis: 'cookie-sent' };
  const toldByStorage = crossOrigin.some(
    ({ request, preflight }) =>
      request?.has('sec-fetch-storage-access') === true || preflight?.has('sec-fetch-storage-access') === true,
  );
  if (toldByStorage) return { value: true, basis: 'storage-access-header' };
  if (crossOrigin.some(wouldTellStorage)) return { value: false, basis: 'no-storage-access-header' };
  if (type === 'font') return { value: false, basis: 'resource-type' };
  if (type === 'ping' || type === 'beacon') return { value: true, basis: 'resource-type' };
  return { value: null, basis: 'undecided' };
}

/** Cross-site requests to https name their storage access exactly when credentials are included. */
function wouldTellStorage({ url, request }: SeenHop): boolean {
  return url?.protocol === 'https:' && request?.get('sec-fetch-site') === 'cross-site';
}

/** What browsers add by themselves, apart from what script cannot set anyway. */
const addedByBrowser = new Set([
  'alt-used',
  'attribution-reporting-eligible',
  'attribution-reporting-support',
  'available-dictionary',
  'cache-control',
  'dictionary-id',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'pragma',
  'priority',
  'purpose',
  'range',
  'save-data',
  'upgrade-insecure-requests',
  'user-agent',
  'x-client-data',
]);

function pageHeadersOf([first]: readonly SeenHop[]): readonly HeaderLine[] {
  return (first?.hop.requestHeaders ?? []).filter(([name, value]) => {
    const lower = name.toLowerCase();
    return !addedByBrowser.has(lower) && !isForbiddenRequestHeader(lower, value);
  });
}

function listedByPreflight(hops: readonly SeenHop[]): readonly string[] | null {
  const preflight = hops.find((seen) => seen.preflight !== null)?.preflight ?? null;
  if (preflight === null) return null;
  const listed = preflight.get('access-control-request-headers') ?? '';
  const names = listed.split(',').map((name) => name.trim().toLowerCase());
  return [...new Set(names.filter((name) => name !== ''))].sort();
}

function areIndifferentToCredentials({ answer, preflightAnswer }: SeenHop): boolean {
  return allowsCredentialsByName(answer) && allowsCredentialsByName(preflightAnswer);
}

/** Credentials are allowed, and nothing is allowed by a `*` that would not count with them. */
function allowsCredentialsByName(headers: HeaderList | null): boolean {
  if (headers === null) return true;
  if (headers.get('access-control-allow-credentials') !== 'true') return false;
  return wildcardHeaders.every((name) => headers.get(name)?.includes('*') !== true);
}

const wildcardHeaders = [
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
];
