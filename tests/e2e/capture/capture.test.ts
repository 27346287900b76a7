import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { firstValue } from '../../../src/exchange/first-value.ts';
import type { BrowserDriver, DrivenPage } from '../../browsers/browser-driver.ts';
import { engineNames, launch } from '../../browsers/launch.ts';
import { settledRows } from '../../browsers/panel-rows.ts';
import { api, type EchoServers, page as pageUrl, startEchoServers } from './echo-servers.ts';
import { hasKeeper, logOnce } from './read-log.ts';

let servers: EchoServers;

beforeAll(async () => {
  servers = await startEchoServers();
});
afterAll(() => servers.close());

/** Makes so many preflighted PUTs at once, each with a header of its own. */
function burst(page: DrivenPage, from: string, count: number): Promise<void> {
  return page.evaluate(
    async (url, requests) => {
      const names = Array.from({ length: requests }, (_, index) => `x-${index}`);
      await Promise.all(names.map((name) => fetch(url, { method: 'PUT', headers: { [name]: '1' } })));
    },
    from,
    count,
  );
}

describe.each(engineNames)('%s', (engine) => {
  let browser: BrowserDriver;
  const pages: DrivenPage[] = [];

  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(() => browser.close());

  async function openPage(): Promise<DrivenPage> {
    const page = await browser.openPage(pageUrl);
    pages.push(page);
    return page;
  }

  test('forty concurrent preflights of one address each find their own request', async () => {
    const page = await openPage();
    await browser.openDevTools(page);
    await logOnce(browser, page, 'the keeper');
    await burst(page, `${api}/concurrent`, 40);
    const { exchanges } = await logOnce(
      browser,
      page,
      'forty answers',
      (log) => log.exchanges.filter(hasEnded).length === 40,
    );
    const wanted = Array.from({ length: 40 }, (_, index) => `x-${index} for x-${index}`);
    expect(exchanges.map(questionAndRequest).sort()).toEqual(wanted.sort());
  });

  test('the panel that is shown late has everything since DevTools were opened', async () => {
    const page = await openPage();
    const devtools = await browser.openDevTools(page);
    await logOnce(browser, page, 'the keeper');
    await burst(page, `${api}/before`, 10);
    const panel = await devtools.showPanel();
    await burst(page, `${api}/after`, 5);
    expect(await settledRows(panel, '/before', 10)).toHaveLength(10);
    expect(await settledRows(panel, '/after', 5)).toHaveLength(5);
  });

  test('workers are heard, with and without a tab of their own', async () => {
    const page = await openPage();
    await browser.openDevTools(page);
    await logOnce(browser, page, 'the keeper');
    await page.evaluate(() => {
      new Worker('/worker.js');
      new SharedWorker('/shared.js');
    });
    const { exchanges } = await logOnce(
      browser,
      page,
      'two answers',
      (log) => log.exchanges.filter(hasEnded).length === 2,
    );
    const seen = exchanges.map(({ tabId, hops }) => [hops[0]?.url, tabId === -1]);
    expect(new Map(seen as [string, boolean][])).toEqual(
      new Map([
        [`${api}/from-worker`, false],
        [`${api}/from-shared-worker`, true],
      ]),
    );
  });

  test('a tab whose DevTools are closed leaves no trace in another one’s log, and has none of its own', async () => {
    const [watched, unwatched] = [await openPage(), await openPage()];
    await browser.openDevTools(watched);
    await logOnce(browser, watched, 'the keeper');
    await burst(unwatched, `${api}/unwatched`, 3);
    await burst(watched, `${api}/watched`, 3);
    const { exchanges } = await logOnce(browser, watched, 'three answers', (log) => log.exchanges.some(hasEnded));
    expect(exchanges.filter(({ hops }) => hops[0]?.url !== `${api}/watched`)).toEqual([]);
    expect(await hasKeeper(browser, unwatched)).toBe(false);
  });

  test('once DevTools are closed, a stopped background is not woken by what pages load', async () => {
    const page = await openPage();
    const devtools = await browser.openDevTools(page);
    await logOnce(browser, page, 'the keeper');
    await burst(page, `${api}/open`, 3);
    await logOnce(browser, page, 'three answers', (log) => log.exchanges.filter(hasEnded).length === 3);
    await devtools.close();
    await browser.stopBackground();
    expect(await browser.isBackgroundRunning()).toBe(false);
    await burst(page, `${api}/closed`, 20);
    await page.goto(`${pageUrl}/again`);
    await burst(page, `${api}/closed`, 20);
    expect(await browser.isBackgroundRunning()).toBe(false);
    expect(await hasKeeper(browser, page)).toBe(false);
  });

  test('navigations are counted, and each request belongs to its page', async () => {
    const page = await openPage();
    await browser.openDevTools(page);
    await logOnce(browser, page, 'the keeper');
    await burst(page, `${api}/first`, 1);
    await page.goto(`${pageUrl}/second`);
    await burst(page, `${api}/second`, 1);
    const { exchanges } = await logOnce(
      browser,
      page,
      'both pages',
      (log) => log.page === 1 && log.exchanges.length === 2,
    );
    expect(exchanges.map(({ page: number, hops }) => [hops[0]?.url, number])).toEqual([
      [`${api}/first`, 0],
      [`${api}/second`, 1],
    ]);
  });
});

function hasEnded({ ending }: { readonly ending: { readonly kind: string } }): boolean {
  return ending.kind !== 'pending' && ending.kind !== 'lost';
}

/** The header `x-N` that a request's preflight asked for, and the one that was then sent. */
function questionAndRequest({ hops: [hop] }: Exchange): string {
  const asked = firstValue(hop?.preflight?.requestHeaders ?? [], 'access-control-request-headers');
  return `${asked} for ${hop?.requestHeaders?.find(([name]) => /^x-\d+$/i.test(name))?.[0].toLowerCase()}`;
}
