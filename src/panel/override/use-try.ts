import { useMemo } from 'react';
import type { Override, Patch } from '../../override/override.ts';
import { hostOf, mergePatches } from '../../override/patch.ts';
import type { OverridePlan } from '../../override/plan.ts';
import { fixOf, wantedOf } from '../fix/fix-of.ts';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import type { Judged } from '../verdict/judged.ts';
import { usePlan } from './use-plan.ts';

/**
 * Whether an override can be tried for a request.
 * - `none`: there is nothing to try: no tab, no fault, or a fault that is none of CORS
 * - `possible`
 * - `on`: the override that is on does all that it takes
 * - `impossible`: the plan says why
 */
export interface Try {
  readonly kind: 'none' | 'possible' | 'on' | 'impossible';
  readonly plan: OverridePlan;
}

export function useTry(judged: Judged): Try {
  const { overrides } = usePanelStore().host;
  const { override } = usePanelState('override');
  const wanted = useMemo(() => (isFault(judged) ? [wantedOf(judged)] : []), [judged]);
  const plan = usePlan(wanted);
  if (overrides === null || override === null || wanted.length === 0) return { kind: 'none', plan };
  if (plan.patches.length === 0) return { kind: plan.cannot.length > 0 ? 'impossible' : 'none', plan };
  return { kind: override?.override && covers(override.override, plan) ? 'on' : 'possible', plan };
}

/** Blocked by CORS, or stopped by something that hides behind missing CORS headers. */
function isFault(judged: Judged): boolean {
  const { outcome } = judged.verdict;
  return outcome === 'blocked' || (outcome === 'not-cors' && fixOf(judged).kind === 'headers');
}

/** Whether an override does at least what a plan wants. */
function covers({ patches }: Override, plan: OverridePlan): boolean {
  return changesOf(mergePatches(patches, plan.patches)) === changesOf(patches);
}

/** What patches do, in one text: the browser gives them back with names in its own capitals. */
function changesOf(patches: readonly Patch[]): string {
  const lines = patches.flatMap(({ target, initiator, actions }) =>
    actions.map((action) => {
      const value = action.operation === 'remove' ? '' : action.value;
      return [target, hostOf(initiator), action.operation, action.name.toLowerCase(), value].join(' ');
    }),
  );
  return lines.sort().join('\n');
}
