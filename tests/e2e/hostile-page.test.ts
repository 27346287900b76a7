import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelName } from '../../src/messages.ts';
import type { BrowserDriver, DrivenPage, DrivenPanel } from '../browsers/browser-driver.ts';
import { engineNames, launch } from '../browsers/launch.ts';
import { settledRows } from '../browsers/panel-rows.ts';
import { until } from '../browsers/until.ts';

const pagePort = 4790;
const apiPort = 4791;

// Header lines as bytes: no library would send most of these.
const hostileAnswers: readonly { name: string; lines: readonly string[] }[] = [
  {
    name: 'markup',
    lines: [
      'Access-Control-Allow-Origin: <img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script>',
      'Server: "><svg onload=globalThis.ran=1>',
    ],
  },
  { name: 'script-address', lines: ['Access-Control-Allow-Origin: javascript:globalThis.ran=1'] },
  {
    name: 'bidirectional',
    lines: [`Access-Control-Allow-Origin: ${Buffer.from('http://\u202elocalhost:4790').toString('latin1')}`],
  },
  { name: 'no-utf8', lines: ['Access-Control-Allow-Origin: http://localhost\xff\xfe:4790', 'X-\xe9: \x80'] },
  {
    name: 'look-alike',
    lines: [`Access-Control-Allow-Origin: ${Buffer.from('http://lоcalhost:4790').toString('latin1')}`],
  },
  { name: 'long', lines: [`Access-Control-Allow-Origin: ${'*,'.repeat(32_000)}`] },
  { name: 'many', lines: Array.from({ length: 1_000 }, (_, index) => `X-Many-${index}: <b>${index}</b>`) },
  { name: 'redirect-to-script', lines: ['Location: javascript:globalThis.ran=1', 'Access-Control-Allow-Origin: *'] },
  { name: 'prototype', lines: ['__proto__: x', 'constructor: toString', 'Access-Control-Allow-Origin: __proto__'] },
]; // prettier-ignore

interface TabsApi {
  readonly chrome: { readonly tabs: { get(id: number): Promise<unknown> } };
}

let servers: Server[];

function answer(target: string): string {
  const { pathname } = new URL(target, 'http://localhost');
  const found = hostileAnswers.find(({ name }) => pathname.startsWith(`/${name}/`));
  const status = found?.name === 'redirect-to-script' ? '302 Found' : '200 OK';
  const lines = found?.lines ?? ['Content-Type: text/html'];
  return [`HTTP/1.1 ${status}`, ...lines, 'Content-Length: 2', 'Connection: close', '', 'ok'].join('\r\n');
}

function serve(port: number): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy()); // a browser may hang up at any moment
    socket.once('data', (bytes) => socket.end(answer(bytes.toString('latin1').split(' ')[1] ?? '/'), 'latin1'));
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

beforeAll(async () => {
  servers = await Promise.all([serve(pagePort), serve(apiPort)]);
});
afterAll(() => {
  for (const server of servers) server.close();
});

