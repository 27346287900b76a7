/**
 * String literals, one function per family of languages. What reaches a recipe needs no escaping (see `plain-value.ts`); these
 * make sure of it once more.
 */

/** Printable ASCII; the rest cannot be meant. */
const unprintable = /[^ -~]/g;

function backslashed(value: string, quote: string): string {
  const escaped = value.replace(unprintable, '').replace(/[\\'"]/g, (c) => (c === '\\' || c === quote ? `\\${c}` : c));
  return `${quote}${escaped}${quote}`;
}

/** JavaScript, TypeScript, Python, PHP, Ruby: nothing is interpolated between single quotes. */
export function singleQuoted(value: string): string {
  return backslashed(value, "'");
}

/** Java, C#, Go, JSON. */
export function doubleQuoted(value: string): string {
  return backslashed(value, '"');
}

/** Python's way, as its formatters have it. */
export function pythonString(value: string): string {
  return backslashed(value, '"');
}

/** A regular expression that matches the value and nothing else, without anchors. */
export function regexEscaped(value: string): string {
  return value.replace(unprintable, '').replace(/[\\^$.*+?()[\]{}|/]/g, (c) => (c === '/' ? c : `\\${c}`));
}

/** The values as literals, with a comma between each two. */
export function list(values: readonly string[], literal: (value: string) => string): string {
  return values.map(literal).join(', ');
}

/** A list header's value. */
export function headerValue(names: readonly string[]): string {
  return names.join(', ');
}
