import type { Milliseconds } from '../exchange/exchange.ts';
import type { TimingEntry } from './timing-entry.ts';

/** A request that has ended, as the browser told of it. */
export interface TimedRequest {
  readonly url: string;
  readonly startedAt: Milliseconds;
  readonly endedAt: Milliseconds;
}

/** How far the two accounts of a request may differ, in milliseconds: its beginning and its end, added up. */
const mostApart = 1_000;

/**
 * Which entry belongs to which request. Both have the address; of several with the same one, those go together whose
 * times are nearest. Each entry belongs to one request at most.
 */
export function matchTiming<Request extends TimedRequest>(
  requests: readonly Request[],
  entries: readonly TimingEntry[],
): Map<Request, TimingEntry> {
  const pairs = requests
    .flatMap((request) =>
      entries
        .filter(({ url }) => url === request.url)
        .map((entry) => ({ request, entry, apart: timeBetween(request, entry) })),
    )
    .filter(({ apart }) => apart <= mostApart)
    .sort((a, b) => a.apart - b.apart);
  const matches = new Map<Request, TimingEntry>();
  const taken = new Set<TimingEntry>();
  for (const { request, entry } of pairs) {
    if (matches.has(request) || taken.has(entry)) continue;
    matches.set(request, entry);
    taken.add(entry);
  }
  return matches;
}

function timeBetween(request: TimedRequest, entry: TimingEntry): Milliseconds {
  return Math.abs(request.startedAt - entry.startedAt) + Math.abs(request.endedAt - entry.endedAt);
}
