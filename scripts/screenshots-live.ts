/** Draws docs/images/panel-*.png: the real panel, in the real DevTools, on the playground. */
import { mkdir } from 'node:fs/promises';
import { startPlayground } from '../playground/server.js';
import type { Theme } from '../tests/browsers/browser-driver.ts';
import { launch } from '../tests/browsers/launch.ts';
import { settledRows } from '../tests/browsers/panel-rows.ts';

/** A mix such as a developer's page has: some blocked, some allowed, one not readable. */
const shown = [
  'header-not-allowed',
  'wildcard-with-credentials',
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

const playground = await startPlayground();
const browser = await launch('chromium');
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
await mkdir('docs/images', { recursive: true });
for (const { name, theme, size } of pictures) {
  await panel.setTheme(theme);
  await panel.resize(...size);
  await panel.screenshot(`docs/images/${name}.png`);
  console.log(`docs/images/${name}.png`);
}
await browser.close();
await playground.close();
