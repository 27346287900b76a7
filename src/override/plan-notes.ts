import type { EngineName } from '../cors/engine-name.ts';
import { HeaderList } from '../cors/header-list.ts';
import { code, listed } from '../explain/quote.ts';
import { type RichText, rich } from '../explain/rich-text.ts';
import { headerNames } from '../fix/header-names.ts';
import { valueSet } from './header-action.ts';
import type { Patch } from './override.ts';
import { hostOf } from './patch.ts';
import type { Wanted } from './plan.ts';

/** What a person should know of these patches before they are on. */
export function notesOn(patches: readonly Patch[]): RichText[] {
  return [...aboutPorts(patches), ...aboutOpaqueOrigins(patches), ...aboutCredentials(patches)];
}

/** What Firefox may make of an answer with several values: it depends on lines, of which it does not tell. */
export function noteOnLines(wanted: readonly Wanted[], cures: readonly string[], engine: EngineName): RichText[] {
  if (engine !== 'firefox') return [];
  const hops = wanted.filter(({ exchange }) => cures.includes(exchange.id)).flatMap(({ exchange }) => exchange.hops);
  const answers = hops.flatMap(({ preflight, response }) => [preflight?.response, response]);
  const isSeveral = answers.some((answer) =>
    new HeaderList(answer?.headers ?? []).get(headerNames.allowOrigin)?.includes(','),
  );
  if (!isSeveral) return [];
  return [
    rich`The server sends several values of ${code(headerNames.allowOrigin)}. If they come on several lines, no override helps in Firefox: it counts the server's own lines.`,
  ];
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
