import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { firstValue } from '../../../src/exchange/first-value.ts';
import { ExchangeLog } from '../../../src/exchange/fold.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { BrowserDriver, DrivenPage } from '../../browsers/browser-driver.ts';
import { launch } from '../../browsers/launch.ts';
import { until } from '../../browsers/until.ts';
import { burstRequests, makeBurst, pathOf, wholeLogOnce } from './deadly-burst.ts';
import { api, type EchoServers, page as pageUrl, startEchoServers } from './echo-servers.ts';
import { keptOnce, logOnce } from './read-log.ts';

// Chromium only: in Firefox each listener costs less, and its DevTools do not record all that webRequest tells.

let servers: EchoServers;
let browser: BrowserDriver;
let page: DrivenPage;

beforeAll(async () => {
  servers = await startEchoServers();
  browser = await launch('chromium');
});
beforeEach(async () => {
  page = await browser.openPage(pageUrl);
  await browser.openDevTools(page);
  await logOnce(browser, page, 'the keeper');
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await servers.close();
});

interface Chrome {
  readonly webRequest: { readonly onHeadersReceived: { hasListeners(): boolean } };
}

/** Whether the background hears of answers, now. */
function hearsAnswers(): Promise<boolean> {
  return browser.inBackground(() =>
    (globalThis as unknown as { chrome: Chrome }).chrome.webRequest.onHeadersReceived.hasListeners(),
  );
}

/** Waits until the background hears of each answer, or of none. */
function hearsAnswersOnce(wanted: boolean): Promise<true> {
  const what = `the background to listen ${wanted ? 'in full' : 'sparingly'}`;
  return until(async () => ((await hearsAnswers()) === wanted ? true : undefined), what);
}

/** Allowed requests that come so fast that the page is spared. */
function busyBurst(name: string, count: number) {
  const requests = burstRequests(name, count).filter(({ outcome }) => outcome === 'allowed');
  return { requests, burst: makeBurst(page, api, requests, 20) };
}

/** Whether the headers of everything that went out are known, whoever told them. */
function knowsAllHeaders({ hops }: Exchange): boolean {
  return hops.every(
    ({ sentAt, requestHeaders, response, preflight }) =>
      (sentAt === null || firstValue(requestHeaders ?? [], 'origin') !== null) &&
      response !== null &&
      (preflight === null || firstValue(preflight.requestHeaders, 'access-control-request-method') !== null),
  );
}

function outcomesAt({ exchanges }: ExchangeLog, path: string): string[] {
  return exchanges
    .filter((exchange) => pathOf(exchange) === path)
    .map((exchange) => {
      const verdict = judge(exchange, 'chromium');
      return [verdict.outcome, verdict.reason ?? ''].join(' ').trim();
    });
}

test('a busy page is listened to sparingly, nothing of it is lost, and then it is heard in full again', async () => {
  const { requests, burst } = busyBurst('busy', 750);
  await hearsAnswersOnce(false);
  await burst;
  await wholeLogOnce(browser, page, requests);
  await logOnce(browser, page, 'all headers', ({ exchanges }) => exchanges.every(knowsAllHeaders));
  await hearsAnswersOnce(true);
  const after = burstRequests('after', 10);
  await makeBurst(page, api, after, 0);
  await wholeLogOnce(browser, page, [...requests, ...after]);
});

test('no verdict on a request of a busy page is given before it is known', async () => {
  const { burst } = busyBurst('around', 500);
  await hearsAnswersOnce(false);
  const refused = page.evaluate(
    (url) =>
      fetch(url, { method: 'PUT' }).then(
        () => 'let through',
        () => 'refused',
      ),
    `${api}/refuse/me`,
  );
  const { observations } = await keptOnce(browser, page, 'the reason', (log) =>
    outcomesAt(log, '/refuse/me').some((outcome) => outcome.startsWith('blocked')),
  );
  // As a panel has it, after each observation.
  const log = new ExchangeLog();
  const seen = new Set<string>();
  for (const observation of observations) {
    log.add([observation]);
    for (const outcome of outcomesAt(log, '/refuse/me')) seen.add(outcome);
  }
  expect(await refused).toBe('refused');
  expect([...seen].filter((outcome) => outcome !== 'pending')).toEqual(['blocked PreflightMissingAllowOriginHeader']);
  await burst;
});

test('once something fails, a busy page is listened to in full', async () => {
  const { burst, requests } = busyBurst('failing', 1_000);
  await hearsAnswersOnce(false);
  await page.evaluate((url) => void fetch(url).catch(() => null), `${api}/refuse/first`);
  await hearsAnswersOnce(true);
  await burst;
  await wholeLogOnce(browser, page, [...requests, { path: '/refuse/first', method: 'GET', outcome: 'blocked' }]);
  const { requests: more, burst: again } = busyBurst('again', 250);
  await again;
  // At once: a page that was spared stays so for a second.
  expect(await hearsAnswers()).toBe(true);
  await wholeLogOnce(browser, page, more);
});

test('what a busy page asks for and does not read is over all the same, and its answer is known', async () => {
  const { burst } = busyBurst('beside', 500);
  await hearsAnswersOnce(false);
  await page.evaluate((url) => fetch(url).then(() => undefined), `${api}/allow/unread`);
  await burst;
  const { exchanges } = await logOnce(browser, page, 'its answer', (log) =>
    log.exchanges.some(
      (one) => pathOf(one) === '/allow/unread' && one.ending.kind === 'completed' && knowsAllHeaders(one),
    ),
  );
  expect(exchanges.filter((one) => pathOf(one) === '/allow/unread')).toHaveLength(1);
});

test('in a busy page, forty concurrent preflights of one address each find their own request', async () => {
  const { burst } = busyBurst('around', 500);
  await hearsAnswersOnce(false);
  await page.evaluate(async (url) => {
    const names = Array.from({ length: 40 }, (_, index) => `x-${index}`);
    await Promise.all(names.map((name) => fetch(url, { method: 'PUT', headers: { [name]: '1' } })));
  }, `${api}/concurrent`);
  await burst;
  const wanted = Array.from({ length: 40 }, (_, index) => `x-${index} for x-${index}`).sort();
  let seen: string[] = [];
  await logOnce(browser, page, 'each preflight with its request', ({ exchanges }) => {
    seen = exchanges.filter((exchange) => pathOf(exchange) === '/concurrent').map(questionAndRequest);
    return seen.sort().join() === wanted.join();
  }).catch(() => expect(seen).toEqual(wanted));
});

/** The header `x-N` that a request's preflight asked for, and the one that was then sent. */
function questionAndRequest({ hops: [hop] }: Exchange): string {
  const asked = firstValue(hop?.preflight?.requestHeaders ?? [], 'access-control-request-headers');
  return `${asked} for ${hop?.requestHeaders?.find(([name]) => /^x-\d+$/i.test(name))?.[0].toLowerCase()}`;
}

test('the workers that a busy page starts are heard in full', async () => {
  const { burst } = busyBurst('with-workers', 750);
  await hearsAnswersOnce(false);
  await page.evaluate(() => void new SharedWorker('/shared.js'));
  await hearsAnswersOnce(true);
  await page.evaluate(
    (url) => void new Worker(URL.createObjectURL(new Blob([`fetch('${url}').catch(() => null)`]))),
    `${api}/refuse/from-worker`,
  );
  await burst;
  await logOnce(browser, page, 'what the workers asked for', (log) => {
    const isOver = outcomesAt(log, '/from-shared-worker').join() === 'allowed';
    return isOver && outcomesAt(log, '/refuse/from-worker').join() === 'blocked MissingAllowOriginHeader';
  });
});
