import type { EngineName } from '../cors/engine-name.ts';
import { addressSpaceOf, isMorePrivate } from '../cors/local-network.ts';
import { includesCredentials, originOf, parseUrl } from '../cors/origin.ts';
import { isRedirectStatus } from '../cors/redirect.ts';
import type { RedirectMode } from '../cors/request.ts';
import type { Exchange, Hop } from '../exchange/exchange.ts';
import { firstValue } from '../exchange/first-value.ts';
import type { NotCorsCause } from './not-cors-cause.ts';
import { meaningOfError } from './not-cors-table.ts';

/**
 * How an exchange really ended.
 * - `passed`: the page got what it asked for
 * - `refused`: the browser failed it without a name for why; a CORS failure looks like this
 * - `not-cors`: it failed, and the browser named what stopped it
 * - `untold`: over, but this browser does not tell how
 */
export type ObservedEnd =
  | { readonly kind: 'pending' }
  | { readonly kind: 'passed'; readonly basis: 'outcome' | 'resource-timing' }
  | { readonly kind: 'refused'; readonly basis: 'outcome' | 'resource-timing' }
  | { readonly kind: 'not-cors'; readonly cause: NotCorsCause }
  | { readonly kind: 'untold' };

const untold: ObservedEnd = { kind: 'untold' };

export function lastHop(exchange: Exchange): Hop | undefined {
  return exchange.hops.at(-1);
}

/** Whether the request itself, not only its preflight, was seen to go out. */
export function wasSent({ response, redirectedTo, sentAt, preflight }: Hop): boolean {
  if (response !== null || redirectedTo !== null) return true;
  if (sentAt === null) return false;
  // Firefox tells of the request before its preflight: that is not the sending.
  return preflight === null || (preflight.response !== null && sentAt >= preflight.response.at);
}

/** What the browser that saw the exchange tells about its end. Its verdict is computed elsewhere. */
export function observedEnd(exchange: Exchange, observedBy: EngineName): ObservedEnd {
  const { ending } = exchange;
  switch (ending.kind) {
    case 'pending':
      return { kind: 'pending' };
    case 'lost':
      return byTiming(exchange);
    case 'completed':
      return { kind: 'passed', basis: 'outcome' };
    case 'answered':
      return answeredEnd(exchange);
    case 'failed':
      return failedEnd(exchange, ending.error, observedBy);
  }
}

/** Resource timing says 0 where the page cannot read the answer. */
function byTiming({ timingStatus }: Exchange): ObservedEnd {
  if (timingStatus === null) return untold;
  return { kind: timingStatus === 0 ? 'refused' : 'passed', basis: 'resource-timing' };
}

/** An answer that came in whole, and may be kept from the page all the same. */
function answeredEnd(exchange: Exchange): ObservedEnd {
  const end = byTiming(exchange);
  const hop = lastHop(exchange);
  const isReadableRedirect = end.kind === 'passed' && hop !== undefined && stoppedAtRedirect(hop);
  return isReadableRedirect ? { kind: 'not-cors', cause: 'redirect-mode-error' } : end;
}

/** Whether the browser stayed where it was told to go on: only the request's own redirect mode can have told it to. */
function stoppedAtRedirect({ redirectedTo, response }: Hop): boolean {
  if (redirectedTo !== null || response === null || !isRedirectStatus(response.status)) return false;
  return response.headers.some(([name, value]) => name.toLowerCase() === 'location' && value.trim() !== '');
}

function failedEnd(exchange: Exchange, error: string, observedBy: EngineName): ObservedEnd {
  const meaning = finestMeaning(exchange, error);
  switch (meaning) {
    case 'says-nothing':
      return byTiming(exchange);
    case 'refused':
      return refusedEnd(exchange);
    case 'aborted':
      return abortedEnd(exchange, observedBy);
    case 'corp':
      return { kind: 'not-cors', cause: lacksResourcePolicy(lastHop(exchange)) ? 'coep' : 'corp' };
    default:
      return { kind: 'not-cors', cause: meaning };
  }
}

/** A browser has one error for both: but where the answer sets no policy, only the page's COEP can have asked for one. */
function lacksResourcePolicy(hop: Hop | undefined): boolean {
  return hop?.response?.headers.every(([name]) => name.toLowerCase() !== 'cross-origin-resource-policy') === true;
}

/** The first of the errors that names anything: the request's own, DevTools', its preflight's. */
function finestMeaning(exchange: Exchange, error: string): ReturnType<typeof meaningOfError> {
  // DevTools' name may be the request's own with a sub-reason.
  const isFiner = exchange.networkError?.startsWith(`${error}.`) === true;
  const own = meaningOfError(isFiner ? (exchange.networkError ?? error) : error);
  if (own !== 'refused') return own;
  const fromDevtools = exchange.networkError === null ? own : meaningOfError(exchange.networkError);
  if (fromDevtools !== 'refused') return fromDevtools;
  const preflight = lastHop(exchange)?.preflight;
  if (preflight?.ending.kind !== 'failed' || preflight.response !== null) return own;
  return meaningOfError(preflight.ending.error);
}

/** Nameless failures with no answer to judge are something else: a rule, another extension, the local network. */
function refusedEnd(exchange: Exchange): ObservedEnd {
  const hop = lastHop(exchange);
  const hasAnswer = hop !== undefined && (hop.response !== null || (hop.preflight?.response ?? null) !== null);
  if (hop === undefined || hasAnswer || hop.redirectedTo !== null) return { kind: 'refused', basis: 'outcome' };
  // DevTools' record leaves the answer out in some cases (a worker's request): that there was none is not known.
  if (!exchange.sources.includes('web-request')) return untold;
  return { kind: 'not-cors', cause: causeWithoutAnswer(exchange, hop) };
}

