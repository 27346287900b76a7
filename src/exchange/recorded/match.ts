import type { HeaderLine } from '../../cors/header-list.ts';
import type { Milliseconds } from '../exchange.ts';
import type { RecordedRequest } from './recorded-request.ts';
import type { SeenHop, SeenHops } from './seen-hops.ts';

/** Milliseconds by which webRequest may date a request before its record: some 20 in Firefox, under load more. */
const early = 200;

/** By how many after its end: its beginning, and what is heard later. Firefox's records end before its events. */
const late = { beginning: 50, middle: 1_500 };

/** How many hops a record is compared with at a time, the nearest in time. */
const mostCandidates = 32;

/** What one difference weighs, in the milliseconds that times may differ instead. */
const header = 1_000;
/** Nor known to be the same: a hop whose headers were heard, and are these, comes first. */
const unknownHeaders = 400;
const answer = 100_000;

/**
 * Finds the hop that each record is of: the same method and address, told of while the record ran. Of several, the one
 * that fits best in headers, status and times.
 */
export function matchRecords(records: readonly RecordedRequest[], seen: SeenHops): Map<RecordedRequest, SeenHop> {
  const found = new Map<RecordedRequest, SeenHop>();
  const taken = new Set<SeenHop>();
  let rest = records;
  // Those nearest to one may all turn out to be another's: then it is compared with the next.
  for (let before = -1; rest.length > 0 && found.size > before; ) {
    before = found.size;
    for (const { record, hop } of closestFirst(rest, seen, taken)) {
      if (found.has(record) || taken.has(hop)) continue;
      found.set(record, hop);
      taken.add(hop);
    }
    rest = rest.filter((record) => !found.has(record));
  }
  return found;
}

function closestFirst(records: readonly RecordedRequest[], seen: SeenHops, taken: ReadonlySet<SeenHop>) {
  return records
    .flatMap((record) =>
      nearest(record, seen, taken).map((hop) => ({ record, hop, distance: distanceOf(record, hop) })),
    )
    .sort((a, b) => a.distance - b.distance);
}

/** Whether a hop may be what was recorded. */
export function couldBe({ startedAt, endedAt }: RecordedRequest, { at, isFromMiddle }: SeenHop): boolean {
  return at >= startedAt - early && at <= endedAt + (isFromMiddle ? late.middle : late.beginning);
}

function nearest(record: RecordedRequest, seen: SeenHops, taken: ReadonlySet<SeenHop>): SeenHop[] {
  const candidates = [...seen.unmatched(record.method, record.url)].filter(
    (hop) => !taken.has(hop) && couldBe(record, hop),
  );
  if (candidates.length <= mostCandidates) return candidates;
  return candidates
    .sort((a, b) => Math.abs(a.at - whenToldOf(record, a)) - Math.abs(b.at - whenToldOf(record, b)))
    .slice(0, mostCandidates);
}

function distanceOf(record: RecordedRequest, hop: SeenHop): number {
  const { endedAt } = hop.request;
  const isSameAnswer = hop.status === null || record.status === 0 || hop.status === record.status;
  return (
    Math.abs(hop.at - whenToldOf(record, hop)) +
    (endedAt === null ? 0 : Math.abs(endedAt - record.endedAt)) +
    headerDistance(record, hop) +
    (isSameAnswer ? 0 : answer)
  );
}

function headerDistance({ hasSentHeaders, requestHeaders }: RecordedRequest, { headers }: SeenHop): number {
  return headers === null || !hasSentHeaders ? unknownHeaders : header * differences(headers, requestHeaders);
}

/** Of a hop whose beginning was not heard, the answer is the first that is. */
function whenToldOf({ startedAt, answeredAt }: RecordedRequest, { isFromMiddle }: SeenHop): Milliseconds {
  return isFromMiddle ? answeredAt : startedAt;
}

/** How many header lines of the one are not among the other's. */
function differences(seen: readonly HeaderLine[], recorded: readonly HeaderLine[]): number {
  const lines = new Set(recorded.map(([name, value]) => `${name.toLowerCase()}: ${value}`));
  return seen.filter(([name, value]) => !lines.has(`${name.toLowerCase()}: ${value}`)).length;
}
