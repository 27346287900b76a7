import type { Engine } from './engine.ts';
import type { HeaderList } from './header-list.ts';

/** The combined value of a response header, as this engine combines its lines; null where there is none. */
export function combinedValue(response: HeaderList, name: string, { emptyLines }: Engine): string | null {
  const value = response.get(name);
  if (emptyLines === 'combined' || value === null || !value.includes(',')) return value;
  return response
    .getAll(name)
    .filter((line) => line !== '')
    .join(', ');
}
