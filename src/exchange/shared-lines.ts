import type { HeaderLine } from '../cors/header-list.ts';

/** How many different lines are known at most, before all are forgotten. */
const most = 4_096;

/** Characters of a line: a longer one hardly ever comes twice, and what is known is to stay small whatever a server sends. */
const longest = 256;

/** By name, then by value. */
const known = new Map<string, Map<string, HeaderLine>>();
let count = 0;

/**
 * The same line for the same name and value, each time. Most requests of a page bring the same lines: told apart, they are
 * most of what a log keeps, of what is copied between pages, and of what the garbage collector goes through.
 */
export function sharedLine(name: string, value: string): HeaderLine {
  const before = known.get(name)?.get(value);
  if (before !== undefined) return before;
  const line: HeaderLine = [name, value];
  if (name.length + value.length <= longest) remember(line);
  return line;
}

/** The list with each line in place of its like. */
export function sharedLines(lines: readonly HeaderLine[]): HeaderLine[] {
  return lines.map(([name, value]) => sharedLine(name, value));
}

function remember(line: HeaderLine): void {
  if (count >= most) {
    known.clear();
    count = 0;
  }
  const [name, value] = line;
  const values = known.get(name) ?? new Map<string, HeaderLine>();
  known.set(name, values.set(value, line));
  count += 1;
}
