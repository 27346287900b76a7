import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarios } from '../../playground/scenarios.js';
import { startPlayground } from '../../playground/server.js';
import type { BrowserDriver, DrivenPage, DrivenPanel, OwnVerdict } from '../browsers/browser-driver.ts';
import { launch } from '../browsers/launch.ts';
import { type PanelRow, settledRows } from '../browsers/panel-rows.ts';

/** Refused inside the page: nothing goes to the network, so no browser tells an extension of it. */
const unseenByExtensions = ['no-cors-redirect', 'mode-same-origin', 'unsupported-scheme', 'csp-connect-src'];

/** Same-origin requests are no business of the panel. */
const notInTheList = new Set([...unseenByExtensions, 'same-origin']);

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

const throughWords = 'went through';
const failedWords = 'failed, and not by CORS';

/**
 * What the browser itself says of the requests to one address. It is silent on those that went through, and speaks
 * twice of a request whose preflight could not be made: then the words with a reason count.
 */
function ownSayings(own: readonly OwnVerdict[], requests: number): string[] {
  const refused = own.flatMap(({ reason }) => (reason === null ? [] : [`refused: ${reason}`]));
  const spoken = refused.length > 0 ? refused : own.map(() => failedWords);
  const sayings = spoken.slice(0, requests);
  return [...sayings, ...Array.from({ length: requests - sayings.length }, () => throughWords)].sort();
}

/** What the panel says of a request, in the same words. Of two reasons that it names, the browser's if it is among them. */
function panelSaying({ outcome, reason, otherReason, notCors }: PanelRow, own: readonly string[]): string {
  if (outcome === 'allowed' || outcome === 'opaque') return throughWords;
  if (outcome === 'blocked') {
    const other = `refused: ${otherReason}`;
    return otherReason !== null && own.includes(other) ? other : `refused: ${reason}`;
  }
  // Chromium's own list of CORS errors has local network access in it; it is no fault of the CORS headers.
  const local = own.find((words) => /LocalNetwork/.test(words));
  if (notCors === 'local-network-access' && local) return local;
  return outcome === 'not-cors' ? failedWords : outcome;
}

describe('every scenario of the playground: the panel says what the browser says', () => {
  test.each(scenarios.filter(({ id }) => !notInTheList.has(id)).map(({ id }) => id))('%s', async (id) => {
    const isMine = ({ url }: { url: string }) => url.includes(`/${id}/`);
    // The browser's own words come after the page's promise.
    const own = (await page.ownVerdicts()).filter(isMine);
    const rows = (await settledRows(panel, `/${id}/`, 1)).filter(isMine);
    expect(rows.length).toBeGreaterThan(0);
    for (const verdict of own) expect(rows.map(({ url }) => url)).toContain(verdict.url);
    for (const url of new Set(rows.map((row) => row.url))) {
      const mine = rows.filter((row) => row.url === url);
      const ownWords = ownSayings(
        own.filter((verdict) => verdict.url === url),
        mine.length,
      );
      expect(mine.map((row) => panelSaying(row, ownWords)).sort()).toEqual(ownWords);
      tally.requests += mine.length;
      tally.refused += mine.filter(({ outcome }) => outcome === 'blocked').length;
      tally.either += mine.filter(({ otherReason }) => otherReason !== null).length;
    }
  });

  test.each(unseenByExtensions)('%s never leaves the page, and the panel does not invent it', async (id) => {
    const rows = await settledRows(panel, `/${id}/`, 0);
    expect(rows.filter(({ url }) => url.includes(`/${id}/`))).toEqual([]);
  });
});
