import { until } from '../browsers/until.ts';
import { type BenchBrowser, launchBenchBrowser } from './bench-browser.ts';
import { eventToRow } from './event-to-row.ts';
import { exact, type Figure, fromSample } from './figure.ts';
import { startLoadServer } from './load-server.ts';
import { builtExtension, countedRows, loadExpression } from './page-load.ts';
import { benchWorkerStart } from './worker-start.ts';

const exchanges = 5_000;
const openings = 9;
const part = 'panel';

/** What the person waits for: a row, a panel that opens, a filter that answers; and what it costs in memory. */
export async function benchPanel(): Promise<{ figures: Figure[]; browser: string }> {
  const server = await startLoadServer();
  const browser = await launchBenchBrowser(server.page, { extension: builtExtension, devtools: 'showing the panel' });
  try {
    const rows = await eventToRow(browser, server.api);
    await browser.reload();
    const heapBefore = await browser.heapOfExtension();
    await browser.inPage(loadExpression(server.api, { inFlight: 12, delay: 0 }, exchanges));
    await until(
      async () => ((await browser.inPanel<number>(countedRows)) >= exchanges ? true : undefined),
      'all rows',
      120_000,
    );
    const heap = (await browser.heapOfExtension()) - heapBefore;
    const figures = [
      ...rows,
      fromSample({ part, name: 'a filter typed, 5,000 exchanges', unit: 'ms' }, await filterTimes(browser)),
      fromSample({ part, name: 'the panel opened on 5,000 exchanges', unit: 'ms' }, await openingTimes(browser)),
      exact({ part, name: 'memory for each exchange, its log and its row', unit: 'kB' }, heap / exchanges / 1_000),
      ...(await benchWorkerStart()),
    ];
    return { figures, browser: browser.version };
  } finally {
    await browser.close();
    server.stop();
  }
}

/** From the start of the panel's page to the moment when its list holds everything. */
async function openingTimes(browser: BenchBrowser): Promise<number[]> {
  const times: number[] = [];
  for (let opening = 0; opening < openings; opening += 1) {
    await browser.reloadPanel(`new MutationObserver(() => {
      if (globalThis.benchOpened === undefined && ${countedRows} >= ${exchanges}) globalThis.benchOpened = performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true });`);
    times.push(
      await until(
        async () => (await browser.inPanel<number | null>('globalThis.benchOpened ?? null')) ?? undefined,
        'the rows',
      ),
    );
  }
  return times;
}

/** From the input event to a list with another number of rows. */
async function filterTimes(browser: BenchBrowser): Promise<number[]> {
  const times: number[] = [];
  // Each leaves another number of rows than the one before.
  for (const text of ['n=12', 'n=1', 'n=49', 'n=4', 'n=33', 'n=3', 'n=57', 'n=5', 'n=91', 'n=9', 'n=2', '']) {
    times.push(await browser.inPanel<number>(filterExpression(text)));
  }
  return times;
}

function filterExpression(text: string): string {
  return `new Promise((resolve) => {
    const rows = () => ${countedRows};
    const before = rows();
    const field = document.querySelector('search input');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(text)});
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (rows() === before) return;
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    field.dispatchEvent(new Event('input', { bubbles: true }));
  })`;
}
