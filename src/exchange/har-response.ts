import type { ObservedResponse } from './exchange.ts';
import type { HarEntry } from './har-entry.ts';

/** The answer that an entry tells of; null where no answer came, or the writer was not told of one. */
export function responseOf(entry: HarEntry): ObservedResponse | null {
  const { answeredAt, status, statusText, responseHeaders, fromCache } = entry;
  if (status === 0) return null;
  return { at: answeredAt, status, statusText, headers: responseHeaders, effectiveHeaders: null, fromCache };
}
