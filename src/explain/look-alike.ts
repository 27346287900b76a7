import type { Difference } from './look-alike/difference.ts';
import { listDifference, whitespaceInside } from './look-alike/list-difference.ts';
import type { OriginCause } from './look-alike/origin-cause.ts';
import { quotesDifference, withoutQuotes } from './look-alike/quotes-difference.ts';
import { type Range, rangesOf, whole } from './look-alike/range.ts';
import { unfilledDifference } from './look-alike/unfilled-difference.ts';
import { urlDifferences } from './look-alike/url-difference.ts';
import { code } from './quote.ts';
import { joinSentences, type RichText, rich } from './rich-text.ts';
import { unseenRanges } from './visible.ts';

export { type OriginCause, originCauses } from './look-alike/origin-cause.ts';
export type { Range } from './look-alike/range.ts';

/** How a value differs from the origin that it was most likely meant to be. */
export interface LookAlike {
  /** What matters most. */
  readonly cause: OriginCause;
  /** All causes that were found, the same one first. */
  readonly causes: readonly OriginCause[];
  /** The parts of the found value that are at fault, in order, apart from each other. */
  readonly found: readonly Range[];
  /** The parts of the expected origin that they should have been; empty where nothing corresponds. */
  readonly expected: readonly Range[];
  /** What differs, and what to do about it. */
  readonly text: RichText;
}

/** UTF-16 units. No mistake of a person is longer, and nobody shall slow the panel down by a header. */
const longestValue = 2_000;

/**
 * The most likely human cause of an `Access-Control-Allow-Origin` that does not match.
 *
 * @param expectedOrigin the origin that the request was made from, serialised
 * @param found the header's combined value
 * @returns null where the two are the same, where the value is `*`, or where no likely cause is known
 */
export function lookAlike(expectedOrigin: string, found: string): LookAlike | null {
  if (found === expectedOrigin || found === '*' || found.length > longestValue) return null;
  const differences = originDifferences(expectedOrigin, found);
  const [first] = differences;
  if (first === undefined) return null;
  return {
    cause: first.cause,
    causes: differences.map(({ cause }) => cause),
    found: apart(differences.flatMap((each) => each.found)),
    expected: apart(differences.flatMap((each) => each.expected)),
    // Two causes at once are common (a slash and a missing port); more would be no sentence any more.
    text: joinSentences(differences.slice(0, 2).map(({ text }) => text)),
  };
}

function originDifferences(expected: string, found: string): readonly Difference[] {
  const single = (difference: Difference | null): readonly Difference[] => (difference ? [difference] : []);
  if (found.trim() === '') return [empty(expected, found)];
  const unseen = unseenRanges(found);
  if (unseen.length > 0) return [invisible(expected, found, unseen)];
  if (expected === 'null') return single(opaquePage(found));
  const list = listDifference(expected, found);
  if (list) return [list];
  const meantToBe = withoutQuotes(found);
  if (meantToBe !== found && [expected, '*', 'null'].includes(meantToBe))
    return single(quotesDifference(expected, found));
  const unfilled =
    unfilledDifference(expected, found) ?? quotesDifference(expected, found) ?? whitespaceInside(expected, found);
  return unfilled ? [unfilled] : urlDifferences(expected, found);
}

function empty(expected: string, found: string): Difference {
  return {
    cause: 'empty',
    found: whole(found),
    expected: whole(expected),
    text: rich`The header is there, but empty. The setting that should hold the origin probably has no value: make the server send ${code(expected)}.`,
  };
}

function invisible(expected: string, found: string, unseen: readonly Range[]): Difference {
  const count = unseen.reduce((sum, [from, to]) => sum + Array.from(found.slice(from, to)).length, 0);
  return {
    cause: 'invisible-character',
    found: unseen,
    expected: [],
    text: rich`The value holds ${count === 1 ? 'a character' : `${count} characters`} that cannot be seen. Type ${code(expected)} anew in the server's configuration: pasted text often brings such characters along.`,
  };
}

/** The page has no origin of its own, so no allowed origin can match. */
function opaquePage(found: string): Difference | null {
  const looksLikeOrigin = rangesOf(found, /^[a-z][a-z0-9+.-]*:\/\/.+$/gi);
  if (looksLikeOrigin.length === 0) return null;
  return {
    cause: 'opaque-page',
    found: looksLikeOrigin,
    expected: whole('null'),
    text: rich`This request came with ${code('Origin: null')}. Sandboxed frames, ${code('file:')} and ${code('data:')} pages have that origin, and so has a request that was redirected from one foreign origin to another.`,
  };
}

/** Ranges in order, those that touch or overlap as one. */
function apart(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const [from, to] of [...ranges].sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}
