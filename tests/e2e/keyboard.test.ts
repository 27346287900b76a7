import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startPlayground } from '../../playground/server.js';
import type { BrowserDriver, DrivenPage, DrivenPanel } from '../browsers/browser-driver.ts';
import { engineNames, launch } from '../browsers/launch.ts';
import { settledRows } from '../browsers/panel-rows.ts';
import { until } from '../browsers/until.ts';

// The whole story of a blocked request, told by keys alone, in the panel as each browser's own DevTools show it.

const scenario = 'missing-allow-origin';

let playground: Awaited<ReturnType<typeof startPlayground>>;
let browser: BrowserDriver | undefined;
let page: DrivenPage;
let panel: DrivenPanel;

beforeAll(async () => {
  playground = await startPlayground({ portBase: 4880 });
});

afterEach(async () => browser?.close());

afterAll(() => playground.close());

async function openPanelWithBlockedRequest(engine: BrowserDriver['engine']): Promise<void> {
  browser = await launch(engine);
  page = await browser.openPage(playground.url);
  panel = await browser.openPanel(page);
  await request();
  await settledRows(panel, `/${scenario}/`, 1);
  // Where a person who has just chosen the panel is.
  await panel.evaluate(() => {
    document.querySelector<HTMLElement>('[aria-label="Record"]')?.focus();
  });
}

/** The page makes the request; whether its code could read the answer. */
function request(): Promise<unknown> {
  return page.evaluate((wanted) => {
    const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
    return app.run(wanted).then(() => null);
  }, scenario);
}

const press = (key: string): Promise<void> => panel.press(key);

/**
 * Firefox's toolbox takes an Escape for its split console besides, whatever the panel does with it: once more closes that.
 */
async function pressEscape(engine: BrowserDriver['engine']): Promise<void> {
  await press('Escape');
  if (engine === 'chromium') return;
  const hasFocus = () => panel.evaluate(() => document.hasFocus());
  await until(async () => !(await hasFocus()) || undefined, 'the split console to have the focus');
  await press('Escape');
  await until(async () => (await hasFocus()) || undefined, 'the panel to have the focus again');
}

/** Goes on with Tab until the focus is on what is wanted. */
async function tabTo(selector: string): Promise<void> {
  const isThere = () => panel.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
  for (let stops = 0; !(await isThere()); stops++) {
    if (stops > 80) throw new Error(`Tab does not lead to ${selector}`);
    await press('Tab');
  }
}

function focused(): Promise<string> {
  return panel.evaluate(() => document.activeElement?.textContent ?? '');
}

test.each(engineNames)(
  '%s: find the blocked request, read why, copy the message for the backend team, start an override and stop it',
  async (engine) => {
    await openPanelWithBlockedRequest(engine);
    await press('/');
    await tabTo('table[role=grid]');
    await press('Home');
    await press('Enter');
    await until(async () => (await focused()).startsWith('Blocked') || undefined, 'the verdict to have the focus');
    expect(await focused()).toMatch(/Access-Control-Allow-Origin/);

    await tabTo('[data-action="Copy for the backend team"]');
    await press('Enter');
    expect(await panel.text('[data-action="Copy for the backend team"]')).toBe('Copied');
    await press('/');
    await press('Control+a');
    await press('Control+v');
    const pasted = () => panel.evaluate(() => document.querySelector<HTMLInputElement>('search input')?.value ?? '');
    await until(async () => (await pasted()).includes('Access-Control-Allow-Origin') || undefined, 'the message');
    await pressEscape(engine);
    await until(async () => (await pasted()) === '' || undefined, 'the filter to be empty');

    await tabTo('table[role=grid]');
    await press('Home');
    await press('Enter');
    await tabTo('[data-action=try-fix]');
    await press('Enter');
    await panel.waitFor('dialog[open] [data-action=start-override]:focus');
    await pressEscape(engine);
    await panel.waitFor('[data-action=try-fix]:focus');
    await press('Enter');
    await panel.waitFor('dialog[open] [data-action=start-override]:focus');
    await press('Enter');
    await panel.waitFor('[data-banner=override]:focus');
    await request();
    await panel.waitFor('[data-tries=works]');

    await tabTo('[data-action=turn-off-override]');
    await press('Enter');
    const isOff = () => panel.evaluate(() => document.querySelector('[data-banner=override]') === null);
    await until(async () => (await isOff()) || undefined, 'the banner to go');
    await request();
    const rows = await settledRows(panel, `/${scenario}/`, 3);
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['allowed', 'blocked', 'blocked']);
  },
);
