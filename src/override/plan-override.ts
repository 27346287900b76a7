import type { OverridePlan, Wanted } from './plan.ts';

/** What an override would do to get these exchanges through, and what it cannot do. */
export function planOverride(_wanted: readonly Wanted[]): OverridePlan {
  return { patches: [], cures: [], cannot: [], notes: [] };
}
