import { browser } from '../browser.ts';
import { readRecordedRequest } from '../exchange/recorded/recorded-request.ts';
import type { Keeper } from './keeper.ts';

/** Milliseconds between two joinings of what DevTools recorded. */
const settleEvery = 250;

/** Gives the keeper what DevTools itself records of the page's requests, each when it is over. */
export function followNetworkRecord(keeper: Keeper): void {
  let isWaiting = false;

  function settle(): void {
    isWaiting = keeper.settleRecords();
    if (isWaiting) setTimeout(settle, settleEvery);
  }

  browser.devtools.network.onRequestFinished.addListener((entry) => {
    const record = readRecordedRequest(entry);
    if (record === null) return;
    keeper.takeRecord(record);
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(settle, settleEvery);
  });
}
