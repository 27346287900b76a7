/**
 * Draws docs/images/panel-*.png: the real panel, in the real DevTools, on the playground. With `--browser firefox`
 * Firefox's toolbox, into artifacts.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startPlayground } from '../playground/server.js';
import type { BrowserDriver, DrivenPage, DrivenPanel, Theme } from '../tests/browsers/browser-driver.ts';
import { launchFirefox } from '../tests/browsers/firefox.ts';
import { photographToolbox } from '../tests/browsers/firefox-chrome-scope.ts';
import { launch } from '../tests/browsers/launch.ts';
import { settledRows } from '../tests/browsers/panel-rows.ts';
import { until } from '../tests/browsers/until.ts';

/** A mix such as a developer's page has: some blocked, some allowed, one not readable. The first is the one in the picture. */
const shown = [
  'wildcard-with-credentials',
  'header-not-allowed',
  'preflight-405',
  'preflighted',
  'redirect-tainted',
  'server-error-page',
  'missing-vary',
  'hidden-response-header',
  'no-cors',
  'font',
];

const pictures: readonly { name: string; theme: Theme; size: readonly [number, number] }[] = [
  { name: 'panel-light', theme: 'light', size: [1280, 900] },
  { name: 'panel-dark', theme: 'dark', size: [1280, 900] },
  { name: 'panel-narrow', theme: 'light', size: [400, 900] },
];

const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' } } });

const playground = await startPlayground();
await (values.browser === 'firefox' ? drawFirefox() : drawChromium());
await playground.close();

/** The panel alone, in the theme and size of each picture. */
async function drawChromium(): Promise<void> {
  const browser = await launch('chromium');
  const { panel } = await showScenarios(browser);
  await mkdir('docs/images', { recursive: true });
  for (const { name, theme, size } of pictures) {
    await panel.setTheme(theme);
    await panel.resize(...size);
    await panel.screenshot(`docs/images/${name}.png`);
    console.log(`docs/images/${name}.png`);
  }
  await browser.close();
}

/** Firefox's whole toolbox with the panel in it: `artifacts/firefox-toolbox-THEME.png`. */
async function drawFirefox(): Promise<void> {
  const browser = await launchFirefox('dist/firefox-test');
  const { page, panel } = await showScenarios(browser);
  await panel.resize(1280, 860);
  await mkdir('artifacts', { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    await panel.setTheme(theme);
    await until(async () => (await isDark(panel)) === (theme === 'dark') || undefined, `the ${theme} theme`);
    const path = `artifacts/firefox-toolbox-${theme}.png`;
    await writeFile(path, await browser.inChromeScope(photographToolbox, page.tabId), 'base64');
    console.log(path);
  }
  await browser.close();
}

async function showScenarios(browser: BrowserDriver): Promise<{ page: DrivenPage; panel: DrivenPanel }> {
  const page = await browser.openPage('about:blank');
  const panel = await browser.openPanel(page);
  await page.goto(playground.url);
  for (const id of shown) {
    await page.evaluate((wanted) => {
      const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
      return app.run(wanted).then(() => null);
    }, id);
  }
  await settledRows(panel, '', shown.length);
  await panel.click('tr[data-outcome=blocked]');
  // Where in the code is known only when DevTools have recorded the request; Firefox never tells.
  if (browser.engine === 'chromium') await panel.waitFor('button[title*="/requests.js:"]');
  return { page, panel };
}

function isDark(panel: DrivenPanel): Promise<boolean> {
  return panel.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
}