function causeWithoutAnswer(exchange: Exchange, hop: Hop): NotCorsCause {
  const { initiator } = exchange;
  const url = parseUrl(hop.url);
  const space = addressSpaceOf(url?.hostname ?? '');
  if (initiator.origin?.startsWith('https:') === true && url?.protocol === 'http:' && space !== 'loopback') {
    return 'mixed-content';
  }
  if (reachesIntoLocalNetwork(exchange, hop)) return 'local-network-access';
  // A keepalive request that may not follow: see stoppingHop. Until DevTools says more, this is what it looks like.
  if (stoppingHop(exchange) !== hop) return 'redirect-mode-error';
  return diedOnItsWayIn(exchange, hop) ? 'local-network-access' : 'other-network-error';
}

/** Chromium has no name for it when a page says that a private server is in another address space than it is. */
function diedOnItsWayIn({ ending }: Exchange, { url, preflight }: Hop): boolean {
  const isNameless = ending.kind === 'failed' && ending.error === 'net::ERR_FAILED' && preflight === null;
  return isNameless && /^(?:loopback|local)$/.test(addressSpaceOf(parseUrl(url)?.hostname ?? '') ?? '');
}

/** Whether the host's name alone tells that it is this machine or its network, and the page's own is not as private. */
export function reachesIntoLocalNetwork({ initiator }: Exchange, hop: Hop): boolean {
  const space = addressSpaceOf(parseUrl(hop.url)?.hostname ?? '');
  if (space !== 'loopback' && space !== 'local') return false;
  const page = parseUrl(initiator.origin ?? '') ?? parseUrl(initiator.url ?? '');
  const pageSpace = addressSpaceOf(page?.hostname ?? '');
  return pageSpace === null || isMorePrivate(space, pageSpace);
}

/**
 * An abort after a redirect comes from the request's own mode; an abort of an image after its answer is Firefox's ORB.
 */
function abortedEnd(exchange: Exchange, observedBy: EngineName): ObservedEnd {
  const hop = stoppingHop(exchange);
  if (hop !== undefined && isRedirectNotFollowed(hop)) {
    if (isRefusedByMode(exchange, hop)) return { kind: 'refused', basis: 'outcome' };
    const target = parseUrl(hop.redirectedTo ?? '');
    if (target !== null && includesCredentials(target)) return { kind: 'not-cors', cause: 'redirect-invalid' };
    return redirectModeOf(exchange) === 'manual'
      ? { kind: 'passed', basis: 'outcome' }
      : { kind: 'not-cors', cause: 'redirect-mode-error' };
  }
  const hasAnswer = hop !== undefined && hop.response !== null;
  if (!hasAnswer) return { kind: 'not-cors', cause: 'aborted' };
  if (observedBy === 'firefox' && /^(?:image|imageset|script|media)$/.test(exchange.type)) {
    return { kind: 'not-cors', cause: 'orb' };
  }
  // A stream that its page closed. Had the answer been refused, that would have ended it before.
  return exchange.type === 'xmlhttprequest' && isEventStream(hop)
    ? { kind: 'passed', basis: 'outcome' }
    : { kind: 'not-cors', cause: 'aborted' };
}

function isEventStream({ response }: Hop): boolean {
  const type = firstValue(response?.headers ?? [], 'content-type') ?? '';
  return /^text\/event-stream\b/i.test(type);
}

/**
 * The hop where it ended. Of a `keepalive` request that follows no redirect, Chromium tells a next hop that never goes
 * out and fails without a name, and only DevTools says that it was aborted.
 */
function stoppingHop(exchange: Exchange): Hop | undefined {
  const { ending, hops } = exchange;
  const [before, last] = hops.slice(-2);
  if (before === undefined || last === undefined || before.redirectedTo === null) return hops.at(-1);
  const neverWent = last.sentAt === null && last.response === null && last.preflight === null;
  const isNameless = ending.kind === 'failed' && meaningOfError(ending.error) === 'refused';
  return neverWent && isNameless ? before : last;
}

function isRedirectNotFollowed(hop: Hop): boolean {
  return hop.redirectedTo !== null || isRedirectStatus(hop.response?.status ?? 0);
}

/** Mode `same-origin`, redirected elsewhere: that is refused, whatever the redirect mode. */
function isRefusedByMode(exchange: Exchange, hop: Hop): boolean {
  return isSameOriginMode(hop) && leavesOrigin(exchange, hop);
}

function isSameOriginMode({ requestHeaders }: Hop): boolean {
  return (
    requestHeaders?.some(([name, value]) => name.toLowerCase() === 'sec-fetch-mode' && value === 'same-origin') === true
  );
}

function leavesOrigin({ initiator }: Exchange, { redirectedTo }: Hop): boolean {
  return redirectedTo !== null && originOf(parseUrl(redirectedTo)) !== initiator.origin;
}

/**
 * The request's redirect mode, as far as its end tells: Chromium's webRequest shows the same abort for `manual` and
 * `error`, but DevTools calls only the first one aborted. Firefox shows the same answer for both.
 */
export function redirectModeOf(exchange: Exchange): RedirectMode {
  const { ending, networkError } = exchange;
  const hop = stoppingHop(exchange);
  if (hop === undefined) return 'follow';
  if (ending.kind === 'answered') return stoppedAtRedirect(hop) ? 'error' : 'follow';
  if (ending.kind !== 'failed' || !isRedirectNotFollowed(hop)) return 'follow';
  if (finestMeaning(exchange, ending.error) !== 'aborted' || isRefusedByMode(exchange, hop)) return 'follow';
  return networkError !== null && meaningOfError(networkError) === 'aborted' ? 'manual' : 'error';
}
