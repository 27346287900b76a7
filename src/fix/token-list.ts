import { isToken } from '../cors/token.ts';

/** The members of a list header that are tokens; what is none is left out, empty members too. */
export function tokensOf(value: string | null): string[] {
  return (value ?? '')
    .split(',')
    .map((member) => member.replace(/^[\t ]+|[\t ]+$/g, ''))
    .filter((member) => isToken(member));
}

/** Both lists, each member once by what `key` makes of it; the first list's spelling wins. */
export function union(first: readonly string[], second: readonly string[], key = (member: string) => member): string[] {
  const byKey = new Map<string, string>();
  for (const member of [...first, ...second]) if (!byKey.has(key(member))) byKey.set(key(member), member);
  return [...byKey.values()];
}

/** Header names are the same in any case. */
export const ignoringCase = (name: string) => name.toLowerCase();
