import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarios } from '../../playground/scenarios.js';
import { startPlayground } from '../../playground/server.js';
import type { BrowserDriver, DrivenPage, DrivenPanel, OwnVerdict } from '../browsers/browser-driver.ts';
import { launch } from '../browsers/launch.ts';
import { type PanelRow, settledRows } from '../browsers/panel-rows.ts';

/** Refused inside the page: nothing goes to the network, so no browser tells an extension of it. */
const unseenByExtensions = new Set([
  'no-cors-redirect',
  'mode-same-origin',
  'unsupported-scheme',
  'unsafe-port',
  'csp-connect-src',
]);

let playground: Awaited<ReturnType<typeof startPlayground>>;
let browser: BrowserDriver;
let page: DrivenPage;
let panel: DrivenPanel;
const tally = { requests: 0, refused: 0, either: 0 };

beforeAll(async () => {
  playground = await startPlayground({ portBase: 4700 });
  browser = await launch('chromium');
  page = await browser.openPage('about:blank');
  panel = await browser.openPanel(page);
  await page.goto(playground.url);
  for (const { id } of scenarios) {
    await page.evaluate((wanted) => {
      const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
      return app.run(wanted).then(() => null);
    }, id);
  }
});

afterAll(async () => {
  console.log(
    `${browser.name}: ${tally.requests} cross-origin requests of ${scenarios.length} scenarios, ${tally.refused} of them refused by CORS. ` +
      `The panel agreed on each; on ${tally.either} it named two reasons, one of them the browser's.`,
  );
  await browser.close();
  await playground.close();
});

/** What the browser itself says of the request at this address. */
function ownSaying(own: readonly OwnVerdict[], url: string): string {
  const mine = own.filter((verdict) => verdict.url === url);
  const refused = mine.find(({ reason }) => reason !== null);
  if (refused) return `refused: ${refused.reason}`;
  return mine.length > 0 ? 'failed, and not by CORS' : 'went through';
}

/** What the panel says of it, in the same words. Of two reasons that it names, the browser's if it is among them. */
function panelSaying({ outcome, reason, otherReason }: PanelRow, own: string): string {
  if (outcome === 'not-cors') return 'failed, and not by CORS';
  if (outcome !== 'blocked') return outcome === 'allowed' || outcome === 'opaque' ? 'went through' : outcome;
  return otherReason !== null && own === `refused: ${otherReason}` ? own : `refused: ${reason}`;
}

describe('every scenario of the playground: the panel says what the browser says', () => {
  test.each(scenarios.filter(({ id }) => !unseenByExtensions.has(id)).map(({ id }) => id))('%s', async (id) => {
    const isMine = ({ url }: { url: string }) => url.includes(`/${id}/`);
    if (id === 'same-origin') return;
    // The browser's own words come after the page's promise.
    const own = (await page.ownVerdicts()).filter(isMine);
    const rows = (await settledRows(panel, `/${id}/`, 1)).filter(isMine);
    expect(rows.length).toBeGreaterThan(0);
    for (const verdict of own) expect(rows.map(({ url }) => url)).toContain(verdict.url);
    for (const row of rows) {
      const ownWords = ownSaying(own, row.url);
      expect(`${row.method} ${row.url}: ${panelSaying(row, ownWords)}`).toBe(`${row.method} ${row.url}: ${ownWords}`);
      tally.requests += 1;
      if (row.outcome === 'blocked') tally.refused += 1;
      if (row.otherReason !== null) tally.either += 1;
    }
  });

  test.each([...unseenByExtensions])('%s never leaves the page, and the panel does not invent it', async (id) => {
    const rows = await settledRows(panel, `/${id}/`, 0);
    expect(rows.filter(({ url }) => url.includes(`/${id}/`))).toEqual([]);
  });
});
