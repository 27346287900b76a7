import { asPreflight, withHop } from './advance.ts';
import type { Entry } from './entry.ts';
import type { EntryIndex, Role } from './entry-index.ts';
import type { Exchange, Hop, ObservedPreflight, Source } from './exchange.ts';
import type { RecordObservation } from './observation.ts';
import type { Pages } from './pages.ts';
import { mergePreflights, withRecorded } from './recorded/merge.ts';

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
  dropGuesses(index, entry, recorded);
  const hops = recorded.hops.map((hop) => withSeenPreflight(index, entry, hop));
  entry.exchange = withRecorded(entry.exchange, { ...recorded, hops });
  for (const [hop, { preflight }] of hops.entries()) {
    if (preflight !== null) index.addPreflight(entry, hop, preflight.requestId);
  }
  index.settle(entry);
}

/** Where events were missed, preflights are paired by guess. A record knows which ones a request had, if any. */
function dropGuesses(index: EntryIndex, entry: Entry, recorded: Exchange): void {
  const known = recorded.hops.flatMap(({ preflight }) => preflight?.requestId ?? []);
  const wasMistaken = known.some((id) => index.roles.has(id) && index.roles.get(id)?.entry !== entry);
  for (const [place, { preflight }] of entry.exchange.hops.entries()) {
    if (preflight === null || known.includes(preflight.requestId)) continue;
    const isGuess = wasMistaken || preflight.requestHeaders.length === 0;
    if (!isGuess) continue;
    entry.exchange = withHop(entry.exchange, place, (hop) => ({ ...hop, preflight: null }));
    // Its role stays, so that the request whose it is notices the mistake as well.
    entry.requestIds.splice(entry.requestIds.indexOf(preflight.requestId), 1);
  }
}

/** The hop with all that was seen of its preflight, which may have stood for itself, or by guess with another request. */
function withSeenPreflight(index: EntryIndex, entry: Entry, hop: Hop): Hop {
  const recorded = hop.preflight;
  const role = recorded === null ? undefined : index.roles.get(recorded.requestId);
  if (recorded === null || role === undefined || role.entry === entry) return hop;
  const seen = takePreflight(index, role, recorded.requestId);
  if (role.preflightOfHop === null) index.remove(role.entry);
  return { ...hop, preflight: mergePreflights(seen, recorded) };
}

/** What was seen of a preflight. Its place has it no more, unless a record said that one of another name belongs there. */
function takePreflight(
  index: EntryIndex,
  { entry, preflightOfHop: place }: Role,
  id: string,
): ObservedPreflight | null {
  if (place === null) return asPreflight(entry);
  const taken = entry.exchange.hops[place]?.preflight;
  if (taken?.requestId !== id) return null;
  const isOther = (other: string) => other !== id && index.roles.get(other)?.preflightOfHop === place;
  const ownId = entry.requestIds.find(isOther);
  const left = ownId === undefined ? null : { ...taken, requestId: ownId };
  entry.exchange = withHop(entry.exchange, place, (hop) => ({ ...hop, preflight: left }));
  return taken;
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
