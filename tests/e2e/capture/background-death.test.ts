import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ExchangeLog } from '../../../src/exchange/fold.ts';
import type { BrowserDriver, DrivenPage } from '../../browsers/browser-driver.ts';
import { engineNames, launch } from '../../browsers/launch.ts';
import { burstRequests, isOpen, killDuring, makeBurst, mostInFlight, pathOf, wholeLogOnce } from './deadly-burst.ts';
import { api, type EchoServers, page as pageUrl, startEchoServers } from './echo-servers.ts';
import { logOnce } from './read-log.ts';

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
    page = await browser.openPage(pageUrl);
    await browser.openDevTools(page);
    await logOnce(browser, page, 'the keeper');
  });
  afterEach(() => {
    servers.arrived.length = 0;
  });
  afterAll(() => browser.close());

  const requests = burstRequests('deadly', 150);
  const isWithin = (path: string) => path.includes('/deadly/');

  // In Firefox some are lost: what holds there, and why, is said at the next test.
  test.runIf(engine === 'chromium')(
    'a background that dies again and again loses none of 150 requests, doubles none, leaves none open, judges each',
    async () => {
      const kills = await killDuring(browser, makeBurst(page, api, requests, 80), 20);
      const log = await wholeLogOnce(browser, page, requests);
      console.log(`${browser.name}: ${kills} deaths, ${log.interruptions.length} gaps told`);
      expect(kills).toBeGreaterThan(5);
    },
  );

  // Its DevTools record no request whose preflight was refused, and stand in for the background at no time.
  test.runIf(engine === 'firefox')(
    'a background that dies again and again loses and doubles none, or says when it was not heard',
    async () => {
      const kills = await killDuring(browser, makeBurst(page, api, requests, 80), 400);
      const wasNearGap = ({ interruptions }: ExchangeLog, at: number, near: number) =>
        interruptions.some((gap) => gap.from - near <= at && at <= gap.at + near);
      // A preflight whose request went unheard is shown by itself.
      const shownIn = ({ exchanges }: ExchangeLog) =>
        exchanges
          .filter(({ hops: [hop] }) => hop?.method !== 'OPTIONS')
          .map(pathOf)
          .filter(isWithin);
      const missingIn = (log: ExchangeLog) => {
        const shown = new Set(shownIn(log));
        return servers.arrived.filter(({ path }) => isWithin(path) && !shown.has(path));
      };
      // The last events, and the last gap, are told a moment after the burst.
      const log = await logOnce(
        browser,
        page,
        'each request of the burst to be over, or in a gap that is told',
        (told) =>
          told.exchanges.every(({ ending }) => ending.kind !== 'pending') &&
          missingIn(told).every(({ at }) => wasNearGap(told, at, 50)),
      );
      const shown = shownIn(log);
      const arrivedAt = new Map(servers.arrived.map(({ path, at }) => [path, at]));
      const doubled = shown.filter((path, index) => shown.indexOf(path) !== index);
      console.log(
        `${browser.name}: ${kills} deaths, ${log.interruptions.length} gaps told, ${missingIn(log).length} not seen, ${doubled.length} twice`,
      );
      expect(kills).toBeGreaterThan(1);
      // What was in flight in a gap may come twice, as docs/security.md says: its record fits nothing that was heard.
      expect(doubled.length).toBeLessThanOrEqual(mostInFlight * log.interruptions.length);
      const longestInFlight = 500;
      expect(doubled.filter((path) => !wasNearGap(log, arrivedAt.get(path) ?? 0, longestInFlight))).toEqual([]);
    },
  );

  test('afterwards everything is recorded again', async () => {
    const more = burstRequests('afterwards', 60);
    await makeBurst(page, api, more, 5);
    // And what was recorded before has stayed as it was.
    if (engine === 'chromium') await wholeLogOnce(browser, page, [...requests, ...more]);
    else
      await logOnce(browser, page, 'sixty more', ({ exchanges }) => {
        const mine = exchanges.filter((exchange) => pathOf(exchange).includes('/afterwards/'));
        return mine.length === more.length && !mine.some(isOpen);
      });
  });
});
