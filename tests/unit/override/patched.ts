import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { HeaderAction, Patch } from '../../../src/override/override.ts';
import { hostOf } from '../../../src/override/patch.ts';

/** The patches that a browser's rules apply to an answer: they know the server whole, and who asks by the host. */
export function patchesThatMatch(patches: readonly Patch[], url: string, initiator: string): Patch[] {
  const host = hostOf(initiator);
  return patches.filter((patch) => {
    if (!url.startsWith(`${patch.target}/`)) return false;
    const asked = hostOf(patch.initiator);
    return asked === null ? host === null || !patch.sparedHosts.includes(host) : asked === host;
  });
}

/** The header lines after header rules were applied, as browsers do it. */
export function patched(lines: readonly HeaderLine[], actions: readonly HeaderAction[]): readonly HeaderLine[] {
  let now = lines;
  for (const action of actions) {
    const kept = now.filter(([name]) => name.toLowerCase() !== action.name.toLowerCase());
    switch (action.operation) {
      case 'remove':
        now = kept;
        break;
      case 'set':
        now = [...kept, [action.name, action.value]];
        break;
      case 'append':
        now = [...now, [action.name, action.value]];
        break;
    }
  }
  return now;
}
