import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground } from '../../playground/server.js';
import type { DrivenPage, DrivenPanel } from '../browsers/browser-driver.ts';
import { type FirefoxDriver, launchFirefox } from '../browsers/firefox.ts';
import { answerPrompt, closeTab, evaluateIn, takeTab } from '../browsers/firefox-chrome-scope.ts';
import { settledRows } from '../browsers/panel-rows.ts';
import { expressionOf } from '../browsers/travel.ts';
import { until } from '../browsers/until.ts';
import { unpacked } from './unpacked.ts';

// The package that ships, which is installed without access to any site.

let folder: string;
let playground: Awaited<ReturnType<typeof startPlayground>>;
let browser: FirefoxDriver;
let page: DrivenPage;
let panel: DrivenPanel;

beforeAll(async () => {
  folder = await unpacked('firefox');
  playground = await startPlayground({ portBase: 4760 });
  browser = await launchFirefox(folder, { dock: 'bottom' });
  page = await browser.openPage(playground.url);
  panel = await browser.openPanel(page);
});

afterAll(async () => {
  await browser.close();
  await playground.close();
  await rm(folder, { recursive: true, force: true });
});

/** Has the panel open the tab that asks, presses its button, and answers Firefox's prompt. */
async function askAndAnswer(answer: 'allow' | 'refuse'): Promise<string> {
  await panel.click('[data-action=allow]');
  const opened = async () => (await browser.inChromeScope(takeTab, await accessPage())) ?? undefined;
  const id = await until(opened, 'the tab that asks');
  const inTab = (body: () => string) =>
    browser.inChromeScope(evaluateIn, { kind: 'tab', id } as const, expressionOf(body, []));
  await inTab(() => {
    document.querySelector<HTMLElement>('#allow')?.click();
    return '';
  });
  const answered = async () => (await browser.inChromeScope(answerPrompt, answer)) || undefined;
  await until(answered, 'Firefox’s prompt');
  const result = async () => {
    const text: string = JSON.parse(await inTab(() => document.querySelector('#result')?.textContent ?? ''));
    return text === '' ? undefined : text;
  };
  const text = await until(result, 'the answer in the tab');
  await browser.inChromeScope(closeTab, id);
  return text;
}

function accessPage(): Promise<string> {
  return panel.evaluate(() => new URL('/src/devtools/access.html', location.href).href);
}

test('without access the panel says what access is for', async () => {
  await panel.waitFor('[data-state=access-missing]');
});

test('refused in Firefox’s own prompt, access is still missing, and the tab that asked says so', async () => {
  expect(await askAndAnswer('refuse')).toContain('Not allowed');
  await panel.waitFor('[data-state=access-missing]');
});

test('allowed in Firefox’s own prompt, the panel records at once', async () => {
  expect(await askAndAnswer('allow')).toContain('Allowed');
  await panel.waitFor('[data-state=nothing-yet]');
  await page.evaluate(() => {
    const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
    return app.run('missing-allow-origin').then(() => null);
  });
  const [row] = await settledRows(panel, '/missing-allow-origin/', 1);
  expect(row).toMatchObject({ outcome: 'blocked', reason: 'MissingAllowOriginHeader' });
});
