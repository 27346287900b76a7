import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import type { ExchangeLog } from '../../../src/exchange/fold.ts';
import type { BrowserDriver, DrivenPage } from '../../browsers/browser-driver.ts';
import { engineNames, launch } from '../../browsers/launch.ts';
import { settledRows } from '../../browsers/panel-rows.ts';
import { until } from '../../browsers/until.ts';
import { burstRequests, isOpen, makeBurst, pathOf } from './deadly-burst.ts';
import { api, type EchoServers, page as pageUrl, startEchoServers } from './echo-servers.ts';
import { hasKeeper, logOnce } from './read-log.ts';

interface TabsApi {
  readonly chrome: {
    readonly tabs: { get(id: number): Promise<unknown>; getCurrent(): Promise<{ readonly id: number }> };
  };
}

/** Of a preflight that it refuses, and that went out before anybody listened, Firefox tells the answer and no end. */
function isUnheardPreflight({ hops: [hop] }: Exchange): boolean {
  return hop?.method === 'OPTIONS' && hop.requestHeaders === null;
}

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

  test('an extension that is reloaded in a burst leaves nothing half alive, and records all from then on', async () => {
    const devtools = await browser.openDevTools(page);
    await devtools.showPanel();
    await logOnce(browser, page, 'the keeper');
    const burst = makeBurst(page, api, burstRequests('meanwhile', 120), 150);
    await logOnce(browser, page, 'the first answer', ({ exchanges }) => exchanges.some((one) => !isOpen(one)));
    await browser.reloadExtension();
    // Chromium closes DevTools that hold a page of the extension. Firefox keeps them, and puts a new panel into them.
    const inChromium = engine === 'chromium';
    if (inChromium) expect(await hasKeeper(browser, page)).toBe(false);
    const now = inChromium ? await browser.openDevTools(page) : devtools;
    await logOnce(browser, page, 'the new keeper');
    await burst;
    const requests = burstRequests('from-then-on', 40);
    await makeBurst(page, api, requests, 5);
    const wanted = requests.map(({ path }) => path).sort();
    const pathsIn = ({ exchanges }: ExchangeLog) =>
      exchanges.map(pathOf).filter((path) => path.includes('/from-then-on/'));
    const mayStayOpen = (one: Exchange) => !inChromium && isUnheardPreflight(one);
    await logOnce(
      browser,
      page,
      'all to be over, and each to be there once',
      (log) =>
        pathsIn(log).sort().join() === wanted.join() && log.exchanges.every((one) => !isOpen(one) || mayStayOpen(one)),
    );
    const rows = await settledRows(await now.showPanel(), '/from-then-on/', requests.length);
    expect(rows).toHaveLength(requests.length);
  });

  test('a panel in a tab of its own is closed by the browser with the extension that is reloaded', async () => {
    const own = await browser.openExtensionPage(`src/panel/panel.html?tabId=${page.tabId}`);
    const tab = await own.evaluate(async () => (await (globalThis as unknown as TabsApi).chrome.tabs.getCurrent()).id);
    await browser.reloadExtension();
    const asker = await browser.openExtensionPage('manifest.json');
    const isThere = () =>
      asker.evaluate(
        (id) =>
          (globalThis as unknown as TabsApi).chrome.tabs.get(id).then(
            () => true,
            () => false,
          ),
        tab,
      );
    await until(async () => ((await isThere()) ? undefined : true), 'the tab to be closed');
  });
});
