import type { Travelling } from './browser-driver.ts';

/**
 * The expression that runs a function elsewhere and gives its result as JSON text.
 *
 * `__name` is what TypeScript runners wrap around inner functions; it does not travel along.
 */
export function expressionOf<Arguments extends unknown[], Result>(
  body: Travelling<Arguments, Result>,
  values: Arguments,
): string {
  return `(async () => {
    const __name = (it) => it;
    return JSON.stringify((await (${body})(...${JSON.stringify(values)})) ?? null);
  })()`;
}

export function arrived<Result>(json: string): Result {
  return JSON.parse(json) as Result;
}
