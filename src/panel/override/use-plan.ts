import { useMemo } from 'react';
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
  return useMemo(() => {
    const origins = exchanges.map(({ initiator }) => initiator.origin).filter((origin) => origin !== null);
    const initiators = [...new Set(origins)];
    const developmentOrigins = [...(added ?? []), ...(page === null ? initiators : [page])];
    return planOverride(wanted, { engine, developmentOrigins, initiators, active: active ?? [] });
  }, [wanted, engine, exchanges, page, added, active]);
}
