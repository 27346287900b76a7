import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Frame, type Page } from 'playwright';
import type {
  BrowserDriver,
  DrivenDocument,
  DrivenPage,
  DrivenPanel,
  LaunchOptions,
  Theme,
  Travelling,
} from './browser-driver.ts';
import { collectOwnVerdicts } from './chromium-own-verdicts.ts';
import { panelPath, panelTitle } from './panel-title.ts';
import { arrived, expressionOf } from './travel.ts';
import { until } from './until.ts';
import { usedHeap } from './used-heap.ts';

// Makes Playwright treat DevTools windows as pages. It reads this when a browser is launched.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

interface ChromiumPage extends DrivenPage {
  readonly page: Page;
}

/** Chromium tells what the extension's pages cost. */
export interface ChromiumDriver extends BrowserDriver {
  /** Bytes of live JavaScript objects in the extension's pages, after a collection. */
  heapOfExtension(): Promise<number>;
}

/**
 * @param extension folder of the built extension
 */
export async function launchChromium(extension: string, options: LaunchOptions = {}): Promise<ChromiumDriver> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'cors-lens-chromium-')));
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences(options.dock ?? 'undocked')));
  const folder = resolve(extension);
  const hosts = options.hosts ?? ['*.test'];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: options.headless ?? true,
    viewport: null,
    // Else Playwright pretends a light theme, and DevTools' own never reaches the panel.
    colorScheme: null,
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      `--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1`).join(',')}`,
      '--ignore-certificate-errors',
      ...(options.args ?? []),
    ],
  });
  const firstWorker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const base = `chrome-extension://${new URL(firstWorker.url()).host}`;
  let { control, controlSession } = await openControl(context, base);
  const tabsKnown = new Set(await tabIds(control));

  async function openPage(url: string): Promise<ChromiumPage> {
    const page = await context.newPage();
    const tabId = (await tabIds(control)).find((id) => !tabsKnown.has(id));
    if (tabId === undefined) throw new Error('the new page has no tab');
    tabsKnown.add(tabId);
    const verdicts = await collectOwnVerdicts(context, page);
    await page.goto(url);
    return {
      ...drivenDocument(page),
      page,
      tabId,
      goto: async (next) => void (await page.goto(next)),
      ownVerdicts: async () => [...verdicts],
      close: () => page.close(),
    };
  }

  async function openDevTools(page: DrivenPage) {
    const devtools = await openDevToolsWindow(context, (page as ChromiumPage).page, base);
    return { showPanel: () => showPanel(devtools, base), close: () => devtools.close() };
  }

  return {
    engine: 'chromium',
    name: `Chromium ${context.browser()?.version().split('.')[0] ?? ''}`.trim(),
    openPage,
    openDevTools,
    openPanel: async (page) => (await openDevTools(page)).showPanel(),
    async openExtensionPage(path) {
      const page = await context.newPage();
      for (const id of await tabIds(control)) tabsKnown.add(id);
      await page.goto(`${base}/${path}`);
      return { ...drivenDocument(page), close: () => page.close() };
    },
    inBackground: async <Arguments extends unknown[], Result>(
      body: Travelling<Arguments, Result>,
      ...values: Arguments
    ) => {
      // A message wakes a stopped worker; nobody needs to answer it.
      await control.evaluate('chrome.runtime.sendMessage("wake").catch(() => {})');
      const worker = context.serviceWorkers().findLast((candidate) => candidate.url().startsWith(base));
      return arrived<Result>(await (worker ?? firstWorker).evaluate<string>(expressionOf(body, values)));
    },
    closed: new Promise((resolve) => context.once('close', () => resolve())),
    isBackgroundRunning: () =>
      control.evaluate<boolean>(
        'chrome.runtime.getContexts({ contextTypes: ["BACKGROUND"] }).then((contexts) => contexts.length > 0)',
      ),
    async pressMemory() {
      const session = await context.browser()?.newBrowserCDPSession();
      await session?.send('Memory.simulatePressureNotification', { level: 'critical' });
      await session?.detach();
    },
    // All its pages, those in DevTools too, are in one process and share one heap.
    heapOfExtension: () => usedHeap(controlSession),
    async reloadExtension() {
      const isGone = new Promise((gone) => control.once('close', gone));
      await control.evaluate('void setTimeout(() => chrome.runtime.reload(), 0)');
      await isGone;
      // Its address comes back a moment later.
      const reopened = () => openControl(context, base).catch(() => undefined);
      ({ control, controlSession } = await until(reopened, 'the extension to come back'));
      for (const id of await tabIds(control)) tabsKnown.add(id);
    },
    stopBackground: async () => void (await controlSession.send('ServiceWorker.stopAllWorkers')),
    async close() {
      await context.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Opens an extension page that runs no code of the extension: for its API, and to reach its service worker. */
async function openControl(
  context: BrowserContext,
  base: string,
): Promise<{ control: Page; controlSession: CDPSession }> {
  const control = await context.newPage();
  try {
    await control.goto(`${base}/manifest.json`);
  } catch (error) {
    await control.close();
    throw error;
  }
  const controlSession = await context.newCDPSession(control);
  await controlSession.send('ServiceWorker.enable');
  return { control, controlSession };
}

function preferences(dock: string): object {
  return {
    // Some distributions block third-party cookies from the start.
    profile: { cookie_controls_mode: 0, block_third_party_cookies: false },
    devtools: { preferences: { currentDockState: JSON.stringify(dock) } },
    // Without it, an unpacked extension that reloads itself stays off.
    extensions: { ui: { developer_mode: true } },
  };
}

function tabIds(extensionPage: Page): Promise<number[]> {
  return extensionPage.evaluate<number[]>('chrome.tabs.query({}).then((tabs) => tabs.map((tab) => tab.id))');
}

function drivenDocument(target: Page | Frame): DrivenDocument {
  return {
    evaluate: async <Arguments extends unknown[], Result>(body: Travelling<Arguments, Result>, ...values: Arguments) =>
      arrived<Result>(await target.evaluate<string>(expressionOf(body, values))),
    waitFor: (selector) => target.locator(selector).first().waitFor({ state: 'attached' }),
    text: (selector) => target.locator(selector).first().innerText(),
    click: (selector) => target.locator(selector).first().click(),
  };
}

async function openDevToolsWindow(context: BrowserContext, page: Page, base: string): Promise<Page> {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const browserSession = await context.browser()?.newBrowserCDPSession();
  const opened = context.waitForEvent('page', (candidate) => candidate.url().startsWith('devtools:'));
  // Newer than Playwright's list of commands.
  await browserSession?.send('Target.openDevTools' as never, { targetId: targetInfo.targetId } as never);
  const devtools = await opened;
  await until(() => extensionFrame(devtools, base), 'the devtools page of the extension');
  return devtools;
}

async function showPanel(devtools: Page, base: string): Promise<DrivenPanel> {
  const view = base + panelTitle;
  await until(() => devtools.evaluate<true | undefined>(showView(view)), 'the panel to be registered');
  const frame = await until(() => extensionFrame(devtools, base + panelPath), 'the panel');
  return {
    ...drivenDocument(frame),
    setTheme: (theme) => devtools.evaluate(setTheme(theme)),
    async resize(width, height) {
      // DevTools' own bars take their part.
      const size = () => frame.evaluate<[number, number]>('[innerWidth, innerHeight]');
      await devtools.setViewportSize({ width, height });
      const [widthLeft, heightLeft] = await size();
      await devtools.setViewportSize({ width: 2 * width - widthLeft, height: 2 * height - heightLeft });
    },
    press: (key) => devtools.keyboard.press(key),
    shownSource: () => devtools.evaluate<string | undefined>(shownSource),
    screenshot: async (path) => void (await (await frame.frameElement()).screenshot({ path })),
    close: () => devtools.close(),
  };
}

function extensionFrame(devtools: Page, urlPrefix: string): Frame | undefined {
  return devtools.frames().find((frame) => frame.url().startsWith(urlPrefix));
}

// The expressions below use DevTools' own modules, which must not be imported before DevTools has started. They
// are text, because a test runner rewrites the imports of functions.

function showView(view: string): string {
  return `(async () => {
    const views = (await import('./ui/legacy/legacy.js')).ViewManager.ViewManager.instance();
    if (!views.views.has(${JSON.stringify(view)})) return undefined;
    await views.showView(${JSON.stringify(view)});
    return true;
  })()`;
}

function setTheme(theme: Theme): string {
  return `(async () => {
    const settings = (await import('./core/common/common.js')).Settings.Settings.instance();
    settings.moduleSetting('ui-theme').set(${JSON.stringify(theme === 'dark' ? 'dark' : 'default')});
  })()`;
}

const shownSource = `(async () => {
  const views = (await import('./ui/legacy/legacy.js')).ViewManager.ViewManager.instance();
  if (!views.isViewVisible('sources')) return undefined;
  const { SourcesPanel } = await import('./panels/sources/sources.js');
  const view = SourcesPanel.SourcesPanel.instance().sourcesView();
  const editor = view.currentSourceFrame()?.textEditor;
  const file = view.currentUISourceCode();
  if (!file || !editor) return undefined;
  const { doc, selection } = editor.state;
  return file.url() + ':' + doc.lineAt(selection.main.head).number;
})()`;
