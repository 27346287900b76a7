import { browser } from '../browser.ts';
import type { Milliseconds } from '../exchange/exchange.ts';
import { field, objectsOf } from '../exchange/har-value.ts';
import { type RecordedRequest, readRecordedRequest } from '../exchange/recorded/recorded-request.ts';
import type { Keeper } from './keeper.ts';
import { ToldRecords } from './told-records.ts';

/** Milliseconds between two joinings of what DevTools recorded. In a flood the page's own work comes first. */
const settleEvery = { usually: 250, inFlood: 1_000 };

/** So many records in that time are a flood. */
const flood = 40;

interface Told {
  readonly record: RecordedRequest;
  readonly at: Milliseconds;
}

export interface NetworkRecord {
  /** From now on what is told is remembered, so that the rest can be taken. */
  remember(): void;
  /** Takes what was recorded since then and never told. Nothing is remembered any more. */
  takeRest(): Promise<void>;
  /** Nothing is remembered any more. */
  forget(): void;
}

/** Gives the keeper what DevTools itself records of the page's requests, each when it is over. */
export function followNetworkRecord(keeper: Keeper): NetworkRecord {
  const told: Told[] = [];
  let isWaiting = false;
  let remembered: ToldRecords | null = null;

  function waitToSettle(time: Milliseconds): void {
    isWaiting = true;
    setTimeout(settle, time);
  }

  function settle(): void {
    const isFlood = told.length >= flood;
    for (const { record, at } of told.splice(0)) keeper.takeRecord(record, at);
    isWaiting = false;
    if (keeper.settleRecords() || isFlood) waitToSettle(isFlood ? settleEvery.inFlood : settleEvery.usually);
  }

  function take(entry: unknown): void {
    const record = readRecordedRequest(entry);
    if (record !== null) told.push({ record, at: Date.now() });
    if (!isWaiting) waitToSettle(settleEvery.usually);
  }

  browser.devtools.network.onRequestFinished.addListener((entry) => {
    remembered?.add(entry, Date.now());
    take(entry);
  });
  return {
    remember() {
      remembered ??= new ToldRecords(Date.now());
    },
    async takeRest() {
      const known = remembered;
      remembered = null;
      const archive = known === null ? null : await browser.devtools.network.getHAR();
      for (const entry of known?.untoldOf(objectsOf(field(archive, 'entries'))) ?? []) take(entry);
    },
    forget() {
      remembered = null;
    },
  };
}
