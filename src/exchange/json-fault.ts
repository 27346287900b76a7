import type { Place } from './har-scanner.ts';

/**
 * What `JSON.parse` complains of, and where that is in the file. Chromium tells the index of the character, or only
 * quotes what stands there; Firefox tells line and column; both count from the beginning of the text.
 *
 * @param begin where the text begins in the file
 */
export function jsonFault(error: unknown, text: string, begin: Place): { readonly place: Place; readonly why: string } {
  const message = error instanceof Error ? error.message : String(error);
  const why = message
    .replace(/^JSON\.parse: /, '')
    .replace(/ (?:in JSON )?at (?:position|line) \d.*$/s, '')
    .replace(/, (?:\.\.\.)?".*is not valid JSON$/s, '');
  return { place: from(begin, placeIn(message, text)), why };
}

/** Null where the message tells no place. */
function placeIn(message: string, text: string): Place | null {
  const [, index] = /at position (\d+)/.exec(message) ?? [];
  if (index !== undefined) {
    const before = text.slice(0, Number(index)).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  const [, line, column] = /at line (\d+) column (\d+)/.exec(message) ?? [];
  return line === undefined ? null : { line: Number(line), column: Number(column) };
}

function from(begin: Place, inside: Place | null): Place {
  if (inside === null) return begin;
  const { line, column } = inside;
  return line === 1 ? { line: begin.line, column: begin.column + column - 1 } : { line: begin.line + line - 1, column };
}
