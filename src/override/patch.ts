import { parseUrl } from '../cors/origin.ts';
import { headerNames } from '../fix/header-names.ts';
import { mergeActions, valueSet } from './header-action.ts';
import type { HeaderAction, Patch } from './override.ts';

/** The host that a rule knows an origin by; null for an opaque origin. IPv6 addresses keep their brackets. */
export function hostOf(origin: string): string | null {
  return parseUrl(origin)?.hostname ?? null;
}

/** Patches with at most one for each server and asking host: the browser's rules tell no more apart. */
export function mergePatches(first: readonly Patch[], second: readonly Patch[]): Patch[] {
  const merged = new Map<string, Patch>();
  for (const patch of [...first, ...second]) {
    const key = `${patch.target} ${hostOf(patch.initiator)}`;
    const earlier = merged.get(key);
    merged.set(key, earlier ? mergeTwo(earlier, patch) : patch);
  }
  return [...merged.values()];
}

function mergeTwo(first: Patch, second: Patch): Patch {
  return {
    ...first,
    sparedHosts: [...new Set([...first.sparedHosts, ...second.sparedHosts])],
    actions: forBothOrigins(first, second, mergeActions(first.actions, second.actions)),
  };
}

/** Two ports of one host: what is allowed to one of them alone would be refused to the other. */
function forBothOrigins(first: Patch, second: Patch, actions: readonly HeaderAction[]): readonly HeaderAction[] {
  const name = headerNames.allowOrigin;
  if (first.initiator === second.initiator || valueSet(actions, name) === null) return actions;
  return mergeActions(actions, [{ operation: 'set', name, value: '*' }]);
}

/**
 * Whether credentials and `*` stand side by side: what no browser accepts, and no override may say.
 *
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-credentials
 */
export function mixesCredentialsWithWildcard(actions: readonly HeaderAction[]): boolean {
  return (
    valueSet(actions, headerNames.allowOrigin) === '*' && valueSet(actions, headerNames.allowCredentials) === 'true'
  );
}
