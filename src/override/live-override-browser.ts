import { allSites, browser, isFirefox } from '../browser.ts';
import type { EngineName } from '../cors/engine-name.ts';
import { originOf, parseUrl } from '../cors/origin.ts';
import type { Milliseconds } from '../exchange/exchange.ts';
import type { OverrideBrowser, StandingRule } from './override-browser.ts';
import { noRecords, type Records } from './records.ts';
import type { SessionRule } from './session-rules.ts';

const recordsKey = 'overrides';
const originsKey = 'developmentOrigins';

/** The alarm that has a background started that died while an override was on and DevTools closed in that moment. */
export const overrideAlarm = 'overrides';
/** Minutes: the shortest that browsers allow. */
const alarmPeriod = 0.5;

/** The browser itself. There shall be one of it in a background. */
export class LiveOverrideBrowser implements OverrideBrowser {
  readonly engine: EngineName = isFirefox ? 'firefox' : 'chromium';
  readonly #check: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param check to be called when a followed tab changes. A background that starts follows none before it has looked: a
   * listener from the first moment on would have Firefox wake it for every page that loads. DevTools call it back anyway.
   */
  constructor(check: () => void) {
    this.#check = check;
  }

  now(): Milliseconds {
    return Date.now();
  }

  async readRules(): Promise<readonly StandingRule[]> {
    const rules = await browser.declarativeNetRequest.getSessionRules();
    return rules.map(({ id, condition }) => ({ id, tabIds: condition.tabIds ?? [] }));
  }

  changeRules(removeIds: readonly number[], add: readonly SessionRule[]): Promise<void> {
    return browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [...removeIds], addRules: [...add] });
  }

  async readRecords(): Promise<Records> {
    const { [recordsKey]: records } = await browser.storage.session.get(recordsKey);
    return (records as Records | undefined) ?? noRecords;
  }

  writeRecords(records: Records): Promise<void> {
    return browser.storage.session.set({ [recordsKey]: records });
  }

  async readDevelopmentOrigins(): Promise<readonly string[]> {
    const { [originsKey]: origins } = await browser.storage.local.get(originsKey);
    return (origins as readonly string[] | undefined) ?? [];
  }

  writeDevelopmentOrigins(origins: readonly string[]): Promise<void> {
    return browser.storage.local.set({ [originsKey]: origins });
  }

  hasAccess(): Promise<boolean> {
    return browser.permissions.contains(allSites);
  }

  async originOf(tabId: number): Promise<string | null> {
    try {
      const { url } = await browser.tabs.get(tabId);
      return originOf(parseUrl(url ?? ''));
    } catch {
      return null; // there is no such tab
    }
  }

  async setAlarm(on: boolean): Promise<void> {
    if (on) await browser.alarms.create(overrideAlarm, { periodInMinutes: alarmPeriod });
    else await browser.alarms.clear(overrideAlarm);
  }

  async showMinutes(tabId: number, minutes: number | null): Promise<void> {
    const isOn = minutes !== null;
    try {
      await browser.action.setBadgeText({ tabId, text: isOn ? `${minutes}m` : '' });
      await browser.action.setTitle({
        tabId,
        title: isOn ? `CORS Lens changes headers in this tab, for ${minutes} more min. Click to turn it off.` : null,
      });
    } catch {
      // The tab is gone, and its badge with it.
    }
  }

  followTabs(on: boolean): void {
    const { onUpdated, onRemoved } = browser.tabs;
    if (onUpdated.hasListener(this.#onUpdated) === on) return;
    if (on) {
      onUpdated.addListener(this.#onUpdated);
      onRemoved.addListener(this.#check);
    } else {
      onUpdated.removeListener(this.#onUpdated);
      onRemoved.removeListener(this.#check);
    }
  }

  readonly #onUpdated = (_tabId: number, change: { readonly url?: string; readonly status?: string }) => {
    if (change.url !== undefined || change.status !== undefined) this.#check();
  };

  callAt(time: Milliseconds | null, callback: () => void): void {
    clearTimeout(this.#timer);
    if (time !== null) this.#timer = setTimeout(callback, Math.max(0, time - Date.now()));
  }
}
