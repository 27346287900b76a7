import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestCapacity, textCapacity } from '../../src/devtools/observation-log.ts';
import type { Exchange } from '../../src/exchange/exchange.ts';
import type { ExchangeLog } from '../../src/exchange/fold.ts';
import type { DrivenPage } from '../browsers/browser-driver.ts';
import { type ChromiumDriver, launchChromium } from '../browsers/chromium.ts';
import { isOpen } from '../e2e/capture/deadly-burst.ts';
import { logOnce } from '../e2e/capture/read-log.ts';
import { megabytes } from './megabytes.ts';

const pageUrl = 'http://localhost:4430';
const api = 'http://localhost:4431';

let servers: Server[];
let browser: ChromiumDriver;

beforeAll(async () => {
  const listen = (server: Server, port: number) =>
    new Promise<Server>((listening) => server.listen(port, () => listening(server)));
  servers = await Promise.all([
    listen(
      createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>')),
      4430,
    ),
    listen(createServer(answer), 4431),
  ]);
  browser = await launchChromium('dist/chrome-test');
});
afterAll(async () => {
  await browser.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** `/headers/N`: so many bytes of headers. `/redirect/N`: so many redirects. Anything else: an answer at once. */
function answer(...[request, response]: Parameters<NonNullable<Parameters<typeof createServer>[1]>>): void {
  const [, kind, argument] = (request.url ?? '').split('/');
  const count = Number.parseInt(argument ?? '', 10);
  response.setHeader('access-control-allow-origin', '*');
  if (kind === 'headers') {
    for (let index = 0; index < count / 1_000; index++) response.setHeader(`x-${index}`, 'v'.repeat(994));
  }
  if (kind === 'redirect' && count > 0)
    response.writeHead(302, { location: `/redirect/${count - 1}?${Math.random()}` });
  response.end('ok');
}

/** Asks for addresses again and again, so many in flight. */
function load(page: DrivenPage, path: string, count: number, inFlight: number): Promise<void> {
  return page.evaluate(
    async (url, total, width) => {
      let next = 0;
      const work = async () => {
        while (next < total) {
          next += 1;
          await fetch(`${url}?${next}`).then(
            (response) => response.text(),
            () => null,
          );
        }
      };
      await Promise.all(Array.from({ length: width }, work));
    },
    `${api}${path}`,
    count,
    inFlight,
  );
}

/** Where in the load a request stands, from 1. */
function placeOf({ hops: [hop] }: Exchange): number {
  return Number.parseInt(new URL(hop?.url ?? '').search.slice(1), 10);
}

/**
 * Opens a page with DevTools and puts a load on it. What it costs is measured before anybody asks for the log: a copy of it
 * would count, too.
 */
async function underLoad({ path, count, inFlight }: { path: string; count: number; inFlight: number }) {
  const page = await browser.openPage(pageUrl);
  const devtools = await browser.openDevTools(page);
  await logOnce(browser, page, 'the keeper');
  const before = await browser.heapOfExtension();
  await load(page, path, count, inFlight);
  const isLast = (exchange: Exchange) => placeOf(exchange) === count;
  const isWhole = ({ exchanges }: ExchangeLog) => exchanges.some(isLast) && !exchanges.some(isOpen);
  const log = await logOnce(browser, page, 'the last end', isWhole, 120_000);
  const after = await browser.heapOfExtension();
  return { page, devtools, log, before, after };
}

describe('chromium', () => {
  // `most`, in MB, is about twice what was measured: an event that is kept twice, or a collection that never comes, goes
  // beyond it, and a machine that is busy does not.
  test.each([
    { name: '10,000 requests, 200 in flight', path: '/many', count: 10_000, inFlight: 200, hops: 1, most: 60 },
    { name: '1 MB of response headers', path: '/headers/10000', count: 100, inFlight: 6, hops: 1, most: 5 },
    { name: '5,000 redirects', path: '/redirect/10', count: 500, inFlight: 12, hops: 11, most: 40 },
  ])('$name: nothing lost, within $most MB', async ({ name, hops, most, ...asked }) => {
    const { page, log, before, after } = await underLoad(asked);
    const { exchanges } = log;
    console.log(
      `${name}: ${exchanges.length} exchanges kept of at most ${requestCapacity}, none dropped; memory ${megabytes(before)} before, ${megabytes(after)} after`,
    );
    expect(exchanges).toHaveLength(asked.count);
    expect(exchanges.filter((exchange) => exchange.hops.length !== hops)).toEqual([]);
    expect(exchanges.filter((exchange) => exchange.ending.kind !== 'completed')).toEqual([]);
    expect(log.dropped).toBe(0);
    expect((after - before) / 1_000_000).toBeLessThan(most);
    await page.close();
  });

  test('200 MB of response headers: the newest are kept within the cap, and the panel says what was dropped', async () => {
    const asked = { path: '/headers/200000', count: 1_000, inFlight: 6 };
    const { page, devtools, log, before, after } = await underLoad(asked);
    const places = log.exchanges.map(placeOf);
    const oldest = Math.min(...places);
    console.log(
      `200 MB of response headers: ${places.length} exchanges kept of ${asked.count}, the oldest is number ${oldest}; the cap is ${megabytes(textCapacity)} of text; memory ${megabytes(before)} before, ${megabytes(after)} after`,
    );
    // From the first that is kept to the last of all none is missing, but for those that ended out of turn at the edge.
    expect(places.length).toBeLessThanOrEqual(textCapacity / 200_000);
    expect(Math.max(...places)).toBe(asked.count);
    expect(places.length).toBeGreaterThan(asked.count - oldest + 1 - asked.inFlight);
    // All of it would be 200 MB at least: what is beyond the text is small.
    expect(after - before).toBeLessThan(1.3 * textCapacity);
    const panel = await devtools.showPanel();
    expect(await panel.text('[data-banner="log-full"]')).toMatch(/The oldest [\d,]+ events were dropped/);
    await page.close();
  });
});
