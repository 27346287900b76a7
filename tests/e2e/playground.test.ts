import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Seen } from '../../playground/requests.js';
import { scenarios } from '../../playground/scenarios.js';
import { startPlayground } from '../../playground/server.js';
import { visible } from '../../src/explain/visible.ts';
import { type WarningName, warningNames } from '../../src/judge/warning.ts';
import type { BrowserDriver, DrivenPage, DrivenPanel, OwnVerdict } from '../browsers/browser-driver.ts';
import { engineNames, launch } from '../browsers/launch.ts';
import { type PanelRow, settledRows } from '../browsers/panel-rows.ts';
import { firstWords, ownSayings, panelSaying } from './own-sayings.ts';

type Engine = BrowserDriver['engine'];

/** Refused inside the page: nothing goes to the network, so no browser tells an extension of it. */
const unseenByExtensions: Readonly<Record<Engine, readonly string[]>> = {
  chromium: ['no-cors-redirect', 'mode-same-origin', 'unsupported-scheme', 'csp-connect-src'],
  firefox: ['no-cors-redirect', 'mode-same-origin', 'unsupported-scheme', 'csp-connect-src', 'unsafe-port'],
};

/** What passes, and the warning that the panel shows with it. */
const warned: Readonly<Record<WarningName, { readonly id: string; readonly says: RegExp }>> = {
  'missing-vary-origin': { id: 'missing-vary', says: /Vary: Origin/ },
  'wildcard-covers-authorization': { id: 'authorization-wildcard', says: /list authorization by name/ },
  'null-origin-allowed': { id: 'null-origin-allowed-with-credentials', says: /with credentials too/ },
  'credentials-allowed-without-need': { id: 'credentials-without-need', says: /carries no credentials/ },
  'preflight-repeated': { id: 'preflight-repeated', says: /cost \d+ ms/ },
  'max-age-above-cap': { id: 'max-age-above-cap', says: /of 604800 is more/ },
  'headers-not-exposed': { id: 'hidden-response-header', says: /x-total-count/i },
  'blocked-elsewhere': { id: 'blocked-in-safari', says: /Safari would block it/ },
};

/** Same-origin requests are no business of the panel. */
const isListed = (engine: Engine) => (id: string) => id !== 'same-origin' && !unseenByExtensions[engine].includes(id);

const ids = scenarios.map(({ id }) => id);

let playground: Awaited<ReturnType<typeof startPlayground>>;

beforeAll(async () => {
  playground = await startPlayground({ portBase: 4700 });
});
afterAll(() => playground.close());

describe.each(engineNames)(
  'in %s, every scenario of the playground: the panel says what the browser says',
  (engine) => {
    let browser: BrowserDriver;
    let page: DrivenPage;
    let panel: DrivenPanel;
    const seen = new Map<string, Seen[]>();
    const tally = { requests: 0, refused: 0, either: 0, texts: 0 };

    beforeAll(async () => {
      browser = await launch(engine);
      page = await browser.openPage('about:blank');
      panel = await browser.openPanel(page);
      await page.goto(playground.url);
      for (const id of ids) seen.set(id, await run(page, id));
    });

    afterAll(async () => {
      console.log(
        `${browser.name}: ${tally.requests} cross-origin requests of ${ids.length} scenarios, ${tally.refused} of them refused by CORS. ` +
          `The panel agreed on each of these; on ${tally.either} it named two reasons, one of them the browser's. ` +
          `On ${tally.texts} it showed the browser's own words for the reason.`,
      );
      await browser.close();
    });

    test.each(ids.filter(isListed(engine)))('%s', async (id) => {
      // The browser's own words come after the page's promise.
      const own = firstWords((await page.ownVerdicts()).filter((verdict) => isOf(id, verdict) || isAbout(id, verdict)));
      const rows = (await settledRows(panel, `/${id}/`, 1)).filter((row) => isOf(id, row));
      expect(rows.length).toBeGreaterThan(0);
      const urls = [...new Set(rows.map(({ url }) => url))];
      const failedInPage = (seen.get(id) ?? []).filter(({ saw }) => saw === 'error').length;
      const wordsOn = (url: string) => own.filter((verdict) => addressIn(urls, verdict) === url);
      expect(urls.flatMap(wordsOn)).toHaveLength(own.length);
      for (const url of urls) {
        const mine = rows.filter((row) => row.url === url);
        const sayings = ownSayings(wordsOn(url), mine.length, urls.length === 1 ? failedInPage : 0);
        expect(mine.map((row) => panelSaying(engine, row, sayings)).sort()).toEqual(sayings);
        tally.requests += mine.length;
        tally.refused += mine.filter(({ outcome }) => outcome === 'blocked').length;
        tally.either += mine.filter(({ otherReason }) => otherReason !== null).length;
      }
      const [row, ...others] = rows;
      const [words] = own;
      if (row?.outcome === 'blocked' && row.otherReason === null && others.length === 0 && words?.reason) {
        const { code, text } = await shownWords(panel, row, engine);
        expect(code.split(' or ')).toContain(words.reason);
        // Of Chromium only the code is recorded.
        if (engine === 'firefox') expect(text).toContain(visible(words.error));
        tally.texts += 1;
      }
    });

    test.each(warningNames)('the warning %s stands in the panel', async (name) => {
      const { id, says } = warned[name];
      const row = (await settledRows(panel, `/${id}/`, 1)).findLast(({ outcome }) => outcome === 'allowed');
      if (row === undefined) throw new Error(`no line of ${id} is allowed`);
      await panel.click(`tr[data-exchange-url="${row.url}"]`);
      expect(await panel.text(`[data-notice=${name}]`)).toMatch(says);
    });

    test.each(unseenByExtensions[engine])('%s never leaves the page, and the panel does not invent it', async (id) => {
      const rows = await settledRows(panel, `/${id}/`, 0);
      expect(rows.filter((row) => isOf(id, row))).toEqual([]);
    });
  },
);

function run(page: DrivenPage, id: string): Promise<Seen[]> {
  return page.evaluate((wanted) => {
    const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<Seen[]> } };
    return app.run(wanted);
  }, id);
}

function isOf(id: string, { url }: { readonly url: string }): boolean {
  return url.includes(`/${id}/`);
}

/** An address that a scenario leads to, and that has no room for the scenario's name. */
function isAbout(id: string, { url }: OwnVerdict): boolean {
  return id === 'redirect-to-app' && url.startsWith('shop-app:');
}

/** Firefox names the address where it was refused; the panel's line has the one that was asked for. */
function addressIn(urls: readonly string[], { url }: OwnVerdict): string | undefined {
  if (urls.includes(url)) return url;
  return urls.length === 1 ? urls[0] : undefined;
}

/** What the detail of a line quotes of its browser: the name of the reason, and the console's text. */
interface ShownWords {
  readonly code: string;
  readonly text: string;
}

async function shownWords(panel: DrivenPanel, { url }: PanelRow, engine: Engine): Promise<ShownWords> {
  await panel.click(`tr[data-exchange-url="${url}"]`);
  await panel.waitFor(`[data-detail][data-exchange-url="${url}"]`);
  return panel.evaluate((name): ShownWords => {
    const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? '';
    return { code: textOf(`[data-engine=${name}] code`), text: textOf(`[data-console=${name}] q`) };
  }, engine);
}
