import type { HeadersFix } from '../fix/fix.ts';
import { headerNames } from '../fix/header-names.ts';
import { isDevelopmentOrigin } from './development-origin.ts';
import { valueSet } from './header-action.ts';
import { cannot } from './obstacle-text.ts';
import type { Patch } from './override.ts';
import { mergePatches, mixesCredentialsWithWildcard } from './patch.ts';
import { patchesFor, wantsAnotherStatus } from './patch-for-exchange.ts';
import type { Cannot, OverridePlan, PlanContext, Wanted } from './plan.ts';
import { noteOnLines, notesOn } from './plan-notes.ts';

/** What an override would do to get these exchanges through, and what it cannot do. */
export function planOverride(wanted: readonly Wanted[], context: PlanContext): OverridePlan {
  const cures: string[] = [];
  const obstacles: Cannot[] = [];
  let patches: readonly Patch[] = [];
  for (const each of wanted) {
    const obstacle = obstacleFor(each, context);
    if (obstacle !== null || each.fix.kind !== 'headers') {
      if (obstacle !== null) obstacles.push(obstacle);
      continue;
    }
    const more = mergePatches(patches, patchesFor(each.exchange, each.fix, context.engine, context.initiators));
    if (mergePatches(context.active, more).some(({ actions }) => mixesCredentialsWithWildcard(actions))) {
      obstacles.push(cannot(each, 'conflict'));
      continue;
    }
    patches = more;
    cures.push(each.exchange.id);
  }
  const notes = [...notesOn(patches), ...noteOnLines(wanted, cures, context.engine)];
  return { patches, cures, cannot: obstacles, notes };
}

function obstacleFor(wanted: Wanted, context: PlanContext): Cannot | null {
  const { exchange, fix } = wanted;
  const { developmentOrigins, engine } = context;
  if (isSentTwice(wanted, context)) return cannot(wanted, 'sent-twice');
  if (fix.kind !== 'headers') return cannot(wanted, fix.kind);
  const status = preflightObstacle(wanted, fix);
  if (status !== null) return status;
  if (patchesFor(exchange, fix, engine, []).length === 0) return cannot(wanted, 'nothing-to-fix');
  if (exchange.tabId < 0) return cannot(wanted, 'no-tab');
  const { origin } = exchange.initiator;
  const isForeign = origin !== null && origin !== 'null' && !isDevelopmentOrigin(origin, developmentOrigins);
  return isForeign ? cannot(wanted, 'not-development') : null;
}

/** Firefox tells extensions of two lines as of one, so this shows only once the override is on and does not help. */
function isSentTwice({ exchange, fix }: Wanted, { engine, active }: PlanContext): boolean {
  if (engine !== 'firefox' || fix.kind !== 'not-by-headers') return false;
  if (!fix.advice.some(({ name }) => name === 'another-cause')) return false;
  return exchange.hops.some(({ url }) =>
    active.some(
      ({ target, actions }) => url.startsWith(`${target}/`) && valueSet(actions, headerNames.allowOrigin) !== null,
    ),
  );
}

function preflightObstacle(wanted: Wanted, fix: HeadersFix): Cannot | null {
  const hop = wantsAnotherStatus(fix);
  if (!hop) return null;
  const status = wanted.exchange.hops[hop.hop]?.preflight?.response?.status ?? 0;
  return cannot(wanted, status >= 300 && status < 400 ? 'preflight-redirect' : 'preflight-status', status);
}
