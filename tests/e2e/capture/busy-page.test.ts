import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { firstValue } from '../../../src/exchange/first-value.ts';
import type { BrowserDriver, DrivenPage } from '../../browsers/browser-driver.ts';
import { launch } from '../../browsers/launch.ts';
import { until } from '../../browsers/until.ts';
import { burstRequests, makeBurst, pathOf, wholeLogOnce } from './deadly-burst.ts';
import { api, type EchoServers, page as pageUrl, startEchoServers } from './echo-servers.ts';
import { questionAndRequest } from './question-and-request.ts';
import { logOnce } from './read-log.ts';

// Chromium only: in Firefox each listener costs less, and its DevTools do not record all that webRequest tells.

let servers: EchoServers;
let browser: BrowserDriver;
let page: DrivenPage;

beforeAll(async () => {
  servers = await startEchoServers();
  browser = await launch('chromium');
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await servers.close();
});

async function openPage(): Promise<void> {
  page = await browser.openPage(pageUrl);
  await browser.openDevTools(page);
  await logOnce(browser, page, 'the keeper');
}

/** Whether the background hears of each request that it begins. */
function hearsInFull(): Promise<boolean> {
  return browser.inBackground(() => {
    const { webRequest } = (globalThis as unknown as { chrome: Chrome }).chrome;
    return webRequest.onBeforeRequest.hasListeners();
  });
}

interface Chrome {
  readonly webRequest: { readonly onBeforeRequest: { hasListeners(): boolean } };
}

/** Whether the headers of everything that went out are known, whoever told them. */
function knowsAllHeaders({ hops }: Exchange): boolean {
  return hops.every(
    ({ sentAt, requestHeaders, preflight }) =>
      (sentAt === null || firstValue(requestHeaders ?? [], 'origin') !== null) &&
      (preflight === null || firstValue(preflight.requestHeaders, 'access-control-request-method') !== null),
  );
}

test('a busy page is listened to sparingly, nothing of it is lost, and then it is heard in full again', async () => {
  await openPage();
  expect(await hearsInFull()).toBe(true);
  const requests = burstRequests('busy', 600);
  const burst = makeBurst(page, api, requests, 10);
  await until(async () => ((await hearsInFull()) ? undefined : true), 'the background to listen less');
  await burst;
  await wholeLogOnce(browser, page, requests);
  await logOnce(browser, page, 'all headers', ({ exchanges }) => exchanges.every(knowsAllHeaders));
  await until(async () => ((await hearsInFull()) ? true : undefined), 'the background to listen in full again');
  const after = burstRequests('after', 10);
  await makeBurst(page, api, after, 0);
  await wholeLogOnce(browser, page, [...requests, ...after]);
});

test('in a busy page, forty concurrent preflights of one address each find their own request', async () => {
  await openPage();
  const burst = makeBurst(page, api, burstRequests('around', 400), 20);
  await until(async () => ((await hearsInFull()) ? undefined : true), 'the background to listen less');
  await page.evaluate(async (url) => {
    const names = Array.from({ length: 40 }, (_, index) => `x-${index}`);
    await Promise.all(names.map((name) => fetch(url, { method: 'PUT', headers: { [name]: '1' } })));
  }, `${api}/concurrent`);
  await burst;
  const wanted = Array.from({ length: 40 }, (_, index) => `x-${index} for x-${index}`).sort();
  let seen: string[] = [];
  const isPaired = ({ exchanges }: { readonly exchanges: readonly Exchange[] }) => {
    seen = exchanges.filter((exchange) => pathOf(exchange) === '/concurrent').map(questionAndRequest);
    return seen.sort().join() === wanted.join();
  };
  await logOnce(browser, page, 'each preflight with its request', isPaired).catch(() => expect(seen).toEqual(wanted));
});

test('a shared worker that a busy page starts is heard', async () => {
  await openPage();
  const burst = makeBurst(page, api, burstRequests('beside', 400), 20);
  await until(async () => ((await hearsInFull()) ? undefined : true), 'the background to listen less');
  await page.evaluate(() => void new SharedWorker('/shared.js'));
  await burst;
  await logOnce(browser, page, 'what the worker asked for', ({ exchanges }) =>
    exchanges.some((exchange) => pathOf(exchange) === '/from-shared-worker' && exchange.ending.kind === 'completed'),
  );
});
