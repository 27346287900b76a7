import type { EngineName } from '../cors/engine-name.ts';
import { HeaderList } from '../cors/header-list.ts';
import { originOf, parseUrl } from '../cors/origin.ts';
import { parseTokenList } from '../cors/token.ts';
import type { Exchange, ObservedResponse } from '../exchange/exchange.ts';
import type { AnswerFix, HeaderChange, HeadersFix, HopFix } from '../fix/fix.ts';
import { headerNames } from '../fix/header-names.ts';
import { ignoringCase, tokensOf } from '../fix/token-list.ts';
import { mergeActions } from './header-action.ts';
import type { HeaderAction, Patch } from './override.ts';
import { hostOf, mergePatches } from './patch.ts';

/**
 * The patches that get one exchange through: one for each server on its way.
 *
 * @param initiators origins from which requests of the tab were seen
 */
export function patchesFor(
  exchange: Exchange,
  fix: HeadersFix,
  engine: EngineName,
  initiators: readonly string[],
): Patch[] {
  const patches = fix.hops.flatMap((hopFix): Patch[] => {
    const hop = exchange.hops[hopFix.hop];
    const initiator = exchange.initiator.origin ?? hopFix.needs.origin;
    const actions = mergeActions(
      actionsOf(hopFix.preflight, hop?.preflight?.response ?? null, initiator),
      actionsOf(hopFix.response, hop?.response ?? null, initiator),
    );
    if (actions.length === 0) return [];
    return [
      {
        target: originOf(parseUrl(hopFix.url)),
        initiator,
        sparedHosts: initiator === 'null' ? hostsOf(initiators) : [],
        actions: [...actions, ...leavesNothingBehind(engine)],
      },
    ];
  });
  return mergePatches([], patches);
}

/** Whether rules can do what the fix asks: they cannot change a status. */
export function wantsAnotherStatus(fix: HeadersFix): HopFix | undefined {
  return fix.hops.find(({ preflight }) => preflight !== null && preflight.status !== null);
}

/**
 * What makes an override end without a trace. Firefox stores answers with the headers that rules gave them, so those may
 * not be stored at all.
 */
export function leavesNothingBehind(engine: EngineName): HeaderAction[] {
  const forgetPreflight: HeaderAction = { operation: 'set', name: headerNames.maxAge, value: '0' };
  const storeNothing: HeaderAction = { operation: 'set', name: 'Cache-Control', value: 'no-store' };
  return engine === 'firefox' ? [forgetPreflight, storeNothing] : [forgetPreflight];
}

function actionsOf(fix: AnswerFix | null, seen: ObservedResponse | null, initiator: string): HeaderAction[] {
  const needed = fix?.headers.filter((change) => change.needed === 'always') ?? [];
  return needed.map((change) => actionOf(change, new HeaderList(seen?.headers ?? []), initiator));
}

function actionOf({ name, value }: HeaderChange, seen: HeaderList, initiator: string): HeaderAction {
  if (value === null) return { operation: 'remove', name };
  // A rule for an opaque origin meets others, too: `null` opens the answer to none of them.
  if (name === headerNames.allowOrigin && initiator === 'null') return { operation: 'set', name, value: 'null' };
  if (!isAppended(name, seen)) return { operation: 'set', name, value };
  return { operation: 'append', name, value: missing(value, seen.get(name)).join(', ') };
}

/** To append to a list leaves what the server allows on its other paths. A list with a fault in it has to be replaced. */
function isAppended(name: string, seen: HeaderList): boolean {
  const isList =
    name === headerNames.allowMethods || name === headerNames.allowHeaders || name === headerNames.exposeHeaders;
  return isList && parseTokenList(seen.get(name)).invalid === null;
}

function missing(wanted: string, present: string | null): string[] {
  const have = new Set(tokensOf(present));
  return tokensOf(wanted).filter((token) => !have.has(token));
}

function hostsOf(origins: readonly string[]): string[] {
  const hosts = origins.map(hostOf).filter((host) => host !== null);
  return [...new Set(hosts)].map(ignoringCase);
}