describe.each(engineNames)('%s', (engine) => {
  let browser: BrowserDriver;
  let page: DrivenPage;
  let panel: DrivenPanel;
  let extension: string;

  beforeAll(async () => {
    browser = await launch(engine, {
      // So that a page may close itself, though no script opened it.
      preferences: { 'dom.allow_scripts_to_close_windows': true },
      args: engine === 'chromium' ? ['--blink-settings=allowScriptsToCloseWindows=true'] : [],
    });
    page = await browser.openPage('about:blank');
    panel = await browser.openPanel(page);
    extension = await panel.evaluate(() => location.origin);
    await page.goto(`http://localhost:${pagePort}/`);
    await page.evaluate(
      async (port, names) => {
        const path = '/<script>globalThis.ran=1<%2Fscript>/"\'`$\u007bx}\u202e?<b>=&token=\u0000#<i>';
        for (const name of names) await fetch(`http://localhost:${port}/${name}${path}`).catch(() => null);
      },
      apiPort,
      hostileAnswers.map(({ name }) => name),
    );
  });
  afterAll(() => browser.close());

  /** What a document holds that only markup from outside could have put there. */
  function strangers(): Promise<string[]> {
    return panel.evaluate(() => {
      const strange = 'script:not([src]), img, iframe, object, embed, [onerror], [onload], a[href^="javascript:" i]';
      const found = [...document.querySelectorAll(strange)].map(({ outerHTML }) => outerHTML.slice(0, 200));
      return 'ran' in globalThis ? [...found, 'something ran'] : found;
    });
  }

  test.each(hostileAnswers)(
    'an answer with $name is listed and explained, and nothing of it acts',
    async ({ name }) => {
      const rows = await settledRows(panel, `/${name}/`, 1);
      expect(rows).toHaveLength(1);
      expect(rows[0]?.outcome).toMatch(/blocked|not-cors/);
      await panel.click(`tr[data-exchange-url*="/${name}/"]`);
      expect(await panel.text('h1, h2')).not.toBe('');
      expect(await strangers()).toEqual([]);
    },
  );

  test('a page finds no file of the extension, even where it knows its address', async () => {
    const found = await page.evaluate(async (origin) => {
      const files = ['manifest.json', 'icons/icon-16.png', 'src/panel/panel.html', 'src/devtools/devtools.html'];
      const fetched = files.map((file) => fetch(`${origin}/${file}`, { mode: 'no-cors' }));
      const image = new Promise((loaded, failed) => {
        const element = new Image();
        element.onload = loaded;
        element.onerror = failed;
        element.src = `${origin}/icons/icon-16.png`;
      });
      const results = await Promise.allSettled([...fetched, image]);
      return results.map(({ status }) => status);
    }, extension);
    expect(new Set(found)).toEqual(new Set(['rejected']));
  });

  test('a page sends the extension nothing that it acts on', async () => {
    const before = (await settledRows(panel, '', hostileAnswers.length)).length;
    const answers = await page.evaluate(
      async (name, id) => {
        const channel = new BroadcastChannel(name);
        channel.postMessage({ kind: 'clear' });
        channel.postMessage({ kind: 'set-recording', on: false });
        postMessage({ kind: 'clear' }, '*');
        const { chrome, browser } = globalThis as unknown as Record<
          string,
          { runtime?: { sendMessage?(id: string, message: unknown): Promise<unknown> } } | undefined
        >;
        const send = chrome?.runtime?.sendMessage ?? browser?.runtime?.sendMessage;
        const answer = send ? await send(id, { kind: 'open-access-page' }).catch(() => 'refused') : 'no way to send';
        const heard = await new Promise((resolve) => {
          channel.onmessage = () => resolve('heard the extension');
          channel.postMessage({ kind: 'hello', panel: 'page' });
          // The panel's own questions are answered within a frame.
          void fetch('/').then(() => resolve('nothing'));
        });
        channel.close();
        return [answer, heard];
      },
      channelName(page.tabId),
      new URL(extension).host,
    );
    expect(answers).toEqual([expect.stringMatching(/^(refused|no way to send)$/), 'nothing']);
    expect(await settledRows(panel, '', before)).toHaveLength(before);
  });

  test('a page that closes itself takes nothing down with it', async () => {
    const other = await browser.openPage(`http://localhost:${pagePort}/`);
    await other.evaluate((port) => {
      setTimeout(() => void fetch(`http://localhost:${port}/markup/closing`), 0);
      setTimeout(() => window.close(), 0);
    }, apiPort);
    await page.evaluate((port) => fetch(`http://localhost:${port}/markup/after`).catch(() => null), apiPort);
    const isThere = (tab: number) =>
      browser.inBackground(
        (id) =>
          (globalThis as unknown as TabsApi).chrome.tabs.get(id).then(
            () => true,
            () => false,
          ),
        tab,
      );
    await until(async () => ((await isThere(other.tabId)) ? undefined : true), 'the page to be closed');
    expect(await settledRows(panel, '/markup/after', 1)).toHaveLength(1);
  });
});
