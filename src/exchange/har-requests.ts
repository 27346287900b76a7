import type { HarEntry } from './har-entry.ts';
import { preflightMethod } from './har-preflight.ts';
import { KeyedSets } from './keyed-sets.ts';
import { withoutFragment } from './without-fragment.ts';

/** One request of an archive as the page made it: an entry for each hop, each with its preflight. */
export interface HarRequest {
  readonly hops: HarHop[];
  /** The browser went after the last redirect, and was stopped before anything went out there. */
  stoppedAt: HarEntry | null;
}

export interface HarHop {
  /** Null where only the preflight is in the archive. */
  readonly entry: HarEntry | null;
  preflight: HarEntry | null;
}

/** How long after a redirect the next hop begins at the latest, and how far a preflight is from its request. */
const longestGap = 5000;

/**
 * Puts together what belongs to one request: redirects with what followed, preflights with what they were for. A
 * preflight whose request is not there (Firefox and proxies show none that was never sent) is a request of its own.
 *
 * @param entries in any order
 */
export function requestsOf(entries: readonly HarEntry[]): HarRequest[] {
  const inOrder = entries.toSorted((a, b) => a.startedAt - b.startedAt);
  const requests = chained(inOrder.filter((entry) => preflightMethod(entry) === null));
  const hops = new KeyedSets<HarHop>();
  for (const hop of requests.flatMap((request) => request.hops)) hops.add(withoutFragment(hop.entry?.url ?? ''), hop);
  for (const preflight of inOrder) {
    const method = preflightMethod(preflight);
    if (method === null) continue;
    const hop = nearest(preflight, method, hops.get(withoutFragment(preflight.url)));
    if (hop) hop.preflight = preflight;
    else requests.push({ hops: [{ entry: null, preflight }], stoppedAt: null });
  }
  return requests.sort((a, b) => startOf(a) - startOf(b));
}

/** Each redirect with what was asked next, at once, at the address it led to. */
function chained(entries: readonly HarEntry[]): HarRequest[] {
  const requests: HarRequest[] = [];
  const open = new KeyedSets<HarRequest>();
  for (const entry of entries) {
    const url = withoutFragment(entry.url);
    const earlier = [...open.get(url)].find((request) => follows(entry, lastEntry(request)));
    const request: HarRequest = earlier ?? { hops: [], stoppedAt: null };
    if (earlier) open.delete(url, earlier);
    else requests.push(request);
    if (earlier && neverWentOut(entry)) earlier.stoppedAt = entry;
    else request.hops.push({ entry, preflight: null });
    const goesOn = entry.redirectedTo !== null && entry.error === null && request.stoppedAt === null;
    if (goesOn) open.add(withoutFragment(entry.redirectedTo), request);
  }
  return requests;
}

function lastEntry({ hops }: HarRequest): HarEntry | null {
  return hops.at(-1)?.entry ?? null;
}

function follows(entry: HarEntry, redirect: HarEntry | null): boolean {
  if (redirect === null || (redirect.type !== entry.type && !neverWentOut(entry))) return false;
  return entry.startedAt >= redirect.startedAt && entry.startedAt - redirect.endedAt <= longestGap;
}

/** Firefox lists the target of a redirect that it refused, Chromium one at an address that is not http. */
function neverWentOut({ status, error, hasSentHeaders, url }: HarEntry): boolean {
  return status === 0 && !hasSentHeaders && (error === null || !/^https?:/i.test(url));
}

/** The hop without a preflight that is nearest in time: browsers begin it before its preflight, proxies see it after. */
function nearest(preflight: HarEntry, method: string, hops: Iterable<HarHop>): HarHop | null {
  let found: HarHop | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const hop of hops) {
    const { entry } = hop;
    if (entry === null || hop.preflight !== null || (method !== '' && entry.method !== method)) continue;
    if (gap(entry, preflight) > longestGap) continue;
    const away = Math.abs(entry.startedAt - preflight.startedAt);
    if (away >= distance) continue;
    found = hop;
    distance = away;
  }
  return found;
}

/** Milliseconds between the end of the one and the beginning of the other; negative where they overlap. */
function gap(a: HarEntry, b: HarEntry): number {
  return Math.max(a.startedAt - b.endedAt, b.startedAt - a.endedAt);
}

function startOf({ hops: [first] }: HarRequest): number {
  return first?.entry?.startedAt ?? first?.preflight?.startedAt ?? 0;
}
