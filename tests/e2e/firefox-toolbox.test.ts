import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlayground } from '../../playground/server.js';
import type { DrivenPage, DrivenPanel, Theme } from '../browsers/browser-driver.ts';
import { type FirefoxDriver, launchFirefox } from '../browsers/firefox.ts';
import { clipboardText, shownTool } from '../browsers/firefox-chrome-scope.ts';
import { settledRows } from '../browsers/panel-rows.ts';
import { until } from '../browsers/until.ts';

let downloads: string;
let playground: Awaited<ReturnType<typeof startPlayground>>;
let browser: FirefoxDriver;
let page: DrivenPage;
let panel: DrivenPanel;

beforeAll(async () => {
  downloads = await mkdtemp(join(tmpdir(), 'cors-lens-downloads-'));
  playground = await startPlayground({ portBase: 4780 });
  browser = await launchFirefox('dist/firefox-test', {
    preferences: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
    },
  });
  page = await browser.openPage('about:blank');
  panel = await browser.openPanel(page);
  await page.goto(playground.url);
  await page.evaluate(() => {
    const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
    return app.run('preflight-missing-allow-origin').then(() => null);
  });
});

afterAll(async () => {
  await browser.close();
  await playground.close();
  await rm(downloads, { recursive: true, force: true });
});

describe('in Firefox’s own toolbox', () => {
  test('there is one tool named CORS, with an icon, and it lists what the page asked for', async () => {
    expect(await browser.inChromeScope(shownTool, page.tabId)).toEqual({ label: 'CORS', named: 1, hasIcon: true });
    const [row, ...others] = await settledRows(panel, '/preflight-missing-allow-origin/', 1);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ method: 'PUT', outcome: 'blocked', reason: 'PreflightMissingAllowOriginHeader' });
  });

  test.each<{ theme: Theme; background: string }>([
    { theme: 'dark', background: 'rgb(40, 40, 40)' },
    { theme: 'light', background: 'rgb(255, 255, 255)' },
  ])('the panel follows the toolbox’s $theme theme', async ({ theme, background }) => {
    await panel.setTheme(theme);
    const isThere = async () => (await backgroundOf(panel)) === background || undefined;
    expect(await until(isThere, `the ${theme} background`)).toBe(true);
  });

  test('Firefox’s own reason stands first, with its page on MDN', async () => {
    await panel.click('tr[data-outcome=blocked]');
    await panel.waitFor('[data-console]');
    const first = await panel.evaluate(() => {
      const message = document.querySelector('[data-console]');
      return [message?.querySelector('dt')?.textContent, message?.querySelector('a')?.href];
    });
    expect(first).toEqual([
      'Firefox',
      'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors/CORSMissingAllowOrigin',
    ]);
    expect(await panel.evaluate(() => document.querySelector('[data-engine]')?.getAttribute('data-engine'))).toBe(
      'firefox',
    );
  });

  test('a request is copied as curl', async () => {
    await panel.click('[data-action="Copy request as curl"]');
    const copied = async () => {
      const text = await browser.inChromeScope(clipboardText);
      return text.includes('curl') ? text : undefined;
    };
    expect(await until(copied, 'the clipboard')).toContain('/preflight-missing-allow-origin/orders/7');
  });

  test('an export is saved, and what it saved is imported', async () => {
    await panel.click('[data-action=export]');
    await panel.click('[data-action=export-har]');
    // Firefox writes under a name of its own first, and moves the file when it is whole.
    const whole = async () => {
      const name = (await readdir(downloads)).find((each) => each.startsWith('cors-') && each.endsWith('.har'));
      const content = name === undefined ? '' : await readFile(join(downloads, name), 'utf8').catch(() => '');
      return content.trimEnd().endsWith('}') ? content : undefined;
    };
    const text = await until(whole, 'the whole of the saved file');
    // The file dialog is the system's own, and stands outside of every browser: the file is put where it would put it.
    await panel.evaluate((content) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const files = new DataTransfer();
      files.items.add(new File([content], 'saved.har'));
      if (!input) throw new Error('the panel takes no file');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);
    await panel.waitFor('[data-action=close-file]');
    const [row] = await settledRows(panel, '/preflight-missing-allow-origin/', 1);
    expect(row).toMatchObject({ outcome: 'blocked', reason: 'PreflightMissingAllowOriginHeader' });
  });
});

function backgroundOf(shown: DrivenPanel): Promise<string> {
  return shown.evaluate(() => getComputedStyle(document.body).backgroundColor);
}
