import { type HarEntry, isReadable, readHarEntry } from '../har-entry.ts';
import { field } from '../har-value.ts';

/** One request as DevTools recorded it when it was over: a preflight, or what a page asked for between two redirects. */
export type RecordedRequest = HarEntry;

/**
 * Reads what `devtools.network` tells of a request that is over.
 *
 * @returns null for what went over no wire (out of memory, an extension's own), and for what a service worker answered:
 *   its own request is recorded beside it
 */
export function readRecordedRequest(value: unknown): RecordedRequest | null {
  const entry = readHarEntry(value);
  if (!isReadable(entry) || !/^https?:/i.test(entry.url)) return null;
  const isAnsweredInside =
    field(value, '_fromCache') === 'memory' || field(field(value, 'response'), '_fetchedViaServiceWorker') === true;
  return isAnsweredInside ? null : entry;
}
