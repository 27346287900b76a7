import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserDriver, DrivenPage } from '../browsers/browser-driver.ts';
import { launch } from '../browsers/launch.ts';
import { isOpen } from '../e2e/capture/deadly-burst.ts';
import { logOnce } from '../e2e/capture/read-log.ts';

const pageUrl = 'http://localhost:4430';
const api = 'http://localhost:4431';

let servers: Server[];
let browser: BrowserDriver;
let page: DrivenPage;

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
  browser = await launch('chromium');
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
function load(path: string, count: number, inFlight: number): Promise<void> {
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

async function openFresh(): Promise<void> {
  page = await browser.openPage(pageUrl);
  await browser.openDevTools(page);
  await logOnce(browser, page, 'the keeper');
}

describe('chromium', () => {
  test.each([
    { name: '10,000 requests, 200 in flight', path: '/many', count: 10_000, inFlight: 200, hops: 1 },
    { name: '1 MB of response headers', path: '/headers/10000', count: 100, inFlight: 6, hops: 1 },
    { name: '5,000 redirects', path: '/redirect/10', count: 500, inFlight: 12, hops: 11 },
  ])('$name: nothing lost', { timeout: 600_000 }, async ({ path, count, inFlight, hops }) => {
    await openFresh();
    await load(path, count, inFlight);
    const { exchanges } = await logOnce(browser, page, `${count} ends`, (log) => {
      return log.exchanges.length >= count && !log.exchanges.some(isOpen);
    });
    expect(exchanges).toHaveLength(count);
    expect(exchanges.filter((exchange) => exchange.hops.length !== hops)).toEqual([]);
    expect(exchanges.filter((exchange) => exchange.ending.kind !== 'completed')).toEqual([]);
    await page.close();
  });
});
