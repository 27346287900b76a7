import { ignoringCase, tokensOf, union } from '../fix/token-list.ts';
import type { HeaderAction } from './override.ts';

/** What is done to the same headers for two reasons, as one. Where there can be only one value, the second one's wins. */
export function mergeActions(first: readonly HeaderAction[], second: readonly HeaderAction[]): HeaderAction[] {
  const byName = new Map<string, HeaderAction>();
  for (const action of [...first, ...second]) {
    const name = ignoringCase(action.name);
    const earlier = byName.get(name);
    byName.set(name, earlier ? mergeTwo(earlier, action) : action);
  }
  return [...byName.values()];
}

function mergeTwo(first: HeaderAction, second: HeaderAction): HeaderAction {
  if (first.operation === 'remove') return second;
  if (second.operation === 'remove') return first;
  const { name } = second;
  if (isAllowOrigin(name)) return first.value === second.value ? second : { operation: 'set', name, value: '*' };
  if (!isList(name)) return second;
  const value = union(tokensOf(first.value), tokensOf(second.value)).join(', ');
  // To append keeps what the server says. Where one of them has to replace that, so does the whole.
  const operation = first.operation === 'set' || second.operation === 'set' ? 'set' : 'append';
  return { operation, name, value };
}

/** The value that a header is set to; null where it is not. */
export function valueSet(actions: readonly HeaderAction[], name: string): string | null {
  const action = actions.find((each) => ignoringCase(each.name) === ignoringCase(name));
  return action?.operation === 'set' ? action.value : null;
}

function isAllowOrigin(name: string): boolean {
  return ignoringCase(name) === 'access-control-allow-origin';
}

function isList(name: string): boolean {
  return /^access-control-(?:allow-methods|allow-headers|expose-headers)$/i.test(name);
}
