import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlayground } from '../../playground/server.js';
import type { BrowserDriver, DrivenDocument, DrivenPage, DrivenPanel } from '../browsers/browser-driver.ts';
import { engineNames, launch } from '../browsers/launch.ts';
import { settledRows } from '../browsers/panel-rows.ts';

// The same panel twice: in DevTools, and in a tab of its own beside them, as people with two screens have it.

const scenario = 'header-not-allowed';
const codeLink = '[data-fact=code]';

describe.each(engineNames)('in %s', (engine) => {
  let playground: Awaited<ReturnType<typeof startPlayground>>;
  let browser: BrowserDriver;
  let page: DrivenPage;
  let panel: DrivenPanel;
  let tab: DrivenDocument;

  beforeAll(async () => {
    playground = await startPlayground({ portBase: 4960 });
    browser = await launch(engine);
    page = await browser.openPage(playground.url);
    panel = await browser.openPanel(page);
    await page.evaluate((wanted) => {
      const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
      return app.run(wanted).then(() => null);
    }, scenario);
    await settledRows(panel, `/${scenario}/`, 1);
    tab = await browser.openExtensionPage(`src/panel/panel.html?tabId=${page.tabId}`);
    await settledRows(tab, `/${scenario}/`, 1);
  });

  afterAll(async () => {
    await browser.close();
    await playground.close();
  });

  test('a panel that is opened late shows the same verdict', async () => {
    expect(await tab.text('h2[data-detail]')).toBe(await panel.text('h2[data-detail]'));
    expect(await tab.text('[data-summary=requests]')).toBe(await panel.text('[data-summary=requests]'));
  });

  // Firefox tells of no place in the code.
  test.runIf(engine === 'chromium')('the place in the code opens in DevTools, and is only named in a tab', async () => {
    await panel.waitFor(`${codeLink} button`);
    const title = await panel.evaluate(
      (selector) => document.querySelector<HTMLElement>(`${selector} button`)?.title ?? '',
      codeLink,
    );
    expect(await tab.text(codeLink)).toContain(await panel.text(`${codeLink} button`));
    expect(await tab.evaluate((selector) => document.querySelector(`${selector} button`), codeLink)).toBeNull();
    await panel.click(`${codeLink} button`);
    // `URL:line:column`
    await expect.poll(() => panel.shownSource?.()).toBe(title.replace(/:\d+$/, ''));
  });

  test('axe finds nothing in a tab', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const found = await tab.evaluate(async (source) => {
      // biome-ignore lint/security/noGlobalEval: axe comes as text
      globalThis.eval(source);
      const { axe: checker } = globalThis as unknown as {
        axe?: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const result = await checker?.run();
      return result?.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    }, axe);
    expect(found).toEqual([]);
  });

  test('its override is the same as that of the panel in DevTools', async () => {
    await tab.click('[data-action=try-fix]');
    await tab.click('[data-action=start-override]');
    await tab.waitFor('[data-banner=override]');
    await panel.waitFor('[data-banner=override]');
    await tab.click('[data-action=turn-off-override]');
    await expect.poll(() => panel.evaluate(() => document.querySelector('[data-banner=override]') === null)).toBe(true);
  });

  test('when DevTools are closed it keeps its list, and says that nothing is recorded any more', async () => {
    await panel.close();
    await tab.waitFor('[data-banner=devtools-closed]');
    expect(await tab.text('[data-summary=requests]')).toMatch(/request/);
  });
});
