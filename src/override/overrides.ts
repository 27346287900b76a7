import type { Milliseconds } from '../exchange/exchange.ts';
import type { OverrideCommand } from './commands.ts';
import { isDevelopmentOrigin, readOrigin } from './development-origin.ts';
import { nextOverride, type OverrideChange } from './next-override.ts';
import type { EndReason, Override, OverrideAnswer, OverrideState, Refusal } from './override.ts';
import type { OverrideBrowser } from './override-browser.ts';
import { reasonToEnd } from './reason-to-end.ts';
import { type EndRecord, type Records, withEnds, withOverride } from './records.ts';
import { type SessionRule, sessionRules } from './session-rules.ts';

/** Milliseconds that DevTools have to call back a background that has just started, before their override ends. */
const graceAfterStart = 2_000;

const minute = 60_000;

/**
 * The overrides of all tabs. The browser's rules are the truth: whatever happens, `settle` compares them with what is noted
 * and with what is so, and takes away what has no reason to be. Nothing else is remembered but who is connected, so the
 * background may be ended between any two calls.
 */
export class Overrides {
  readonly #browser: OverrideBrowser;
  readonly #startedAt: Milliseconds;
  /** How many DevTools attend each tab. */
  readonly #attended = new Map<number, number>();
  readonly #followers = new Map<(state: OverrideState) => void, number>();
  readonly #ruleWatchers = new Set<() => void>();
  /** As they were when last looked at. To be shown, never to decide by. */
  #rules: readonly SessionRule[] = [];
  /** One thing after another: no two changes ever mix. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(browser: OverrideBrowser) {
    this.#browser = browser;
    this.#startedAt = browser.now();
  }

  /** DevTools of a tab are open, until the returned function is called. */
  attend(tabId: number): () => void {
    this.#attended.set(tabId, (this.#attended.get(tabId) ?? 0) + 1);
    void this.check();
    return () => {
      const left = (this.#attended.get(tabId) ?? 1) - 1;
      if (left > 0) this.#attended.set(tabId, left);
      else this.#attended.delete(tabId);
      void this.check();
    };
  }

  /** Tells the state of a tab, now and whenever it may have changed. Returns the way to stop. */
  follow(tabId: number, tell: (state: OverrideState) => void): () => void {
    this.#followers.set(tell, tabId);
    void this.check();
    return () => {
      this.#followers.delete(tell);
      void this.check();
    };
  }

  /**
   * Ends what has to end, and tells all followers. To be called at the start of the background, and whenever something may
   * have changed.
   */
  check(): Promise<void> {
    return this.#enqueue(async () => this.#tell(await this.#settle()));
  }

  /** The rules of all overrides that are on, as they were when last looked at. */
  get rules(): readonly SessionRule[] {
    return this.#rules;
  }

  /** Says whenever the rules were looked at anew. Returns the way to stop. */
  watchRules(tell: () => void): () => void {
    this.#ruleWatchers.add(tell);
    return () => this.#ruleWatchers.delete(tell);
  }

  /** Does what a panel asks for, and tells all followers before it answers. */
  command(tabId: number, command: OverrideCommand): Promise<OverrideAnswer> {
    return this.#enqueue(async () => {
      const answer = await this.#execute(tabId, command);
      await this.#tell(await this.#settle());
      return answer;
    });
  }

  #enqueue<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => {});
    return result;
  }

  /** Makes the rules, the records and the icon agree with each other and with what is so. */
  async #settle(): Promise<Records> {
    const browser = this.#browser;
    const [records, rules, hasAccess, developmentOrigins] = await Promise.all([
      browser.readRecords(),
      browser.readRules(),
      browser.hasAccess(),
      browser.readDevelopmentOrigins(),
    ]);
    const now = browser.now();
    const isAttended = (tabId: number) => this.#attended.has(tabId) || now < this.#startedAt + graceAfterStart;
    const around = { now, hasAccess, developmentOrigins, isAttended, ruleIds: new Set(rules.map(({ id }) => id)) };
    const reasons = await Promise.all(records.overrides.map((record) => reasonToEnd(record, around, browser)));
    const ends = records.overrides.flatMap(({ override: { tabId } }, index): EndRecord[] => {
      const reason = reasons[index] ?? null;
      return reason === null ? [] : [{ tabId, reason, at: now }];
    });
    const settled = ends.length === 0 ? records : withEnds(records, ends);
    const kept = new Set(settled.overrides.flatMap(({ ruleIds }) => ruleIds));
    const strays = rules.filter(({ id }) => !kept.has(id));
    // Rules first: whatever comes after may never happen. The record last: with it, what is to be done would be forgotten.
    if (strays.length > 0)
      await browser.changeRules(
        strays.map(({ id }) => id),
        [],
      );
    const bare = [...ends.map(({ tabId }) => tabId), ...strays.flatMap(({ tabIds }) => tabIds)];
    await this.#clearIcons(bare, settled);
    if (ends.length > 0) await browser.writeRecords(settled);
    await this.#showTime(settled);
    this.#rules = settled.overrides.flatMap(({ override }) => sessionRules(override, browser.engine, 0));
    for (const tell of this.#ruleWatchers) tell();
    browser.followTabs(settled.overrides.length > 0 || this.#followers.size > 0);
    return settled;
  }

  async #clearIcons(tabIds: readonly number[], { overrides }: Records): Promise<void> {
    const bare = new Set(tabIds.filter((tabId) => !overrides.some(({ override }) => override.tabId === tabId)));
    await Promise.all([...bare].map((tabId) => this.#browser.showMinutes(tabId, null)));
  }

  async #showTime({ overrides }: Records): Promise<void> {
    const browser = this.#browser;
    const now = browser.now();
    const on = overrides.map(({ override }) => override);
    await Promise.all(on.map(({ tabId, endsAt }) => browser.showMinutes(tabId, Math.ceil((endsAt - now) / minute))));
    if (on.length === 0) await browser.setAlarm(false);
    const grace = this.#startedAt + graceAfterStart;
    const times = on.flatMap(({ endsAt }) => [endsAt, nextMinute(now, endsAt), ...(now < grace ? [grace] : [])]);
    browser.callAt(times.length === 0 ? null : Math.min(...times), () => void this.check());
  }

  async #execute(tabId: number, command: OverrideCommand): Promise<OverrideAnswer> {
    switch (command.kind) {
      case 'add-development-origin':
      case 'remove-development-origin':
        return this.#changeOrigins(command.kind === 'add-development-origin', command.origin);
      case 'start':
      case 'set-own-rules':
      case 'extend':
      case 'remove-target':
      case 'turn-off':
        return this.#change(tabId, command);
    }
  }

  async #changeOrigins(isAdded: boolean, text: string): Promise<OverrideAnswer> {
    const origin = readOrigin(text);
    if (origin === null) return refuse('invalid');
    const others = (await this.#browser.readDevelopmentOrigins()).filter((each) => each !== origin);
    await this.#browser.writeDevelopmentOrigins(isAdded ? [...others, origin] : others);
    return done;
  }

  async #change(tabId: number, command: OverrideChange): Promise<OverrideAnswer> {
    const browser = this.#browser;
    const records = await this.#settle();
    const record = records.overrides.find(({ override }) => override.tabId === tabId);
    const developmentOrigins = await browser.readDevelopmentOrigins();
    const pageOrigin = (await browser.originOf(tabId)) ?? 'null';
    const circumstances = { tabId, pageOrigin, now: browser.now(), engine: browser.engine, developmentOrigins };
    const next = nextOverride(record?.override ?? null, command, circumstances);
    if (typeof next === 'string') return refuse(next);
    const oldIds = record?.ruleIds ?? [];
    if (next === null) {
      if (record) await this.#end(records, tabId, oldIds);
      return done;
    }
    const refusal = await this.#refusal(next, developmentOrigins);
    return refusal ? refuse(refusal) : this.#install(records, next, oldIds);
  }

  async #refusal(next: Override, developmentOrigins: readonly string[]): Promise<Refusal | null> {
    if (!(await this.#browser.hasAccess())) return 'no-access';
    if (!this.#attended.has(next.tabId)) return 'devtools-closed';
    return isDevelopmentOrigin(next.pageOrigin, developmentOrigins) ? null : 'not-development';
  }

  /** The note first, then the alarm, then the rules: there is never a rule that nobody would take away. */
  async #install(records: Records, next: Override, oldIds: readonly number[]): Promise<OverrideAnswer> {
    const browser = this.#browser;
    const rules = sessionRules(next, browser.engine, records.nextRuleId);
    await browser.writeRecords(withOverride(records, { override: next, ruleIds: rules.map(({ id }) => id) }));
    await browser.setAlarm(true);
    try {
      await browser.changeRules(oldIds, rules);
    } catch (error) {
      await browser.writeRecords(records);
      return { done: false, refusal: 'refused', detail: String(error) };
    }
    return done;
  }

  async #end(records: Records, tabId: number, ruleIds: readonly number[]): Promise<void> {
    const reason: EndReason = 'turned-off';
    await this.#browser.changeRules(ruleIds, []);
    await this.#browser.showMinutes(tabId, null);
    await this.#browser.writeRecords(withEnds(records, [{ tabId, reason, at: this.#browser.now() }]));
  }

  async #tell(records: Records): Promise<void> {
    const developmentOrigins = await this.#browser.readDevelopmentOrigins();
    const states = new Map<number, OverrideState>();
    for (const tabId of new Set(this.#followers.values())) {
      const origin = await this.#browser.originOf(tabId);
      const ended = records.ended.find((end) => end.tabId === tabId);
      states.set(tabId, {
        page: origin === null ? null : { origin, isDevelopment: isDevelopmentOrigin(origin, developmentOrigins) },
        override: records.overrides.find(({ override }) => override.tabId === tabId)?.override ?? null,
        ended: ended ? { reason: ended.reason, at: ended.at } : null,
        developmentOrigins,
      });
    }
    for (const [tell, tabId] of this.#followers) {
      const state = states.get(tabId);
      if (state) tell(state);
    }
  }
}

const done: OverrideAnswer = { done: true };

function refuse(refusal: Refusal): OverrideAnswer {
  return { done: false, refusal, detail: '' };
}

/** When the number of minutes left, rounded up, is one less. */
function nextMinute(now: Milliseconds, endsAt: Milliseconds): Milliseconds {
  return endsAt - (Math.ceil((endsAt - now) / minute) - 1) * minute;
}
