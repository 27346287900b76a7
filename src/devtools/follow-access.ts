import { allSites, browser } from '../browser.ts';
import type { RecordJoin } from '../exchange/recorded/join.ts';

/**
 * Tells the join whether webRequest hears anything at all: without access it does not, and what DevTools records is all
 * there is. Firefox gives a DevTools page no permissions API.
 */
export function followAccess(join: RecordJoin): void {
  if (!browser.permissions?.contains) return;
  const look = async () => {
    if (await browser.permissions.contains(allSites)) join.heard(Date.now(), 'access');
    else join.unheard(0, 'access');
  };
  browser.permissions.onAdded.addListener(() => void look());
  browser.permissions.onRemoved.addListener(() => void look());
  void look();
}
