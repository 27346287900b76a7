import { type Range, rangesOf } from './range.ts';

/** A member of a comma-separated list, trimmed, and where it stands. */
export interface Token {
  readonly text: string;
  readonly range: Range;
}

/** The members of a comma-separated list; empty members are left out, as the standard does. */
export function tokens(list: string): Token[] {
  return rangesOf(list, /[^,]+/g).flatMap(([from, to]) => {
    const text = list.slice(from, to);
    const start = from + (text.length - text.trimStart().length);
    const trimmed = text.trim();
    return trimmed === '' ? [] : [{ text: trimmed, range: [start, start + trimmed.length] as const }];
  });
}

/** Everything that a method or a header name may not hold. @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const notTokenCharacter = /[^\w!#$%&'*+.^`|~-]+/g;

/** The parts of a comma-separated list that make one of its members no token, so that no browser can read the list. */
export function malformedRanges(list: string): Range[] {
  return tokens(list).flatMap(({ text, range }) =>
    rangesOf(text, notTokenCharacter).map(([from, to]): Range => [range[0] + from, range[0] + to]),
  );
}
