import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExchangeLog } from '../../../src/exchange/fold.ts';
import type { BrowserDriver, DrivenPage, DrivenPanel } from '../../browsers/browser-driver.ts';
import { engineNames, launch } from '../../browsers/launch.ts';
import { settledRows } from '../../browsers/panel-rows.ts';
import { until } from '../../browsers/until.ts';
import { type BurstRequest, burstRequests, isOpen, makeBurst, pathOf, wholeLogOnce } from './deadly-burst.ts';
import { api, type EchoServers, page as pageUrl, startEchoServers } from './echo-servers.ts';
import { hasKeeper, logOnce } from './read-log.ts';

let servers: EchoServers;

beforeAll(async () => {
  servers = await startEchoServers();
});
afterAll(() => servers.close());

describe.each(engineNames)('%s', (engine) => {
  let browser: BrowserDriver;
  let page: DrivenPage;

  beforeAll(async () => {
    browser = await launch(engine);
  });
  beforeEach(async () => {
    page = await browser.openPage(pageUrl);
  });
  afterAll(() => browser.close());

  /** Waits until none is missing, twice there or open; in Chromium each with its preflight and its verdict, too. */
  function whole(requests: readonly BurstRequest[]): Promise<ExchangeLog> {
    if (engine === 'chromium') return wholeLogOnce(browser, page, requests);
    const wanted = requests.map(({ path }) => path).sort();
    return logOnce(browser, page, `${wanted.length} requests to be over`, ({ exchanges }) => {
      const mine = exchanges.filter((exchange) => wanted.includes(pathOf(exchange)));
      return mine.map(pathOf).sort().join() === wanted.join() && !mine.some(isOpen);
    });
  }

  async function reload(panel: DrivenPanel): Promise<void> {
    await panel.evaluate(() => {
      document.body.dataset.isOld = 'yes';
      setTimeout(() => location.reload(), 0);
    });
    const isNew = () => panel.evaluate(() => document.body.dataset.isOld === undefined);
    // While it is between two documents there is none to ask.
    await until(async () => (await isNew().catch(() => false)) || undefined, 'the panel to come back');
  }

  test('a panel that is reloaded in a burst shows all of it, each request once', async () => {
    const panel = await browser.openPanel(page);
    await logOnce(browser, page, 'the keeper');
    const requests = burstRequests('reloaded', 60);
    const burst = makeBurst(page, api, requests, 150);
    await reload(panel);
    await burst;
    await whole(requests);
    const rows = await settledRows(panel, '/reloaded/', requests.length);
    expect(rows.map(({ url }) => new URL(url).pathname).sort()).toEqual(requests.map(({ path }) => path).sort());
  });

  test('DevTools that are closed and opened again in a burst leave nothing open, and record all from then on', async () => {
    const devtools = await browser.openDevTools(page);
    await logOnce(browser, page, 'the keeper');
    const burst = makeBurst(page, api, burstRequests('meanwhile', 240), 150);
    await logOnce(browser, page, 'the first answer', ({ exchanges }) => exchanges.some((one) => !isOpen(one)));
    await devtools.close();
    await until(async () => ((await hasKeeper(browser, page)) ? undefined : true), 'the keeper to go');
    await browser.openDevTools(page);
    await logOnce(browser, page, 'the new keeper');
    await burst;
    const requests = burstRequests('from-then-on', 40);
    await makeBurst(page, api, requests, 5);
    const log = await whole(requests);
    expect(log.exchanges.filter(({ ending }) => ending.kind === 'pending')).toEqual([]);
    const paths = log.exchanges.filter(({ hops: [hop] }) => hop?.method !== 'OPTIONS').map(pathOf);
    // What was in flight when DevTools were opened again Firefox may tell twice: its record of it fits nothing whole.
    const counted = engine === 'chromium' ? paths : paths.filter((path) => path.includes('/from-then-on/'));
    expect(new Set(counted).size).toBe(counted.length);
  });

  test('while memory is short nothing is lost, doubled or left open', async () => {
    await browser.openDevTools(page);
    await logOnce(browser, page, 'the keeper');
    const requests = burstRequests('short', 120);
    let isOver = false;
    const burst = makeBurst(page, api, requests, 100).finally(() => {
      isOver = true;
    });
    let presses = 0;
    for (; !isOver; presses++) await browser.pressMemory();
    await burst;
    expect(presses).toBeGreaterThan(0);
    const log = await whole(requests);
    expect(log.interruptions).toEqual([]);
  });
});
