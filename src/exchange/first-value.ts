import type { HeaderLine } from '../cors/header-list.ts';

/**
 * The value of the first header line of a name, trimmed; null where there is none. Where several lines count together,
 * `HeaderList` combines them.
 *
 * @param name in lower case
 */
export function firstValue(lines: readonly HeaderLine[], name: string): string | null {
  return lines.find(([each]) => each.toLowerCase() === name)?.[1].trim() ?? null;
}
