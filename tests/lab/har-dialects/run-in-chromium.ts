import { type BrowserContext, type BrowserContextOptions, chromium, type LaunchOptions } from 'playwright';
import { findChromium } from '../../../scripts/find-browsers.ts';
import { collectOwnVerdicts } from '../../browsers/chromium-own-verdicts.ts';
import { type Said, scenarioOf } from './recording.ts';

interface Run {
  readonly launch?: LaunchOptions;
  readonly context?: BrowserContextOptions;
  /** Called before the page is opened. */
  readonly begin?: (context: BrowserContext) => Promise<void>;
}

/** Runs the scenarios in a Chromium without the extension; gives what it said itself of those that it refused. */
export async function runInChromium(page: string, ids: readonly string[], run: Run = {}): Promise<Said[]> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', ...(run.launch?.args ?? [])],
    ...(run.launch?.proxy && { proxy: run.launch.proxy }),
  });
  try {
    const context = await browser.newContext(run.context);
    await run.begin?.(context);
    const tab = context.pages()[0] ?? (await context.newPage());
    const verdicts = await collectOwnVerdicts(context, tab);
    await tab.goto(page);
    for (const id of ids) await tab.evaluate(`playground.run(${JSON.stringify(id)}).then(() => null)`);
    await context.close();
    return verdicts.flatMap(({ url, reason }) => (reason === null ? [] : [{ scenario: scenarioOf(url), reason }]));
  } finally {
    await browser.close();
  }
}
