import type { Exchange } from './exchange.ts';

/**
 * Whether all that is known of an exchange comes from an archive. Firefox, Chromium and proxies list preflights in theirs;
 * Playwright and Safari do not, so that a missing one says nothing.
 */
export function isFromArchive({ sources }: Exchange): boolean {
  return sources.every((source) => source === 'har');
}
