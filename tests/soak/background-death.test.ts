import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserDriver, DrivenPage } from '../browsers/browser-driver.ts';
import { launch } from '../browsers/launch.ts';
import { until } from '../browsers/until.ts';
import { burstRequests, killDuring, makeBurst, wholeLogOnce } from '../e2e/capture/deadly-burst.ts';
import { api, type EchoServers, page as pageUrl, startEchoServers } from '../e2e/capture/echo-servers.ts';
import { hasKeeper, logOnce } from '../e2e/capture/read-log.ts';

let servers: EchoServers;
let browser: BrowserDriver;
let page: DrivenPage;

beforeAll(async () => {
  servers = await startEchoServers();
  browser = await launch('chromium');
  page = await browser.openPage(pageUrl);
});
afterAll(async () => {
  await browser.close();
  await servers.close();
});

test('fifty deaths of the background lose none of 500 requests, double none, leave none open, judge each', async () => {
  await browser.openDevTools(page);
  await logOnce(browser, page, 'the keeper');
  const requests = burstRequests('fifty', 500);
  const kills = await killDuring(browser, makeBurst(page, api, requests, 80), 30);
  const log = await wholeLogOnce(browser, page, requests);
  console.log(`${browser.name}: ${kills} deaths, ${log.interruptions.length} gaps told`);
  expect(kills).toBeGreaterThanOrEqual(50);
});

test('DevTools that are closed and opened again record everything from then on', async () => {
  const other = await browser.openPage(pageUrl);
  const first = await browser.openDevTools(other);
  await logOnce(browser, other, 'the keeper');
  await first.close();
  await until(async () => ((await hasKeeper(browser, other)) ? undefined : true), 'the keeper to go');
  await browser.openDevTools(other);
  await logOnce(browser, other, 'the new keeper');
  const requests = burstRequests('again', 200);
  await makeBurst(other, api, requests, 5);
  await wholeLogOnce(browser, other, requests);
});
