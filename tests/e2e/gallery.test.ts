import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/find-browsers.ts';
import { articleIds } from '../../src/explain/learn/article.ts';
import { type GalleryServer, startGallery } from '../../src/panel/gallery/gallery-server.ts';
import { galleryStates } from '../../src/panel/gallery/gallery-states.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let gallery: GalleryServer;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  gallery = await startGallery();
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
});

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
  await browser.close();
  await gallery.close();
});

type Look = { readonly width?: number; readonly height?: number; readonly colorScheme?: 'light' | 'dark' };

/** Opens the gallery in one state, and waits until the panel has shown what its host told. */
async function open(state: string, { width = 1400, height = 900, colorScheme = 'light' }: Look = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${gallery.url}?state=${state}`);
  await page.locator('body[data-shown]').waitFor({ state: 'attached' });
  await page.locator('table[role=grid], [data-state]').first().waitFor();
  return page;
}

/** Gives the panel a file as if the person had chosen it. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').first().setInputFiles(file);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Violation = { id: string; nodes: { html: string }[] };
    const { axe: checker } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    const found = await checker.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  });
}

const designedStates = galleryStates
  .filter(({ id }) => id !== 'many' && !id.startsWith('sample-'))
  .map(({ id, title }) => ({ id, title }));

describe('axe finds nothing', () => {
  test.each(designedStates)('in light: $title', async ({ id }) => {
    expect(await violations(await open(id))).toEqual([]);
  });

  test.each(designedStates)('in dark: $title', async ({ id }) => {
    expect(await violations(await open(id, { colorScheme: 'dark' }))).toEqual([]);
  });

  test.each(designedStates)('400 pixels wide: $title', async ({ id }) => {
    expect(await violations(await open(id, { width: 400 }))).toEqual([]);
  });

  // One look of axe for every sample.
  test('in the detail view of any request', { timeout: 300_000 }, async () => {
    const page = await open('everything');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
    for (let row = 0; row < rows; row++) {
      const url = await page.locator('h2[data-detail]').getAttribute('data-exchange-url');
      expect(await violations(page), url ?? '').toEqual([]);
      await page.keyboard.press('ArrowDown');
    }
  });

  const helpLooks: readonly (Look & { name: string })[] = [
    { name: 'light' },
    { name: 'dark', colorScheme: 'dark' },
    { name: '400 pixels wide', width: 400 },
  ];

  // One look of axe for every article.
  test.each(helpLooks)('on every page of the help: $name', { timeout: 300_000 }, async ({ name: _, ...look }) => {
    const page = await open('everything', look);
    await page.locator('[data-action=help]').click();
    const entries = page.locator('nav [data-help]');
    await entries.first().waitFor();
    expect(await entries.count()).toBe(articleIds.length + 1);
    for (const entry of await entries.all()) {
      await entry.click();
      const shown = await entry.getAttribute('data-help');
      await page.locator(`[data-article=${shown}]`).waitFor();
      expect(await violations(page), shown ?? '').toEqual([]);
    }
  });

  test.each<Look & { name: string }>(helpLooks)(
    'while a file is read, in place of its list, and when it is broken: $name',
    async ({ name: _, ...look }) => {
      const page = await open('everything', look);
      await choose(page, 'broken.har', '{"log": {"entries": [{"request": 1,}]}}');
      await page.locator('[data-import=failed]').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.locator('[data-action=close-import]').click();
      await choose(page, 'shop.har', readFileSync('tests/unit/exchange/recorded/chromium.har', 'utf8'));
      await page.locator('[data-banner=file]').waitFor();
      await page.locator('[data-import=none]').waitFor({ state: 'attached' });
      expect(await violations(page)).toEqual([]);
      // A reader that never answers.
      await page.evaluate(() => {
        class Silent extends EventTarget {
          postMessage(): void {}
          terminate(): void {}
        }
        Object.assign(globalThis, { Worker: Silent });
      });
      await choose(page, 'large.har', '{}');
      await page.locator('[data-import=reading] progress').waitFor();
      expect(await violations(page)).toEqual([]);
    },
  );

  test.each<Look & { name: string }>(helpLooks)('with the export menu open: $name', async ({ name: _, ...look }) => {
    const page = await open('everything', look);
    await page.locator('[data-action=export]').click();
    await page.locator('[data-action=export-har]').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('the help', () => {
  test('a verdict leads to its passage, which has the focus', async () => {
    const page = await open('sample-MultipleAllowOriginValues');
    await page.locator('[data-action=learn]').click();
    const passage = page.locator('[data-article=allow-origin] [data-passage=several]');
    expect(await passage.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await passage.boundingBox()).not.toBeNull();
  });

  test('a check and a warning lead to theirs', async () => {
    const page = await open('sample-missing-vary-origin');
    await page.locator('tr[data-exchange-url]').click();
    await page.locator('[data-action=learn-warning]').click();
    await page.locator('[data-passage=vary][data-here]').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Help: allow-origin' }).click();
    await page.locator('[data-article=allow-origin] [data-passage=needed][data-here]').waitFor();
  });

  test('the three cards are its first page', async () => {
    const page = await open('everything');
    await page.locator('[data-action=help]').click();
    await expect.poll(() => page.locator('[data-card] svg[role=img]').count()).toBe(3);
  });

  test.each([400, 700, 1400])('no words of a picture are too small to read at %d pixels', async (width) => {
    const page = await open('everything', { width });
    await page.locator('[data-action=help]').click();
    await page.locator('nav [data-help]').first().waitFor();
    for (const entry of await page.locator('nav [data-help]').all()) {
      await entry.click();
      const smallest = await page.locator('[data-article]').evaluate((article) =>
        Math.min(
          ...[...article.querySelectorAll<SVGTextElement>('svg[role=img] text')].map((text) => {
            const scale = text.getScreenCTM()?.a ?? 0;
            return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
          }),
        ),
      );
      expect(smallest, (await entry.getAttribute('data-help')) ?? '').toBeGreaterThanOrEqual(10);
      const article = page.locator('[data-article]');
      expect(await article.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(
        0,
      );
    }
  });
});

describe('the keyboard', () => {
  const selected = (page: Page) => page.locator('tr[aria-selected=true]').getAttribute('data-exchange-url');

  test('/ and Ctrl+F lead to the filter, Escape empties it', async () => {
    const page = await open('everything');
    await page.keyboard.press('/');
    await page.keyboard.type('cart');
    await expect.poll(() => page.locator('tr[data-exchange-url]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('tr[data-exchange-url]').count()).toBeGreaterThan(5);
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+f');
    expect(await page.getByRole('textbox').evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('the first blocked request is open at once; up and down choose another, Enter leads to its verdict, Escape back', async () => {
    const page = await open('everything');
    const first = await selected(page);
    expect(await page.locator('h2[data-detail]').getAttribute('data-exchange-url')).toBe(first);
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    const second = await selected(page);
    expect(second).not.toBe(first);
    expect(await page.locator('h2[data-detail]').getAttribute('data-exchange-url')).toBe(second);
    await page.keyboard.press('ArrowUp');
    expect(await selected(page)).toBe(first);
    await page.keyboard.press('Enter');
    expect(await page.locator('h2[data-detail]').evaluate((heading) => heading === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('grid').evaluate((grid) => grid === document.activeElement)).toBe(true);
  });

  test('End and Home lead to the last of 10,000 rows and back', async () => {
    const page = await open('many');
    await page.getByRole('checkbox', { name: 'Group repeats' }).uncheck();
    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('tr[aria-selected=true]').getAttribute('aria-rowindex')).toBe('10001');
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator('tr[aria-selected=true]').getAttribute('aria-rowindex')).toBe('2');
  });

  test('Ctrl+C copies the selected request as curl', async () => {
    const page = await open('everything');
    await page.context().grantPermissions(['clipboard-read']);
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^curl .*OPTIONS.*api\.shop\.test/ms);
  });

  test('right opens a group of repeats, left closes it', async () => {
    const page = await open('repeats');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('tr[data-in-group]').count()).toBe(14);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.locator('tr[data-in-group]').count()).toBe(0);
  });
});

describe('edit and see', () => {
  test('the verdict follows the edited answers, and the fix makes it allowed', async () => {
    const page = await open('sample-AllowOriginMismatch');
    await page.locator('[data-action=edit-answers]').click();
    const verdict = page.locator('[data-what-if]');
    expect(await verdict.getAttribute('data-what-if')).toBe('blocked');
    const headers = page.getByRole('textbox', { name: 'Response: headers' });
    await headers.fill('Access-Control-Allow-Origin: https://app.shop.test');
    await expect.poll(() => verdict.getAttribute('data-what-if')).toBe('allowed');
    const credentials = page.getByRole('checkbox', { name: 'includes credentials' });
    await credentials.check();
    await expect.poll(() => verdict.getAttribute('data-what-if')).toBe('blocked');
    await credentials.uncheck();
    await page.locator('[data-action=reset-answers]').click();
    await expect.poll(() => verdict.getAttribute('data-what-if')).toBe('blocked');
    await page.locator('[data-action=fill-in-fix]').click();
    await expect.poll(() => verdict.getAttribute('data-what-if')).toBe('allowed');
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-action=stop-editing]').click();
    await expect.poll(() => verdict.count()).toBe(0);
  });

  test('what was edited becomes the fix for the server, and the override', async () => {
    const page = await open('sample-AllowOriginMismatch');
    await page.locator('[data-action=edit-answers]').click();
    expect(await page.locator('[data-action=use-as-fix], [data-action=use-as-override]').count()).toBe(0);
    const headers = page.getByRole('textbox', { name: 'Response: headers' });
    await headers.fill('Access-Control-Allow-Origin: https://app.shop.test\nAccess-Control-Expose-Headers: X-Total');
    await page.locator('[data-action=use-as-fix]').click();
    const own = page.getByRole('region', { name: 'Your fix, on the server' });
    await own.locator('[data-tab=plain]').click();
    expect(await own.textContent()).toContain('Access-Control-Expose-Headers: X-Total');
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-action=drop-own-fix]').click();
    await expect.poll(() => own.count()).toBe(0);
    await page.locator('[data-action=use-as-override]').click();
    const dialog = page.getByRole('dialog', { name: 'Try this fix in this tab' });
    expect(await dialog.getByRole('row', { name: 'Access-Control-Expose-Headers' }).textContent()).toContain('X-Total');
    await dialog.locator('[data-action=start-override]').click();
    await page.locator('[data-banner=override]').waitFor();
    expect(await dialog.count()).toBe(0);
  });
});

describe('what servers and pages say stays text', () => {
  test('markup becomes no element, and nothing is unseen', async () => {
    const page = await open('hostile');
    const rows = page.locator('tr[data-exchange-url]');
    for (let row = 0; row < (await rows.count()); row++) {
      await rows.nth(row).click();
      expect(await page.locator('main img, main script, main b').count()).toBe(0);
      const text = (await page.locator('main').textContent()) ?? '';
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cf}\p{Cc}]/u);
    }
  });

  test('a value of 18,000 characters is cut, and there on request', async () => {
    const page = await open('hostile');
    await page.locator('tr[data-exchange-url*="search"]').click();
    const value = page.getByRole('row', { name: 'X-Long' }).getByRole('cell').last();
    expect((await value.textContent())?.length).toBeLessThan(600);
    await value.getByRole('button').click();
    expect((await value.textContent())?.length).toBeGreaterThan(17_000);
  });
});

describe('the layout', () => {
  test.each([
    { name: 'docked right at 400 pixels', width: 400, height: 900, above: true },
    { name: 'docked at the bottom, 250 pixels high', width: 1400, height: 250, above: false },
    { name: 'a window of its own', width: 1400, height: 900, above: false },
  ])('$name: nothing is cut off at the side', async ({ width, height, above }) => {
    const page = await open('everything', { width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const list = await page.getByRole('grid').boundingBox();
    const detail = await page.locator('h2[data-detail]').boundingBox();
    expect((detail?.y ?? 0) > (list?.y ?? 0) + 100).toBe(above);
  });

  test.each([1005, 1100, 1280])('at %d pixels the toolbar is one line, and all of it is there', async (width) => {
    const page = await open('everything', { width });
    const toolbar = page.locator('header');
    expect((await toolbar.boundingBox())?.height).toBeLessThan(40);
    const help = await page.locator('[data-action=help]').boundingBox();
    expect((help?.x ?? width) + (help?.width ?? 0)).toBeLessThanOrEqual(width);
    const chips = page.getByRole('group', { name: 'Show only' });
    expect(await chips.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(1);
  });

  test('the split stays where it was put', async () => {
    const page = await open('everything');
    const separator = page.getByRole('separator');
    const before = (await separator.boundingBox())?.x ?? 0;
    await separator.focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await separator.boundingBox())?.x ?? 0).toBeLessThan(before - 20);
    const moved = (await separator.boundingBox())?.x ?? 0;
    await page.reload();
    await expect.poll(async () => Math.abs(((await separator.boundingBox())?.x ?? 0) - moved)).toBeLessThan(2);
  });

  test('a column is made wider with the pointer and with the keyboard, alone, and stays so', async () => {
    const page = await open('everything', { width: 1800 });
    const widthOf = async (name: string) =>
      (await page.getByRole('columnheader', { name, exact: true }).boundingBox())?.width ?? 0;
    const before = { request: await widthOf('Request'), from: await widthOf('From'), time: await widthOf('Time') };
    const from = page.getByRole('columnheader', { name: 'From', exact: true });
    const edge = await from.locator('[data-edge]').boundingBox();
    if (!edge) throw new Error('the column has no edge');
    await page.mouse.move(edge.x + edge.width / 2, edge.y + 10);
    await page.mouse.down();
    await page.mouse.move(edge.x + edge.width / 2 - 30, edge.y + 10, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => widthOf('Request')).toBeCloseTo(before.request - 30, 0);
    expect(await widthOf('From')).toBeCloseTo(before.from + 30, 0);
    await page.getByRole('button', { name: 'Request', exact: true }).focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => widthOf('Request')).toBeCloseTo(before.request + 10, 0);
    await page.reload();
    await expect.poll(() => widthOf('Request')).toBeCloseTo(before.request + 10, 0);
    expect(await widthOf('From')).toBeCloseTo(before.from - 10, 0);
    expect(await widthOf('Time')).toBeCloseTo(before.time, 0);
    await from.locator('[data-edge]').dblclick();
    await expect.poll(() => widthOf('Request')).toBeCloseTo(before.request, 0);
  });

  test('of 10,000 exchanges only the rows in sight are in the document', async () => {
    const page = await open('many');
    expect(await page.locator('tr[data-exchange-url]').count()).toBeLessThan(120);
    expect(await page.locator('[data-summary=requests]').textContent()).toContain('10,000');
  });
});
