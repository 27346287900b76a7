import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlayground } from '../../../playground/server.js';
import type { BrowserDriver, DrivenPage, DrivenPanel } from '../../browsers/browser-driver.ts';
import { engineNames, launch } from '../../browsers/launch.ts';
import { settledRows } from '../../browsers/panel-rows.ts';
import { until } from '../../browsers/until.ts';
import { readRules } from './override-port.ts';

/** One of each: an answer, a preflight, credentials, and one that no rule gets through. */
const curable = ['missing-allow-origin', 'method-not-allowed', 'wildcard-with-credentials'];
const incurable = 'preflight-405';

let playground: Awaited<ReturnType<typeof startPlayground>>;

beforeAll(async () => {
  playground = await startPlayground({ portBase: 4840 });
});
afterAll(() => playground.close());

describe.each(engineNames)('%s', (engine) => {
  let browser: BrowserDriver;
  let page: DrivenPage;
  let panel: DrivenPanel;

  beforeAll(async () => {
    browser = await launch(engine);
    page = await browser.openPage(playground.url);
    panel = await browser.openPanel(page);
    await panel.resize(1100, 700);
  });
  afterAll(() => browser.close());

  function run(id: string): Promise<string> {
    return page.evaluate((wanted) => {
      const { playground: app } = globalThis as unknown as {
        playground: { run(id: string): Promise<{ saw: string }[]> };
      };
      return app.run(wanted).then((seen) => seen.map(({ saw }) => saw).join());
    }, id);
  }

  /** Runs a scenario and selects its request in the list. */
  async function runAndSelect(id: string): Promise<string> {
    const saw = await run(id);
    await settledRows(panel, `/${id}/`, 1);
    await panel.click(`tr[data-exchange-url*="/${id}/"]`);
    return saw;
  }

  test.each(curable)('%s: blocked, Try this fix, again, allowed; Turn off, again, blocked', async (id) => {
    expect(await runAndSelect(id)).toBe('error');
    expect(await readRules(browser)).toEqual([]);
    await panel.click('[data-action=try-fix]');
    await panel.click('[data-action=start-override]');
    await panel.waitFor('[data-banner=override]');
    expect((await readRules(browser)).map(({ condition }) => condition.tabIds)).toEqual([[page.tabId]]);
    expect(await run(id)).toBe('answer');
    await panel.waitFor('[data-tries=works]');
    await panel.click('[data-action=turn-off-override]');
    await until(async () => (await readRules(browser)).length === 0 || undefined, 'the end of the rules');
    expect(await run(id)).toBe('error');
  });

  test(`${incurable}: the panel says why not`, async () => {
    await runAndSelect(incurable);
    await panel.waitFor('[data-cannot=preflight-status]');
    expect(await readRules(browser)).toEqual([]);
  });
});
