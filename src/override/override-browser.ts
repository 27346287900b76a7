import type { EngineName } from '../cors/engine-name.ts';
import type { Milliseconds } from '../exchange/exchange.ts';
import type { Records } from './records.ts';
import type { SessionRule } from './session-rules.ts';

/** A rule that the browser has. */
export interface StandingRule {
  readonly id: number;
  readonly tabIds: readonly number[];
}

/** What an override's life needs of the browser. Any call may be the last one: the background can be ended in between. */
export interface OverrideBrowser {
  readonly engine: EngineName;
  now(): Milliseconds;
  /** Every session rule that the extension has. */
  readRules(): Promise<readonly StandingRule[]>;
  /** All of it or, when it rejects, nothing. */
  changeRules(removeIds: readonly number[], add: readonly SessionRule[]): Promise<void>;
  readRecords(): Promise<Records>;
  writeRecords(records: Records): Promise<void>;
  readDevelopmentOrigins(): Promise<readonly string[]>;
  writeDevelopmentOrigins(origins: readonly string[]): Promise<void>;
  /** Whether the extension may look at sites. */
  hasAccess(): Promise<boolean>;
  /** The origin that a tab shows, `"null"` for an opaque one; null where there is no such tab. */
  originOf(tabId: number): Promise<string | null>;
  /** Has the background started again and again while it is on, so that no rule outlives its reason by long. */
  setAlarm(on: boolean): Promise<void>;
  /** Shows the minutes left on the extension's icon for one tab; null for nothing. */
  showMinutes(tabId: number, minutes: number | null): Promise<void>;
  /** Has `check` called whenever a tab shows something else or is closed, or not any more. */
  followTabs(on: boolean): void;
  /** Calls once, soon after the time; instead of what was to be called before. Null: nothing is to be called. */
  callAt(time: Milliseconds | null, callback: () => void): void;
}
