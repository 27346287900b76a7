import { type Range, rangesOf } from './look-alike/range.ts';

/** Characters that show nothing, or that change the direction of what stands around them. Lone surrogates too: they are no text. */
export const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/** Where a text holds characters that cannot be seen, or that could pass for a plain space. A tab is white space like any other. */
export function unseenRanges(text: string): Range[] {
  return rangesOf(text, unseen).filter(([from, to]) => text.slice(from, to) !== '\t');
}

/**
 * The text with every control, bidirectional, zero-width and odd space character replaced by its code point (`[U+202E]`), so
 * that a hostile value can neither hide bytes nor turn its surroundings around.
 */
export function visible(text: string): string {
  return text.replace(unseen, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/** Characters after which a quoted value is cut: a sentence is no place for a kilobyte. */
const longestQuote = 120;

/** A value fit to be quoted in a sentence: visible, and cut in the middle when it is very long. */
export function quotable(value: string): string {
  const characters = Array.from(visible(value));
  if (characters.length <= longestQuote) return characters.join('');
  const half = longestQuote / 2;
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}
