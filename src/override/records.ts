import type { Milliseconds } from '../exchange/exchange.ts';
import type { EndReason, Override } from './override.ts';

/** What is noted of an override before its rules are made: the browser's rules have no room for it. */
export interface OverrideRecord {
  readonly override: Override;
  /** All of these rules are there, or the override is not on. */
  readonly ruleIds: readonly number[];
}

export interface EndRecord {
  readonly tabId: number;
  readonly reason: EndReason;
  readonly at: Milliseconds;
}

/** What is kept in `storage.session`, which ends with the browser as the rules do. */
export interface Records {
  readonly overrides: readonly OverrideRecord[];
  /** How the last override of a tab ended; at most one for each tab. */
  readonly ended: readonly EndRecord[];
  /** Ids are never used twice, so that the rules of one change are not taken for those of another. */
  readonly nextRuleId: number;
}

export const noRecords: Records = { overrides: [], ended: [], nextRuleId: 1 };

/** How many ends are kept. */
const longestMemory = 50;

/** The records with an override in place of the one that its tab had. */
export function withOverride(records: Records, record: OverrideRecord): Records {
  const { tabId } = record.override;
  return {
    overrides: [...records.overrides.filter(({ override }) => override.tabId !== tabId), record],
    ended: records.ended.filter((end) => end.tabId !== tabId),
    nextRuleId: Math.max(records.nextRuleId, ...record.ruleIds.map((id) => id + 1)),
  };
}

/** The records without the overrides of some tabs, and with how they ended. */
export function withEnds(records: Records, ends: readonly EndRecord[]): Records {
  const tabs = new Set(ends.map(({ tabId }) => tabId));
  return {
    ...records,
    overrides: records.overrides.filter(({ override }) => !tabs.has(override.tabId)),
    ended: [...records.ended.filter(({ tabId }) => !tabs.has(tabId)), ...ends].slice(-longestMemory),
  };
}
