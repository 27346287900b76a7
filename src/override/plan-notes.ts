import { code, listed } from '../explain/quote.ts';
import { type RichText, rich } from '../explain/rich-text.ts';
import { headerNames } from '../fix/header-names.ts';
import { valueSet } from './header-action.ts';
import type { Patch } from './override.ts';
import { hostOf } from './patch.ts';

/** What a person should know of these patches before they are on. */
export function notesOn(patches: readonly Patch[]): RichText[] {
  return [...aboutPorts(patches), ...aboutOpaqueOrigins(patches), ...aboutCredentials(patches)];
}

function aboutPorts(patches: readonly Patch[]): RichText[] {
  const open = patches.filter(
    ({ initiator, actions }) => initiator !== 'null' && valueSet(actions, headerNames.allowOrigin) === '*',
  );
  if (open.length === 0) return [];
  const hosts = [...new Set(open.map(({ initiator }) => hostOf(initiator) ?? initiator))];
  return [
    rich`The browser's rules know who asks by the host alone: in this tab, frames of ${listed(hosts)} on any port, and of hosts below it, may read these answers while the override is on.`,
  ];
}

function aboutOpaqueOrigins(patches: readonly Patch[]): RichText[] {
  if (!patches.some(({ initiator }) => initiator === 'null')) return [];
  return [
    rich`The browser's rules cannot name the origin ${code('null')}. A frame of another site that is new in this tab may be refused these answers while the override is on; it is never allowed more.`,
  ];
}

function aboutCredentials(patches: readonly Patch[]): RichText[] {
  const withCredentials = patches.filter(({ actions }) => valueSet(actions, headerNames.allowCredentials) === 'true');
  if (withCredentials.length === 0) return [];
  const targets = [...new Set(withCredentials.map(({ target }) => target))];
  return [rich`The page may read what ${listed(targets)} answers for the person's cookies.`];
}
