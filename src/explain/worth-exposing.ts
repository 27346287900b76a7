import { listed } from './quote.ts';
import { joinSentences, type RichText, rich } from './rich-text.ts';

/**
 * Whether a page's code may want to read a response header. Those of CORS and `Vary` are for browsers and caches; cookies
 * can never be read.
 */
export function isWorthExposing(name: string): boolean {
  return !isCookie(name) && !/^(?:access-control-.*|vary)$/i.test(name);
}

/** @param names of headers that are not worth exposing, at least one */
export function whyNotExposed(names: readonly string[]): RichText {
  const cookies = names.filter(isCookie);
  const others = names.filter((name) => !isCookie(name));
  return joinSentences([
    ...(others.length > 0
      ? [rich`${listed(others)} ${others.length === 1 ? 'is' : 'are'} for browsers and caches.`]
      : []),
    ...(cookies.length > 0 ? [rich`No code may ever read ${listed(cookies)}.`] : []),
  ]);
}

function isCookie(name: string): boolean {
  return /^set-cookie2?$/i.test(name);
}
