import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground } from '../../playground/server.js';
import type { BrowserDriver, DrivenPage, DrivenPanel } from '../browsers/browser-driver.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { settledRows } from '../browsers/panel-rows.ts';

// The build that ships, installed without access to any site: what DevTools itself records is all there is.

let playground: Awaited<ReturnType<typeof startPlayground>>;
let browser: BrowserDriver;
let page: DrivenPage;
let panel: DrivenPanel;

beforeAll(async () => {
  playground = await startPlayground({ portBase: 4770 });
  browser = await launchChromium('dist/chrome');
  page = await browser.openPage('about:blank');
  panel = await browser.openPanel(page);
  await page.goto(playground.url);
});

afterAll(async () => {
  await browser.close();
  await playground.close();
});

test.each([
  { id: 'simple', outcome: 'allowed', reason: null },
  { id: 'preflighted', outcome: 'allowed', reason: null },
  { id: 'missing-allow-origin', outcome: 'blocked', reason: 'MissingAllowOriginHeader' },
  { id: 'two-header-lines', outcome: 'blocked', reason: 'MultipleAllowOriginValues' },
  { id: 'preflight-404', outcome: 'blocked', reason: 'PreflightMissingAllowOriginHeader' },
  { id: 'header-not-allowed', outcome: 'blocked', reason: 'HeaderDisallowedByPreflightResponse' },
  { id: 'redirect-tainted', outcome: 'blocked', reason: 'AllowOriginMismatch' },
])('$id: the verdict is there before access is', async ({ id, outcome, reason }) => {
  await page.evaluate((wanted) => {
    const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
    return app.run(wanted).then(() => null);
  }, id);
  expect(await settledRows(panel, `/${id}/`, 1)).toMatchObject([{ outcome, reason }]);
});

test('the panel says what these verdicts rest on, beside the button that asks for access', async () => {
  expect(await panel.text('[data-banner=access-missing]')).toContain('what DevTools alone tells');
  await panel.waitFor('[data-banner=access-missing] [data-action=allow]');
  await settledRows(panel, '/preflight-404/', 1);
  await panel.click('tr[data-exchange-url]');
  expect(await panel.text('[data-fact=source]')).toContain('DevTools’ own record');
});

test('the line of code that asked opens in Sources', async () => {
  expect(await panel.text('[data-fact=code] button')).toMatch(/^requests\.js:\d+$/);
});
