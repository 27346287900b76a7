/** A part of a string: from the first UTF-16 unit to the one behind the last. */
export type Range = readonly [from: number, to: number];

/** Where in the text the pattern matches. The pattern must be global. */
export function rangesOf(text: string, pattern: RegExp): Range[] {
  return Array.from(text.matchAll(pattern), (match): Range => [match.index, match.index + match[0].length]);
}

/** All of the text; nothing where it is empty. */
export function whole(text: string): Range[] {
  return text === '' ? [] : [[0, text.length]];
}
