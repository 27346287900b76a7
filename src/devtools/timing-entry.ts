import type { Milliseconds } from '../exchange/exchange.ts';

/** What the page's resource timing tells of one of its requests. */
export interface TimingEntry {
  /** The address that was asked for first. */
  readonly url: string;
  readonly startedAt: Milliseconds;
  readonly endedAt: Milliseconds;
  /** 0 where the page cannot read the answer. */
  readonly status: number;
}

/** How many entries one answer may hold. */
const mostEntries = 1_000;

/** Takes what has the shape of an entry, from an answer that anybody may have made. */
export function readTiming(answer: unknown): readonly TimingEntry[] {
  if (!Array.isArray(answer)) return [];
  return answer.slice(0, mostEntries).flatMap(readEntry);
}

function readEntry(entry: unknown): TimingEntry[] {
  if (!Array.isArray(entry)) return [];
  const [url, startedAt, duration, status]: unknown[] = entry;
  const isStatus = Number.isInteger(status) && Number(status) >= 0 && Number(status) <= 999;
  if (typeof url !== 'string' || !isStatus || !Number.isFinite(startedAt) || !Number.isFinite(duration)) return [];
  return [{ url, startedAt: Number(startedAt), endedAt: Number(startedAt) + Number(duration), status: Number(status) }];
}
