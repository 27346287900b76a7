import { browser } from '../browser.ts';
import type { Milliseconds } from '../exchange/exchange.ts';
import { readRecordedRequest } from '../exchange/recorded/recorded-request.ts';
import type { Keeper } from './keeper.ts';

/** Milliseconds between two joinings of what DevTools recorded. In a flood the page's own work comes first. */
const settleEvery = { usually: 250, inFlood: 1_000 };

/** So many records in that time are a flood. */
const flood = 40;

interface Told {
  readonly entry: unknown;
  readonly at: Milliseconds;
}

/** Gives the keeper what DevTools itself records of the page's requests, each when it is over. */
export function followNetworkRecord(keeper: Keeper): void {
  /** Not read yet: that costs more than to keep them. */
  const told: Told[] = [];
  let isWaiting = false;

  function waitToSettle(time: Milliseconds): void {
    isWaiting = true;
    setTimeout(settle, time);
  }

  function settle(): void {
    const isFlood = told.length >= flood;
    for (const { entry, at } of told.splice(0)) {
      const record = readRecordedRequest(entry);
      if (record !== null) keeper.takeRecord(record, at);
    }
    isWaiting = false;
    if (keeper.settleRecords() || isFlood) waitToSettle(isFlood ? settleEvery.inFlood : settleEvery.usually);
  }

  browser.devtools.network.onRequestFinished.addListener((entry) => {
    told.push({ entry, at: Date.now() });
    if (!isWaiting) waitToSettle(settleEvery.usually);
  });
}
