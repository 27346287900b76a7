import type { HeaderLine } from '../../cors/header-list.ts';

/** One header as the server sent it and as the page got it; null where one of them did not have it. */
export interface ComparedHeader {
  readonly name: string;
  readonly own: string | null;
  readonly effective: string | null;
}

/** Headers before and after rules, side by side: the server's in their order, then those that the rules added. */
export function compareHeaders(own: readonly HeaderLine[], effective: readonly HeaderLine[]): ComparedHeader[] {
  const left = [...effective];
  const take = (name: string): HeaderLine | undefined => {
    const index = left.findIndex(([each]) => each.toLowerCase() === name.toLowerCase());
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const compared = own.map(([name, value]) => ({ name, own: value, effective: take(name)?.[1] ?? null }));
  return [...compared, ...left.map(([name, value]) => ({ name, own: null, effective: value }))];
}
