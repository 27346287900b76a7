import { resolve } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Target } from 'puppeteer-core';
import { findChromium } from '../../scripts/find-browsers.ts';
import { panelPath, panelTitle } from '../browsers/panel-title.ts';
import { until as untilOnTime } from '../browsers/until.ts';
import { usedHeap } from '../browsers/used-heap.ts';

/** Whatever else the machine does: nothing here is judged by how long its preparation takes. */
const until: typeof untilOnTime = (probe, what) => untilOnTime(probe, what, 60_000);

export interface BenchSetup {
  /** Folder of the extension; null for none. */
  readonly extension: string | null;
  readonly devtools: 'closed' | 'open' | 'showing the panel';
}

/** A browser with one page, driven by bare commands: a driver that listens to the network would be measured with it. */
export interface BenchBrowser {
  readonly version: string;
  /** Runs an expression in the page, and waits for its promise. */
  inPage<T>(expression: string): Promise<T>;
  /** Runs an expression in the extension's panel. */
  inPanel<T>(expression: string): Promise<T>;
  /** Loads the panel anew, with a script that runs before its own. */
  reloadPanel(firstScript: string): Promise<void>;
  /** Bytes of live JavaScript objects in the extension's pages, after a collection. */
  heapOfExtension(): Promise<number>;
  /** Runs an expression in the extension's worker. */
  inWorker<T>(expression: string): Promise<T>;
  /** Opens a page of the extension that runs no code of it. */
  openExtensionPage(): Promise<{ evaluate<T>(expression: string): Promise<T>; stopWorker(): Promise<void> }>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

export async function launchBenchBrowser(url: string, { extension, devtools }: BenchSetup): Promise<BenchBrowser> {
  const folder = extension === null ? null : resolve(extension);
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    defaultViewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      ...(folder === null
        ? ['--disable-extensions']
        : [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`]),
    ],
  });
  const commands = await browser.target().createCDPSession();
  const { targetId } = await commands.send('Target.createTarget', { url });
  const page = await sessionOf(browser, (target) => target.type() === 'page' && target.url() === url);
  const evaluateInPage = <T>(expression: string) => evaluate<T>(page, expression);
  await until(
    async () => ((await evaluateInPage<string>('document.readyState')) === 'complete' ? true : undefined),
    url,
  );
  const base = folder === null ? null : `chrome-extension://${new URL((await workerOf(browser)).url()).host}`;
  let panel: CDPSession | null = null;
  if (devtools !== 'closed') {
    // Newer than Puppeteer's list of commands.
    await commands.send('Target.openDevTools' as never, { targetId } as never);
    const tools = await sessionOf(browser, (target) => target.url().startsWith('devtools:'));
    if (base !== null) await listens(browser);
    if (devtools === 'showing the panel' && base !== null) panel = await showPanel(browser, tools, base);
  }
  return {
    version: await browser.version(),
    inPage: evaluateInPage,
    inPanel: (expression) => (panel === null ? Promise.reject(new Error('no panel')) : evaluate(panel, expression)),
    async reloadPanel(firstScript) {
      if (panel === null) throw new Error('no panel');
      await panel.send('Page.enable');
      const { identifier } = await panel.send('Page.addScriptToEvaluateOnNewDocument', { source: firstScript });
      await evaluate(panel, 'void (globalThis.isOld = true, location.reload())');
      const session = panel;
      const isNew = async () =>
        (await evaluate<boolean>(session, 'globalThis.isOld !== true').catch(() => false)) ? true : undefined;
      await until(isNew, 'the panel to load anew');
      await panel.send('Page.removeScriptToEvaluateOnNewDocument', { identifier });
    },
    async heapOfExtension() {
      // All of them are in one process and share one heap: any of them tells it.
      const page = browser.targets().find((target) => base !== null && target.url().startsWith(`${base}/src/`));
      return page === undefined ? 0 : heapOf(page);
    },
    inWorker: async (expression) => evaluate(await (await workerOf(browser)).createCDPSession(), expression),
    async openExtensionPage() {
      const address = `${base}/manifest.json`;
      await commands.send('Target.createTarget', { url: address });
      const session = await sessionOf(browser, (target) => target.url() === address);
      const states = new Map<string, string>();
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        for (const { versionId, runningStatus } of versions) states.set(versionId, runningStatus);
      });
      await session.send('ServiceWorker.enable');
      // A page that is only just opening has no API yet.
      const isReady = 'globalThis.chrome?.runtime?.connect !== undefined';
      await until(async () => ((await evaluate<boolean>(session, isReady)) ? true : undefined), 'an extension page');
      return {
        evaluate: (expression) => evaluate(session, expression),
        async stopWorker() {
          await session.send('ServiceWorker.stopAllWorkers');
          // A call that comes before it is gone gets no answer.
          const isStopped = () => states.size > 0 && [...states.values()].every((state) => state === 'stopped');
          await until(() => (isStopped() ? true : undefined), 'the worker to stop');
        },
      };
    },
    async reload() {
      await evaluateInPage('void (globalThis.isOld = true)');
      await page.send('Page.reload');
      const isNew = 'globalThis.isOld !== true && document.readyState === "complete"';
      // While the page is replaced there is nothing to ask.
      await until(
        async () => ((await evaluateInPage<boolean>(isNew).catch(() => false)) ? true : undefined),
        'the reload',
      );
    },
    close: () => browser.close(),
  };
}

/** The worker of the extension listens only once DevTools have told it to. */
async function listens(browser: Browser): Promise<void> {
  const session = await (await workerOf(browser)).createCDPSession();
  // A worker that is only just starting has no API yet.
  const isHeard = 'Object.values(globalThis.chrome?.webRequest ?? {}).some((event) => event.hasListeners?.())';
  await until(async () => ((await evaluate<boolean>(session, isHeard)) ? true : undefined), 'the extension to listen');
  await session.detach();
}

async function showPanel(browser: Browser, tools: CDPSession, base: string): Promise<CDPSession> {
  const view = JSON.stringify(base + panelTitle);
  const shown = () =>
    evaluate<boolean>(
      tools,
      `(async () => {
        const views = (await import('./ui/legacy/legacy.js')).ViewManager.ViewManager.instance();
        if (!views.views.has(${view})) return false;
        await views.showView(${view});
        return true;
      })()`,
    );
  await until(async () => ((await shown()) ? true : undefined), 'the panel to be registered');
  return sessionOf(browser, (target) => target.url().startsWith(base + panelPath));
}

async function heapOf(target: Target): Promise<number> {
  const session = await target.createCDPSession();
  const size = await usedHeap(session);
  await session.detach();
  return size;
}

function workerOf(browser: Browser): Promise<Target> {
  return browser.waitForTarget((target) => target.type() === 'service_worker');
}

async function sessionOf(browser: Browser, isWanted: (target: Target) => boolean): Promise<CDPSession> {
  return (await browser.waitForTarget(isWanted)).createCDPSession();
}

async function evaluate<T>(session: CDPSession, expression: string): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
