import type { Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelName } from '../../src/messages.ts';
import type { BrowserDriver, DrivenPage, DrivenPanel } from '../browsers/browser-driver.ts';
import { engineNames, launch } from '../browsers/launch.ts';
import { settledRows } from '../browsers/panel-rows.ts';
import { until } from '../browsers/until.ts';
import { hostileAnswers, serveHostile } from './hostile-server.ts';

const pagePort = 4790;
const apiPort = 4791;

interface TabsApi {
  readonly chrome: { readonly tabs: { get(id: number): Promise<unknown> } };
}

interface ContextsApi {
  readonly chrome: {
    readonly runtime: { getContexts(filter: object): Promise<readonly { readonly documentUrl?: string }[]> };
  };
}

interface StorageApi {
  readonly chrome: {
    readonly storage: { readonly local: { set(items: object): Promise<void>; remove(key: string): Promise<void> } };
  };
}

let servers: Server[];

beforeAll(async () => {
  servers = await Promise.all([serveHostile(pagePort), serveHostile(apiPort)]);
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

  test('a page that puts a page of the extension into a frame gets none, and nothing of the extension runs in it', async () => {
    const asker = await browser.openExtensionPage('manifest.json');
    /** Places in which a panel of this tab runs. */
    const running = (tab: number) =>
      asker.evaluate(async (part) => {
        const contexts = await (globalThis as unknown as ContextsApi).chrome.runtime.getContexts({});
        return contexts.filter(({ documentUrl }) => documentUrl?.endsWith(part)).length;
      }, `panel.html?tabId=${tab}`);
    const own = await browser.openExtensionPage('src/panel/panel.html?tabId=4711');
    expect(await running(4711)).toBe(1);
    await own.close();
    const reached = await page.evaluate(async (address) => {
      const frame = document.createElement('iframe');
      const settled = new Promise((done) => {
        frame.onload = done;
        frame.onerror = done;
      });
      frame.src = address;
      document.body.append(frame);
      await settled;
      const tries = [
        () => frame.contentWindow?.document.body.innerHTML,
        () => frame.contentWindow?.localStorage.length,
        () => frame.contentWindow?.location.href,
      ];
      return tries.map((look) => {
        try {
          return look() ?? 'nothing';
        } catch {
          return 'refused';
        }
      });
    }, `${extension}/src/panel/panel.html?tabId=4712`);
    expect(await running(4712)).toBe(0);
    await asker.close();
    // Chromium puts an error page there, Firefox nothing: the empty document that is the page's own.
    expect(reached).toEqual(engine === 'chromium' ? ['refused', 'refused', 'refused'] : ['', 0, 'about:blank']);
    expect(await page.evaluate(() => document.querySelector('iframe')?.remove())).toBe(null);
  });

  test('a page reads nothing that the extension stores, and hears nothing that its parts say to each other', async () => {
    const asker = await browser.openExtensionPage('manifest.json');
    await asker.evaluate(async () => {
      localStorage.setItem('of-the-extension', 'secret');
      await (globalThis as unknown as StorageApi).chrome.storage.local.set({ 'of-the-extension': 'secret' });
    });
    await page.evaluate((name) => {
      const heard: unknown[] = [];
      for (const channel of [name, 'cors-lens:access'].map((it) => new BroadcastChannel(it)))
        channel.onmessage = ({ data }) => heard.push(data);
      addEventListener('storage', ({ key }) => heard.push(key));
      addEventListener('message', ({ data }) => heard.push(data));
      Object.assign(globalThis, { heard });
    }, channelName(page.tabId));
    await asker.evaluate(() => localStorage.setItem('of-the-extension', 'another'));
    await page.evaluate((port) => fetch(`http://localhost:${port}/markup/overheard`).catch(() => null), apiPort);
    expect(await settledRows(panel, '/markup/overheard', 1)).toHaveLength(1);
    const found = await page.evaluate(async () => {
      const { chrome, browser, heard } = globalThis as unknown as Record<string, { storage?: unknown } | undefined>;
      const databases = await indexedDB.databases();
      return {
        heard,
        api: Boolean(chrome?.storage ?? browser?.storage),
        local: Object.keys(localStorage),
        session: Object.keys(sessionStorage),
        databases: databases.map(({ name }) => name),
        caches: await caches.keys(),
      };
    });
    expect(found).toEqual({ heard: [], api: false, local: [], session: [], databases: [], caches: [] });
    await asker.evaluate(async () => {
      localStorage.removeItem('of-the-extension');
      await (globalThis as unknown as StorageApi).chrome.storage.local.remove('of-the-extension');
    });
    await asker.close();
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
