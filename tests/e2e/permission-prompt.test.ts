import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground } from '../../playground/server.js';
import type { BrowserDriver, DrivenPage, DrivenPanel } from '../browsers/browser-driver.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { settledRows } from '../browsers/panel-rows.ts';
import { until } from '../browsers/until.ts';
import { openVirtualDisplay, type VirtualDisplay } from '../browsers/virtual-display.ts';
import { unpacked } from './unpacked.ts';

// The package that ships, which is installed without access to any site. Its prompt shows in a headed browser only.

const displayBefore = process.env.DISPLAY;
let display: VirtualDisplay;
let playground: Awaited<ReturnType<typeof startPlayground>>;
let browser: BrowserDriver;
let page: DrivenPage;
let panel: DrivenPanel;

beforeAll(async () => {
  display = await openVirtualDisplay();
  process.env.DISPLAY = display.name;
  playground = await startPlayground({ portBase: 4760 });
  browser = await launchChromium(await unpacked('chrome'), { headless: false, dock: 'bottom' });
  page = await browser.openPage(playground.url);
  panel = await browser.openPanel(page);
});

afterAll(async () => {
  await browser.close();
  await playground.close();
  await display.close();
  process.env.DISPLAY = displayBefore;
});

/** How many looks in a row must show the same: the prompt comes in steps, first the shade, then the dialog. */
const looks = 15;

/** Looks until the screen above DevTools shows something else than before, and comes to rest. */
function stillUpperHalf(before: string): () => Promise<true | undefined> {
  let last = before;
  let same = 0;
  return async () => {
    const now = await display.upperHalf();
    same = now === last ? same + 1 : 0;
    last = now;
    return (now !== before && same >= looks) || undefined;
  };
}

function runScenario(id: string): Promise<unknown> {
  return page.evaluate((wanted) => {
    const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
    return app.run(wanted).then(() => null);
  }, id);
}

function grantedSites(): Promise<readonly string[]> {
  return panel.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { permissions: { getAll(): Promise<{ origins?: string[] }> } };
    };
    return chrome.permissions.getAll().then(({ origins }) => origins ?? []);
  });
}

test('installed, the extension has access to no site', async () => {
  expect(await grantedSites()).toEqual([]);
});

test('the panel says what access is for, asks by the browser’s own prompt, and records at once when it is given', async () => {
  await panel.waitFor('[data-state=access-missing]');
  const before = await display.upperHalf();
  await panel.click('[data-action=allow]');
  await until(stillUpperHalf(before), 'the prompt to be drawn');
  const asked = await display.upperHalf();
  await display.press('Tab');
  await until(stillUpperHalf(asked), 'the other button to be chosen');
  // The prompt takes no answer in its first moments, nor keys in quick succession, so that nobody allows by accident.
  const granted = async () => (await grantedSites()).length > 0 || undefined;
  await until(async () => {
    await display.press('Return');
    return until(granted, 'access', 1_000).catch(() => undefined);
  }, 'the prompt to take the answer');
  await panel.waitFor('[data-state=nothing-yet]');
  await runScenario('missing-allow-origin');
  const [row] = await settledRows(panel, '/missing-allow-origin/', 1);
  expect(row).toMatchObject({ outcome: 'blocked', reason: 'MissingAllowOriginHeader' });
});
