import { until } from '../browsers/until.ts';
import type { BenchBrowser } from './bench-browser.ts';
import { exact, type Figure } from './figure.ts';
import { loadExpression } from './page-load.ts';
import { quantile } from './statistics.ts';

const batches = 20;
/** So few that every row is in sight, and is drawn. */
const requestsInBatch = 10;

type Times = Readonly<Record<string, number>>;

/**
 * From the browser's event, by the time that the browser gives it, to the row in the panel's document: for the row to be
 * there, and for the verdict to stand in it.
 */
export async function eventToRow(browser: BenchBrowser, api: string): Promise<Figure[]> {
  await browser.inWorker(noteEvents);
  await browser.inPanel(noteRows);
  const toRow: number[] = [];
  const toVerdict: number[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    await browser.reload();
    await browser.inPage(loadExpression(api, { inFlight: 1, delay: 20 }, requestsInBatch));
    const rows = await until(async () => {
      const seen = await browser.inPanel<{ first: Times; settled: Times }>('globalThis.benchRows');
      return Object.keys(seen.settled).length >= requestsInBatch ? seen : undefined;
    }, 'the rows of a batch');
    const events = await browser.inWorker<{ first: Times; last: Times }>('globalThis.benchEvents');
    toRow.push(...differences(rows.first, events.first));
    toVerdict.push(...differences(rows.settled, events.last));
    await browser.inWorker('void (globalThis.benchEvents = { first: {}, last: {} })');
    await browser.inPanel('void (globalThis.benchRows = { first: {}, settled: {} })');
  }
  const part = 'panel';
  return [
    exact({ part, name: 'first event to the row, p50', unit: 'ms' }, quantile(toRow, 0.5)),
    exact({ part, name: 'first event to the row, p99', unit: 'ms' }, quantile(toRow, 0.99)),
    exact({ part, name: 'last event to the verdict, p50', unit: 'ms' }, quantile(toVerdict, 0.5)),
    exact({ part, name: 'last event to the verdict, p99', unit: 'ms' }, quantile(toVerdict, 0.99)),
  ];
}

function differences(later: Times, earlier: Times): number[] {
  return Object.entries(later).flatMap(([url, time]) => {
    const before = earlier[url];
    return before === undefined ? [] : [time - before];
  });
}

const noteEvents = `(() => {
  globalThis.benchEvents = { first: {}, last: {} };
  const filter = { urls: ['http://*/*'] };
  chrome.webRequest.onBeforeRequest.addListener(({ url, timeStamp }) => { globalThis.benchEvents.first[url] ??= timeStamp; }, filter);
  chrome.webRequest.onCompleted.addListener(({ url, timeStamp }) => { globalThis.benchEvents.last[url] = timeStamp; }, filter);
})()`;

const noteRows = `(() => {
  globalThis.benchRows = { first: {}, settled: {} };
  new MutationObserver(() => {
    const now = Date.now();
    for (const { dataset } of document.querySelectorAll('tr[data-exchange-url]')) {
      globalThis.benchRows.first[dataset.exchangeUrl] ??= now;
      if (dataset.outcome !== 'pending') globalThis.benchRows.settled[dataset.exchangeUrl] ??= now;
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
})()`;
