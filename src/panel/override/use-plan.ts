import { useMemo } from 'react';
import type { Exchange } from '../../exchange/exchange.ts';
import type { OverridePlan, Wanted } from '../../override/plan.ts';
import { planOverride } from '../../override/plan-override.ts';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';

/**
 * What an override would do to get these requests through, beside what is on already. Planned as if the page's origin
 * were a development origin: whether it is, is said elsewhere.
 */
export function usePlan(wanted: readonly Wanted[]): OverridePlan {
  const { engine } = usePanelStore().host;
  const { override, log } = usePanelState('override', 'log');
  const { exchanges } = log;
  const page = override?.page?.origin ?? null;
  const added = override?.developmentOrigins;
  const active = override?.override?.patches;
  // As one text: requests that come in seldom change it.
  const origins = useMemo(() => originsOf(exchanges).join(' '), [exchanges]);
  return useMemo(() => {
    const initiators = origins.split(' ').filter(Boolean);
    const developmentOrigins = [...(added ?? []), ...(page === null ? initiators : [page])];
    return planOverride(wanted, { engine, developmentOrigins, initiators, active: active ?? [] });
  }, [wanted, engine, origins, page, added, active]);
}

/** Whose requests they are. */
function originsOf(exchanges: readonly Exchange[]): string[] {
  const origins = new Set<string>();
  for (const { initiator } of exchanges) if (initiator.origin !== null) origins.add(initiator.origin);
  return [...origins];
}
