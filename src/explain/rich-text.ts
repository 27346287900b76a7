import { visible } from './visible.ts';

/** A piece of a sentence. `code` is bytes as they were; `bad` and `good` are bytes at fault and bytes that fit. */
export type RichPart =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly bad: string }
  | { readonly good: string };

/** A sentence or two, as data: whoever shows it decides how, and nothing in it is ever markup. */
export type RichText = readonly RichPart[];

/**
 * Builds rich text from a template: strings are taken as words and made visible, parts and rich texts are taken as
 * they are.
 *
 * @example rich`The header ${{ code: 'x-a' }} is missing.`
 */
export function rich(words: readonly string[], ...values: readonly (RichPart | RichText)[]): RichText {
  const parts: RichPart[] = [];
  words.forEach((word, index) => {
    if (word !== '') parts.push(word);
    const value = values[index];
    if (value === undefined) return;
    if (isRichText(value)) parts.push(...value);
    else parts.push(typeof value === 'string' ? visible(value) : value);
  });
  return joinWords(parts);
}

function isRichText(value: RichPart | RichText): value is RichText {
  return Array.isArray(value);
}

/** Neighbouring plain words become one part: fewer nodes to show, and texts that compare equal are equal. */
function joinWords(parts: readonly RichPart[]): RichText {
  const joined: RichPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  return joined;
}

/** Several rich texts as one, with a space between each two. */
export function joinSentences(sentences: readonly RichText[]): RichText {
  return joinWords(
    sentences.filter((sentence) => sentence.length > 0).flatMap((s, index) => (index === 0 ? s : [' ', ...s])),
  );
}

/** The characters of a part, however it is marked. */
export function partText(part: RichPart): string {
  if (typeof part === 'string') return part;
  if ('code' in part) return part.code;
  if ('strong' in part) return part.strong;
  if ('bad' in part) return part.bad;
  return part.good;
}

/** The text without its marks, one line, with invisible characters made visible. */
export function plainText(text: RichText): string {
  return visible(text.map(partText).join(''));
}

/**
 * The text as Markdown (CommonMark), one line. Whatever the values hold is shown as characters: no markup, link, HTML or
 * mention can come out of them.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export function markdown(text: RichText): string {
  // A list or a heading's underline can only begin a line, and the text is one line.
  const beginsWithWords = typeof text[0] === 'string';
  const line = withWholeValues(text).map(partMarkdown).join('');
  return beginsWithWords ? line.replace(/^(\s*\d*)([-+=.)])/, '$1\\$2') : line;
}

/** A value of which parts are marked as one value again: two code spans must not touch, their fences would become one. */
function withWholeValues(text: RichText): RichText {
  const parts: RichPart[] = [];
  for (const part of text) {
    const last = parts.at(-1);
    if (isValue(part) && isValue(last)) parts[parts.length - 1] = { code: partText(last) + partText(part) };
    else parts.push(part);
  }
  return parts;
}

function isValue(part: RichPart | undefined): part is Exclude<RichPart, string | { strong: string }> {
  return part !== undefined && typeof part !== 'string' && !('strong' in part);
}

function partMarkdown(part: RichPart): string {
  if (typeof part === 'string') return escapeMarkdown(visible(part));
  if ('strong' in part) return part.strong.trim() === '' ? '' : `**${escapeMarkdown(visible(part.strong.trim()))}**`;
  return codeSpan(visible(partText(part)));
}

function escapeMarkdown(words: string): string {
  return (
    words
      .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
      // GitHub makes links of bare addresses, and mentions of @names even behind a backslash.
      .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
      .replaceAll('@', '&#64;')
  );
}

function codeSpan(value: string): string {
  if (value === '') return '(empty)';
  const longestRun = Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  // One space on each side is taken away again, and keeps backticks and spaces of the value apart from the fence.
  const padding = /^[` ]|[` ]$/.test(value) ? ' ' : '';
  return `${fence}${padding}${value}${padding}${fence}`;
}
