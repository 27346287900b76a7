import type { Milliseconds } from '../exchange/exchange.ts';
import { isDevelopmentOrigin } from './development-origin.ts';
import type { EndReason } from './override.ts';
import type { OverrideBrowser } from './override-browser.ts';
import type { OverrideRecord } from './records.ts';

/** What is known of the surroundings of all overrides. */
export interface Surroundings {
  readonly now: Milliseconds;
  readonly ruleIds: ReadonlySet<number>;
  readonly hasAccess: boolean;
  /** Those that the person added. */
  readonly developmentOrigins: readonly string[];
  readonly isAttended: (tabId: number) => boolean;
}

/** Why an override may not go on; null where it may. */
export async function reasonToEnd(
  { override, ruleIds }: OverrideRecord,
  around: Surroundings,
  browser: Pick<OverrideBrowser, 'originOf'>,
): Promise<EndReason | null> {
  if (!ruleIds.every((id) => around.ruleIds.has(id))) return 'interrupted';
  if (around.now >= override.endsAt) return 'time';
  if (!around.hasAccess) return 'access-lost';
  if (!isDevelopmentOrigin(override.pageOrigin, around.developmentOrigins)) return 'turned-off';
  const origin = await browser.originOf(override.tabId);
  if (origin === null) return 'tab-closed';
  if (origin !== override.pageOrigin) return 'left-origin';
  return around.isAttended(override.tabId) ? null : 'devtools-closed';
}
