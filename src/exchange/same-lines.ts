import type { HeaderLine } from '../cors/header-list.ts';

/** Whether two header lists are the same, line by line. */
export function haveSameLines(a: readonly HeaderLine[], b: readonly HeaderLine[]): boolean {
  return a.length === b.length && a.every(([name, value], index) => name === b[index]?.[0] && value === b[index]?.[1]);
}
