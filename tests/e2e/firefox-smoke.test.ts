import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground } from '../../playground/server.js';
import type { BrowserDriver, DrivenPage, DrivenPanel } from '../browsers/browser-driver.ts';
import { launch } from '../browsers/launch.ts';
import { settledRows } from '../browsers/panel-rows.ts';

let playground: Awaited<ReturnType<typeof startPlayground>>;
let browser: BrowserDriver;
let page: DrivenPage;
let panel: DrivenPanel;

beforeAll(async () => {
  playground = await startPlayground({ portBase: 4780 });
  browser = await launch('firefox');
  page = await browser.openPage('about:blank');
  panel = await browser.openPanel(page);
  await page.goto(playground.url);
});

afterAll(async () => {
  await browser.close();
  await playground.close();
});

// Parity with Firefox's own verdicts has tests of its own; this one proves that the build loads and the panel lists.
test.each([
  { id: 'named-origin', method: 'GET' },
  { id: 'missing-allow-origin', method: 'GET' },
  { id: 'preflight-missing-allow-origin', method: 'PUT' },
  { id: 'redirect-tainted', method: 'GET' },
])('in Firefox’s own toolbox the panel lists the request of $id', async ({ id, method }) => {
  await page.evaluate((wanted) => {
    const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
    return app.run(wanted).then(() => null);
  }, id);
  const rows = (await settledRows(panel, `/${id}/`, 1)).filter(({ url }) => url.includes(`/${id}/`));
  expect(rows.map((row) => row.method)).toEqual([method]);
});
