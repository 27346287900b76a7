import { code } from '../quote.ts';
import { rich } from '../rich-text.ts';
import type { Difference } from './difference.ts';
import { rangesOf } from './range.ts';

/** Quotes of every sort, and the brackets of a list with one member; the brackets of an IPv6 address are none. */
const quotes = /["'`‘’“”«»]|%22|%27|^\[(?![\da-f]*:)|(?<!:[\da-f.]*)\]$/gi;

/** Quotes or brackets that became part of the value. */
export function quotesDifference(expected: string, found: string): Difference | null {
  const ranges = rangesOf(found, quotes);
  if (ranges.length === 0) return null;
  const rest =
    withoutQuotes(found) === expected
      ? rich`Without them it is your page's origin.`
      : rich`Make the server send ${code(expected)} without them.`;
  return {
    cause: 'quotes',
    found: ranges,
    expected: [],
    text: rich`The quotes or brackets became part of the value. ${rest}`,
  };
}

/** The value as it was most likely meant. */
export function withoutQuotes(found: string): string {
  return found.replace(quotes, '').trim();
}
