import { useState } from 'react';
import { proxyPlan } from '../../fix/recipes/dev-proxies/proxy-plan.ts';
import { type ProxyId, proxyIds, proxyRecipe } from '../../fix/recipes/dev-proxies/proxy-registry.ts';
import type { ServerPolicy } from '../../fix/server-policy.ts';
import { Tabs } from '../tabs/tabs.tsx';
import styles from './proxy-recipes.module.css';
import { RecipeView } from './recipe-view.tsx';

/** The id of the part that has the proxies. */
const proxiesId = 'dev-proxies';

/** Opens the recipes for a proxy, where the shown request has any, and leads there. */
export function openProxies(): void {
  const proxies = document.getElementById(proxiesId);
  if (!(proxies instanceof HTMLDetailsElement)) return;
  proxies.open = true;
  proxies.querySelector('summary')?.focus({ preventScroll: true });
  proxies.scrollIntoView({ block: 'start' });
}

/** For whoever cannot change the server: a proxy of one's own development server in front of it. */
export function ProxyRecipes({ policy, page }: { readonly policy: ServerPolicy; readonly page: string }) {
  const [selected, select] = useState<ProxyId>('vite');
  const plan = proxyPlan(policy, page);
  if (plan === null) return null;
  const tabs = proxyIds.map((id) => ({ id, label: proxyRecipe(id, plan).name }));
  return (
    <details id={proxiesId} className={styles.proxies} data-proxies="">
      <summary>No access to the server? Use a dev proxy</summary>
      <Tabs label="Proxy" tabs={tabs} selected={selected} onSelect={select}>
        <RecipeView recipe={proxyRecipe(selected, plan)} />
      </Tabs>
    </details>
  );
}
