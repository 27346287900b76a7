import type { OverrideCommand } from '../../../src/override/commands.ts';
import type { OverrideAnswer, OverrideState } from '../../../src/override/override.ts';
import type { BrowserDriver, DrivenDocument, DrivenPage } from '../../browsers/browser-driver.ts';

interface Port {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listener: (data: Told) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

interface Told {
  readonly kind: 'override-state' | 'answer';
  readonly state: OverrideState;
  readonly answer: OverrideAnswer;
}

declare const chrome: { readonly runtime: { connect(info: { name: string }): Port } };

/** A panel of the tab in a tab of its own: what the background takes commands from. */
export function openPanelPage(
  browser: BrowserDriver,
  page: DrivenPage,
): ReturnType<BrowserDriver['openExtensionPage']> {
  return browser.openExtensionPage(`src/panel/panel.html?tabId=${page.tabId}`);
}

/** Asks the background, as the panel does. Null where the background was ended before it answered. */
export function readState(panel: DrivenDocument, tabId: number): Promise<OverrideState | null> {
  return panel.evaluate((tab) => {
    return new Promise<OverrideState | null>((resolve) => {
      const port = chrome.runtime.connect({ name: 'override' });
      port.onMessage.addListener((told) => {
        resolve(told.state);
        port.disconnect();
      });
      port.onDisconnect.addListener(() => resolve(null));
      port.postMessage({ kind: 'follow', tabId: tab });
    });
  }, tabId);
}

/** Gives a command, as the panel does. Null where the background was ended before it answered. */
export function giveCommand(
  panel: DrivenDocument,
  tabId: number,
  command: OverrideCommand,
): Promise<OverrideAnswer | null> {
  return panel.evaluate(
    (tab, wanted) => {
      return new Promise<OverrideAnswer | null>((resolve) => {
        const port = chrome.runtime.connect({ name: 'override' });
        port.onMessage.addListener((told) => {
          if (told.kind !== 'answer') return;
          resolve(told.answer);
          port.disconnect();
        });
        port.onDisconnect.addListener(() => resolve(null));
        port.postMessage({ kind: 'follow', tabId: tab });
        port.postMessage({ kind: 'command', call: 1, command: wanted });
      });
    },
    tabId,
    command,
  );
}

/** A session rule, as the browser gives it. */
export interface StandingRule {
  readonly id: number;
  readonly condition: { readonly tabIds: readonly number[]; readonly urlFilter: string };
}

interface RulesApi {
  readonly declarativeNetRequest: { getSessionRules(): Promise<StandingRule[]> };
}

/** The rules that the browser has. Wakes a background that is not running. */
export function readRules(browser: BrowserDriver): Promise<StandingRule[]> {
  return browser.inBackground(() =>
    (globalThis as unknown as { chrome: RulesApi }).chrome.declarativeNetRequest.getSessionRules(),
  );
}

interface BadgeApi {
  readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
}

/** What stands on the extension's icon for a tab. */
export function readBadge(browser: BrowserDriver, tabId: number): Promise<string> {
  return browser.inBackground(
    (tab) => (globalThis as unknown as { chrome: BadgeApi }).chrome.action.getBadgeText({ tabId: tab }),
    tabId,
  );
}

interface SessionApi {
  readonly storage: {
    readonly session: {
      get(key: string): Promise<{ overrides: { overrides: { override: { tabId: number; endsAt: number } }[] } }>;
      set(values: object): Promise<void>;
    };
  };
}

/** Notes that an override ends in a second: nobody can wait half an hour. */
export function shortenTime(browser: BrowserDriver, tabId: number): Promise<void> {
  return browser.inBackground(async (tab) => {
    const { session } = (globalThis as unknown as { chrome: SessionApi }).chrome.storage;
    const { overrides } = await session.get('overrides');
    for (const { override } of overrides.overrides) if (override.tabId === tab) override.endsAt = Date.now() + 1_000;
    await session.set({ overrides });
  }, tabId);
}
