/**
 * The main job: opens a browser (`--browser firefox` for Firefox) with the extension, DevTools and the CORS panel, on the
 * playground or on `--url URL`.
 * Without a display it does the same headless, prints one line per exchange and saves a screenshot.
 */
import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startPlayground } from '../playground/server.js';
import type { BrowserDriver, DrivenPage, DrivenPanel } from '../tests/browsers/browser-driver.ts';
import { launch } from '../tests/browsers/launch.ts';
import { type PanelRow, settled } from '../tests/browsers/panel-rows.ts';

const screenshot = 'artifacts/cors-panel.png';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
  },
});

if (values.browser !== 'chromium' && values.browser !== 'firefox') fail('--browser takes chromium or firefox.');
if (values.url !== undefined && !URL.canParse(values.url))
  fail(`--url takes a whole address, as in http://localhost:3000/. Got: ${values.url}`);

prepare(values.browser);

const hasDisplay =
  process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
const headless = values.headless || !hasDisplay;

const playground = values.url === undefined ? await startPlayground() : null;
const url = values.url ?? playground?.url ?? '';
const browser = await launch(values.browser, { headless, ...(!headless && { dock: 'bottom' }) });
const page = await browser.openPage('about:blank');
const panel = await browser.openPanel(page);
console.log(`${browser.name} has CORS Lens. Page: ${url}`);

if (headless) await showInTerminal(page, panel);
else await showOnScreen(browser, page);
await browser.close();
await playground?.close();

/** Sees to it that the browser is there, and builds the extension for it. */
function prepare(wanted: 'chromium' | 'firefox'): void {
  const mode = wanted === 'chromium' ? 'chrome-test' : 'firefox-test';
  const steps = [`tsx scripts/get-browsers.ts ${wanted}`, `vite build --mode ${mode} --logLevel warn`];
  for (const step of steps) {
    const { status } = spawnSync(step, { shell: true, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
}

async function showOnScreen({ closed }: BrowserDriver, shown: DrivenPage): Promise<void> {
  await shown.goto(url);
  console.log('Look at the CORS panel in DevTools. Close the browser to end.');
  await closed;
}

async function showInTerminal(shown: DrivenPage, seen: DrivenPanel): Promise<void> {
  await seen.resize(1280, 900);
  await shown.goto(url);
  if (playground) await runAllScenarios(shown);
  const rows = await settled(seen);
  printTable(rows);
  await mkdir('artifacts', { recursive: true });
  if (rows.some(({ outcome }) => outcome === 'blocked')) await seen.click('tr[data-outcome=blocked]');
  await seen.screenshot(screenshot);
  console.log(`\n${summary(rows)} Screenshot of the panel: ${screenshot}`);
}

async function runAllScenarios(shown: DrivenPage): Promise<void> {
  const { scenarios } = await import('../playground/scenarios.js');
  for (const [index, { id }] of scenarios.entries()) {
    if (process.stdout.isTTY) process.stdout.write(`\rScenario ${index + 1} of ${scenarios.length}`);
    await shown.evaluate((wanted) => {
      const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
      return app.run(wanted);
    }, id);
  }
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
}

function printTable(rows: readonly PanelRow[]): void {
  const width = Math.max(...rows.map(({ outcome }) => outcome.length), 7);
  for (const { outcome, method, url: target, words } of rows) {
    console.log(`${outcome.padEnd(width)}  ${method.padEnd(7)} ${target}\n${' '.repeat(width + 2)}${words}`);
  }
}

function summary(rows: readonly PanelRow[]): string {
  const count = (wanted: string) => rows.filter(({ outcome }) => outcome === wanted).length;
  return `${rows.length} cross-origin requests: ${count('blocked')} blocked, ${count('allowed')} allowed, ${count('opaque')} not readable, ${count('not-cors')} stopped by something else.`;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
