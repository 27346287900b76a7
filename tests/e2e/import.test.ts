import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserDriver, DrivenDocument } from '../browsers/browser-driver.ts';
import { engineNames, launch } from '../browsers/launch.ts';

const recorded = readFileSync('tests/unit/exchange/recorded/chromium.har', 'utf8');

/** Gives the page a file as if the person had chosen it, the moment after closing what a failure says. */
async function choose(name: string, text: string): Promise<void> {
  document.querySelector<HTMLElement>('[data-action=close-import]')?.click();
  await null; // the dialog is closed, and its event still to come
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no place for a file');
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Gives the page a file as if the person had dropped it on the list. */
function drop(name: string, text: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  const target = document.querySelector('main');
  for (const type of ['dragover', 'drop']) {
    target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  }
}

/** An archive of more than 50 MB, most of it bodies, made in the page; and the longest that the page stood still meanwhile. */
async function chooseLarge(archive: string): Promise<void> {
  const { log } = JSON.parse(archive) as {
    log: { entries: { request: { url: string }; response: { content: object } }[] };
  };
  const body = 'a body with "quotes", lines\nand more. '.repeat(200);
  const parts: string[] = [];
  for (let n = 0, size = 0; size < 52e6; n++) {
    const entry = structuredClone(log.entries[n % log.entries.length]);
    if (!entry) throw new Error('no entry');
    entry.request.url += `&n=${n}`;
    entry.response.content = { size: body.length, mimeType: 'text/plain', text: body };
    const text = JSON.stringify(entry);
    size += text.length;
    parts.push(n === 0 ? text : `,${text}`);
  }
  const file = new File(['{"log":{"version":"1.2","entries":[', ...parts, ']}}'], 'large.har');
  const watch = { progress: [] as number[], last: performance.now(), longest: 0 };
  clearInterval(Number(document.body.dataset.timer)); // of the import that was cancelled
  const timer = setInterval(() => {
    const now = performance.now();
    watch.longest = Math.max(watch.longest, now - watch.last);
    watch.last = now;
    const bar = document.querySelector('progress');
    if (bar) watch.progress.push(bar.value);
    // In the document: each script of a test in Firefox has a global object of its own.
    document.body.dataset.watch = JSON.stringify(watch);
    if (document.querySelector('[data-banner=file]')) clearInterval(timer);
  }, 20);
  document.body.dataset.timer = String(timer);
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const transfer = new DataTransfer();
  transfer.items.add(file);
  if (input) input.files = transfer.files;
  input?.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Presses Cancel as soon as a bar shows some progress: a quick machine has read the file before a driver could. */
function cancelOnceShown(): void {
  const observer = new MutationObserver(() => {
    const bar = document.querySelector<HTMLProgressElement>('[data-import=reading] progress');
    if (bar === null || bar.value === 0) return;
    observer.disconnect();
    document.body.dataset.progressSeen = String(bar.value);
    document.querySelector<HTMLElement>('[data-action=cancel-import]')?.click();
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
}

describe.each(engineNames)('a file in %s', (engine) => {
  let browser: BrowserDriver;
  let panel: DrivenDocument;
  beforeAll(async () => {
    browser = await launch(engine);
    panel = await browser.openExtensionPage('src/panel/panel.html');
  });
  afterAll(() => browser.close());

  test('without a tab, the panel asks for one', async () => {
    expect(await panel.text('[data-state=no-tab]')).toContain('Choose a file');
  });

  test('it is dropped on the panel, judged, and said to be a file', async () => {
    await panel.evaluate(drop, 'shop.har', recorded);
    await panel.waitFor('tr[data-exchange-url*="/missing-allow-origin/"][data-reason=MissingAllowOriginHeader]');
    expect(await panel.text('[data-banner=file]')).toContain('shop.har');
    expect(await panel.text('[data-summary=browser]')).toBe('Judged as Chromium');
  });

  test('it is closed, and the panel is as before', async () => {
    await panel.click('[data-action=close-file]');
    await panel.waitFor('[data-state=no-tab]');
  });

  test('a broken one is refused, and the place is named', async () => {
    await panel.evaluate(choose, 'broken.har', '{"log": {"entries": [\n{"request": 1,}]}}');
    expect(await panel.text('[data-import=failed]')).toContain('Entry 1 is not JSON, at line 2, column 15');
  });

  test('one that is chosen while that is being closed is read', async () => {
    await panel.evaluate(choose, 'shop.har', recorded);
    await panel.waitFor('[data-banner=file]');
    await panel.click('[data-action=close-file]');
  });

  test('one of more than 50 MB shows its progress, and can be cancelled', async () => {
    await panel.evaluate(cancelOnceShown);
    await panel.evaluate(chooseLarge, recorded);
    await panel.waitFor('body[data-progress-seen]');
    await panel.waitFor('[data-import=none]');
    expect(await panel.evaluate(() => document.querySelector('[data-banner=file]') === null)).toBe(true);
  });

  test('one of more than 50 MB is read while the panel goes on', async () => {
    await panel.evaluate(chooseLarge, recorded);
    const isShown = () => panel.evaluate(() => document.querySelector('[data-banner=file]') !== null);
    await expect.poll(isShown, { timeout: 90_000, interval: 200 }).toBe(true);
    await panel.waitFor('tr[data-exchange-url]');
    const { progress, longest } = await panel.evaluate(
      () => JSON.parse(document.body.dataset.watch ?? '') as { progress: number[]; longest: number },
    );
    console.log(`${engine}: 52 MB read, the page stood still for ${Math.round(longest)} ms at most`);
    // The timer ran, and saw the bar in between.
    expect(progress.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(0);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });
});
