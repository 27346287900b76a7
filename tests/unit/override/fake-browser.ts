import type { Milliseconds } from '../../../src/exchange/exchange.ts';
import type { OverrideBrowser, StandingRule } from '../../../src/override/override-browser.ts';
import { noRecords, type Records } from '../../../src/override/records.ts';
import type { SessionRule } from '../../../src/override/session-rules.ts';

/** What outlives a background: the browser with its rules, its storage, its tabs and its clock. */
export class FakeBrowser {
  readonly engine = 'chromium';
  now: Milliseconds = 1_000_000;
  rules: SessionRule[] = [];
  records: Records = noRecords;
  developmentOrigins: readonly string[] = [];
  hasAccess = true;
  hasAlarm = false;
  refusesRules = false;
  readonly tabs = new Map<number, string>();
  readonly badges = new Map<number, number>();
}

/** How one background sees the browser, until it is ended. From then on none of its calls comes back. */
export class FakeView implements OverrideBrowser {
  readonly engine = 'chromium';
  readonly #browser: FakeBrowser;
  /** How many more calls are answered. The one after that may still be carried out, but nobody hears of it. */
  #callsLeft: number;
  readonly #lastIsCarriedOut: boolean;
  callback: { readonly time: Milliseconds; readonly run: () => void } | null = null;
  followsTabs = true;

  constructor(browser: FakeBrowser, callsLeft = Number.POSITIVE_INFINITY, lastIsCarriedOut = false) {
    this.#browser = browser;
    this.#callsLeft = callsLeft;
    this.#lastIsCarriedOut = lastIsCarriedOut;
  }

  get isDead(): boolean {
    return this.#callsLeft < 0;
  }

  /** Ends the background. */
  end(): void {
    this.#callsLeft = -1;
  }

  async #call<Result>(act: () => Result): Promise<Result> {
    this.#callsLeft -= 1;
    if (this.#callsLeft >= 0) return act();
    if (this.#callsLeft === -1 && this.#lastIsCarriedOut) act();
    return new Promise(() => {});
  }

  now(): Milliseconds {
    return this.#browser.now;
  }

  readRules(): Promise<readonly StandingRule[]> {
    return this.#call(() => this.#browser.rules.map(({ id, condition: { tabIds } }) => ({ id, tabIds })));
  }

  changeRules(removeIds: readonly number[], add: readonly SessionRule[]): Promise<void> {
    return this.#call(() => {
      if (this.#browser.refusesRules && add.length > 0) throw new Error('Rule with id 1 is wrong.');
      const kept = this.#browser.rules.filter(({ id }) => !removeIds.includes(id));
      if (add.some(({ id }) => kept.some((rule) => rule.id === id))) throw new Error('Rule ids are not unique.');
      this.#browser.rules = [...kept, ...add];
    });
  }

  readRecords(): Promise<Records> {
    return this.#call(() => this.#browser.records);
  }

  writeRecords(records: Records): Promise<void> {
    return this.#call(() => {
      this.#browser.records = records;
    });
  }

  readDevelopmentOrigins(): Promise<readonly string[]> {
    return this.#call(() => this.#browser.developmentOrigins);
  }

  writeDevelopmentOrigins(origins: readonly string[]): Promise<void> {
    return this.#call(() => {
      this.#browser.developmentOrigins = origins;
    });
  }

  hasAccess(): Promise<boolean> {
    return this.#call(() => this.#browser.hasAccess);
  }

  originOf(tabId: number): Promise<string | null> {
    return this.#call(() => this.#browser.tabs.get(tabId) ?? null);
  }

  setAlarm(on: boolean): Promise<void> {
    return this.#call(() => {
      this.#browser.hasAlarm = on;
    });
  }

  showMinutes(tabId: number, minutes: number | null): Promise<void> {
    return this.#call(() => {
      if (minutes === null) this.#browser.badges.delete(tabId);
      else this.#browser.badges.set(tabId, minutes);
    });
  }

  followTabs(on: boolean): void {
    this.followsTabs = on;
  }

  callAt(time: Milliseconds | null, run: () => void): void {
    this.callback = time === null ? null : { time, run };
  }
}
