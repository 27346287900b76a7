import type { Entry } from './entry.ts';
import type { EntryIndex } from './entry-index.ts';
import type { Exchange, Source } from './exchange.ts';
import type { RecordObservation } from './observation.ts';
import type { Pages } from './pages.ts';
import { withRecorded } from './recorded/merge.ts';

/** Adds to an exchange what DevTools alone tells of it. */
export function addTrace(
  { roles }: EntryIndex,
  { requestId, stack, networkError }: RecordObservation & { readonly kind: 'traced' },
): void {
  const role = roles.get(requestId);
  if (role === undefined || role.preflightOfHop !== null) return;
  const { exchange } = role.entry;
  const sources: readonly Source[] = [...new Set([...exchange.sources, 'devtools-network' as const])];
  role.entry.exchange = { ...exchange, sources, stack, networkError: networkError ?? exchange.networkError };
}

/** Adds an exchange as DevTools recorded it, or completes by it what was seen of one. */
export function addRecord(
  index: EntryIndex,
  pages: Pages,
  { requestId, exchange: recorded }: RecordObservation & { readonly kind: 'recorded' },
): void {
  const role = index.roles.get(requestId);
  if (role !== undefined && role.preflightOfHop !== null) return;
  const entry = role?.entry ?? begin(index, pages, requestId, recorded);
  entry.exchange = withRecorded(entry.exchange, recorded);
  for (const [hop, { preflight }] of recorded.hops.entries()) {
    if (preflight !== null) claimPreflight(index, entry, hop, preflight.requestId);
  }
  index.settle(entry);
}

function begin(index: EntryIndex, pages: Pages, requestId: string, recorded: Exchange): Entry {
  const { tabId, frameId, initiator, startedAt } = recorded;
  const entry: Entry = {
    caller: { tabId, frameId, documentId: null, initiator },
    exchange: { ...recorded, id: index.freeId(requestId), page: pages.at(startedAt) },
    waitsUnder: null,
    requestIds: [requestId],
  };
  index.add(entry, requestId);
  return entry;
}

/** The record knows whose preflight it is: one that found no request is no exchange of its own any more. */
function claimPreflight(index: EntryIndex, entry: Entry, hop: number, requestId: string): void {
  const role = index.roles.get(requestId);
  if (role !== undefined && (role.preflightOfHop !== null || role.entry === entry)) return;
  if (role !== undefined) index.remove(role.entry);
  entry.requestIds.push(requestId);
  index.roles.set(requestId, { entry, preflightOfHop: hop });
}
