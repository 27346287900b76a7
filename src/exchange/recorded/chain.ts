import type { Milliseconds } from '../exchange.ts';
import { preflightMethod } from '../har-preflight.ts';
import { KeyedSets } from '../keyed-sets.ts';
import {
  askedHeaderNames,
  askedMethod,
  type Caller,
  hasAskedHeaders,
  pairedRequest,
  type WaitingRequest,
} from '../pairing.ts';
import { withoutFragment } from '../without-fragment.ts';
import type { RecordedRequest } from './recorded-request.ts';

/** The recorded requests that make one exchange: one link per redirect, each with its preflight. */
export interface RecordedChain {
  readonly links: readonly [RecordedLink, ...RecordedLink[]];
}

export interface RecordedLink {
  readonly request: RecordedRequest;
  readonly preflight: RecordedRequest | null;
}

export interface Chained {
  readonly chains: readonly RecordedChain[];
  /** Preflights whose request is not recorded, or not yet. */
  readonly preflights: readonly RecordedRequest[];
}

/** Milliseconds by which the recorded times of two related requests may disagree. */
const slack = 2;

/** How long after its redirect a request may begin. */
const longestHop = 1_000;

/**
 * Records do not say what belongs together: it is told by address, method, time, order, and the headers asked for.
 *
 * @param mayBeAlone whether a preflight's own request may not be recorded yet, so that no other should be taken for it
 */
export function chainRequests(
  recorded: readonly RecordedRequest[],
  mayBeAlone: (preflight: RecordedRequest) => boolean,
): Chained {
  const inOrder = recorded.toSorted((a, b) => a.startedAt - b.startedAt);
  const requests = inOrder.filter((record) => preflightMethod(record) === null);
  const preflights = inOrder.filter((record) => preflightMethod(record) !== null);
  const { paired, unpaired } = pairPreflights(preflights, requests, mayBeAlone);
  const links = requests.map((request): RecordedLink => ({ request, preflight: paired.get(request) ?? null }));
  return { chains: followRedirects(links), preflights: unpaired };
}

/** Whether the browser followed a redirect, as far as one record tells. */
export function isRedirected({ redirectedTo, error }: RecordedRequest): boolean {
  return redirectedTo !== null && error === null;
}

export function startOf({ links: [first] }: RecordedChain): Milliseconds {
  return first.request.startedAt;
}

export function endOf(chain: RecordedChain): Milliseconds {
  return lastLink(chain).request.endedAt;
}

/** Every request of the chain, preflights among them. */
export function recordsOf({ links }: RecordedChain): RecordedRequest[] {
  return links.flatMap(({ request, preflight }) => (preflight === null ? [request] : [request, preflight]));
}

/**
 * Whether nothing more can belong to the chain: a redirect may yet be followed.
 *
 * @param patience how long a record of what followed may be waited for
 */
export function isWhole(chain: RecordedChain, patience: Milliseconds, now: Milliseconds): boolean {
  const { request } = lastLink(chain);
  const mayGoOn = isRedirected(request) && /^https?:/.test(request.redirectedTo ?? '');
  return !mayGoOn || request.endedAt < now - patience;
}

export function lastLink({ links }: RecordedChain): RecordedLink {
  return links.at(-1) ?? links[0];
}

interface Waiting extends WaitingRequest {
  readonly request: RecordedRequest;
}

/** Records do not tell callers apart. */
const anyCaller: Caller = { tabId: 0, frameId: 0, documentId: null, initiator: { origin: null, url: null } };

function waitingFor(request: RecordedRequest): Waiting {
  return {
    request,
    caller: anyCaller,
    method: request.method,
    requestHeaders: request.hasSentHeaders ? request.requestHeaders : null,
  };
}

function questionOf({ requestHeaders: headers }: RecordedRequest) {
  return { caller: anyCaller, method: askedMethod('OPTIONS', headers), headerNames: askedHeaderNames(headers) };
}

function pairPreflights(
  preflights: readonly RecordedRequest[],
  requests: readonly RecordedRequest[],
  mayBeAlone: (preflight: RecordedRequest) => boolean,
) {
  const waiting = new KeyedSets<Waiting>();
  for (const request of requests) waiting.add(withoutFragment(request.url), waitingFor(request));
  const paired = new Map<RecordedRequest, RecordedRequest>();
  const unpaired: RecordedRequest[] = [];
  for (const preflight of preflights) {
    const key = withoutFragment(preflight.url);
    const candidates = [...waiting.get(key)].filter(({ request }) => isWithin(preflight, request));
    const question = questionOf(preflight);
    const found = pairedRequest(question, candidates);
    if (found === null || (!hasAskedHeaders(question, found) && mayBeAlone(preflight))) {
      unpaired.push(preflight);
      continue;
    }
    waiting.delete(key, found);
    paired.set(found.request, preflight);
  }
  return { paired, unpaired };
}

function isWithin(preflight: RecordedRequest, request: RecordedRequest): boolean {
  return preflight.startedAt >= request.startedAt - slack && preflight.startedAt <= request.endedAt + slack;
}

function followRedirects(links: readonly RecordedLink[]): RecordedChain[] {
  const byAddress = new KeyedSets<RecordedLink>();
  for (const link of links) byAddress.add(withoutFragment(link.request.url), link);
  const followed = new Set<RecordedLink>();
  const next = new Map<RecordedLink, RecordedLink>();
  for (const link of links) {
    if (!isRedirected(link.request)) continue;
    const target = nextLink(link, [...byAddress.get(withoutFragment(link.request.redirectedTo ?? ''))], followed);
    if (target === null) continue;
    followed.add(target);
    next.set(link, target);
  }
  return links.filter((link) => !followed.has(link)).map((first) => ({ links: [first, ...linksAfter(first, next)] }));
}

function nextLink(
  { request }: RecordedLink,
  candidates: readonly RecordedLink[],
  followed: ReadonlySet<RecordedLink>,
): RecordedLink | null {
  const from = request.endedAt - slack;
  const best = candidates.find((one) => one.request !== request && !followed.has(one) && one.request.startedAt >= from);
  return best !== undefined && best.request.startedAt <= from + longestHop ? best : null;
}

function linksAfter(first: RecordedLink, next: ReadonlyMap<RecordedLink, RecordedLink>): RecordedLink[] {
  const after: RecordedLink[] = [];
  for (let link = next.get(first); link !== undefined; link = next.get(link)) after.push(link);
  return after;
}
