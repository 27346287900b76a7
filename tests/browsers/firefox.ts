import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import type {
  BrowserDriver,
  DrivenDocument,
  DrivenPage,
  DrivenPanel,
  LaunchOptions,
  OwnVerdict,
  Travelling,
} from './browser-driver.ts';
import * as chromeScope from './firefox-chrome-scope.ts';
import { panelTitle } from './panel-title.ts';
import { arrived, expressionOf } from './travel.ts';
import { until } from './until.ts';

type Bidi = { connection: { send(method: string, params: object): Promise<{ result: BidiResult }> } };

interface BidiResult {
  readonly contexts: { readonly context: string }[];
  readonly type: 'success' | 'exception';
  readonly result: { readonly value: string };
  readonly exceptionDetails: { readonly text: string };
}

/** Firefox has what its own interface is made of within reach: prompts, the clipboard, the toolbox around the panel. */
export interface FirefoxDriver extends BrowserDriver {
  readonly inChromeScope: InChromeScope;
}

/** Runs a function in Firefox's own scope. */
type InChromeScope = <Arguments extends unknown[], Result>(
  body: Travelling<Arguments, Result>,
  ...values: Arguments
) => Promise<Result>;

/**
 * @param extension folder of the built extension
 */
export async function launchFirefox(extension: string, options: LaunchOptions = {}): Promise<FirefoxDriver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: options.headless ?? true,
    ...(options.profile !== undefined && { userDataDir: options.profile }),
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: ['-remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: {
      'network.dns.localDomains': (options.hosts ?? ['app.test', 'api.test']).join(','), // knows no wildcards
      'devtools.toolbox.host': options.dock ?? 'window',
      ...options.preferences,
    },
  });
  // Grants host permissions, not optional ones.
  const addonId = await browser.installExtension(resolve(extension));
  const inChromeScope = await openChromeScope(browser as unknown as Bidi);
  const { host, version } = await inChromeScope(chromeScope.start, addonId);
  const base = `moz-extension://${host}`;

  const documentAt = (place: chromeScope.Place): DrivenDocument =>
    drivenDocument((expression) => inChromeScope(chromeScope.evaluateIn, place, expression));

  async function openPage(url: string): Promise<DrivenPage> {
    const page = await browser.newPage();
    await page.bringToFront();
    const tabId = await inChromeScope(chromeScope.takeFrontTab);
    await page.goto(url);
    return {
      ...documentOf(page),
      tabId,
      goto: async (next) => void (await page.goto(next)),
      ownVerdicts: async () => (await inChromeScope(chromeScope.messagesOf, tabId)).map(ownVerdict),
      close: () => page.close(),
    };
  }

  async function openDevTools({ tabId }: DrivenPage) {
    await inChromeScope(chromeScope.openToolbox, tabId);
    const close = () => inChromeScope(chromeScope.closeToolbox, tabId);
    return { close, showPanel: () => showPanel(tabId, close) };
  }

  async function showPanel(tabId: number, close: () => Promise<void>): Promise<DrivenPanel> {
    const shown = async () => (await inChromeScope(chromeScope.showPanel, tabId, panelTitle)) || undefined;
    await until(shown, 'the panel');
    const place: chromeScope.Place = { kind: 'panel', id: tabId };
    const document = documentAt(place);
    let hasFocus = false;
    return {
      ...document,
      setTheme: (theme) => inChromeScope(chromeScope.setPreference, 'devtools.theme', theme),
      resize: (width, height) => inChromeScope(chromeScope.resizePanel, tabId, width, height),
      async press(key) {
        if (!hasFocus) await inChromeScope(chromeScope.focusPanel, tabId);
        hasFocus = true;
        await document.evaluate(markKeyUp);
        const isPanels = await inChromeScope(chromeScope.pressKey, tabId, key);
        // The panel is in another process, which gets the key later.
        if (isPanels) await document.waitFor('html[data-key-up]');
      },
      shownSource: null,
      screenshot: async (path) => writeFile(path, await inChromeScope(chromeScope.photograph, place), 'base64'),
      close,
    };
  }

  return {
    engine: 'firefox',
    inChromeScope,
    name: `Firefox ${version.split('.')[0]}`,
    openPage,
    openDevTools,
    openPanel: async (page) => (await openDevTools(page)).showPanel(),
    async openExtensionPage(path) {
      const id = await inChromeScope(chromeScope.openTab, `${base}/${path}`);
      const document = documentAt({ kind: 'tab', id });
      await until(async () => (await inChromeScope(chromeScope.hasLoaded, id, base)) || undefined, path);
      return { ...document, close: () => inChromeScope(chromeScope.closeTab, id) };
    },
    inBackground: (body, ...values) => documentAt({ kind: 'background' }).evaluate(body, ...values),
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    isBackgroundRunning: () => inChromeScope(chromeScope.isBackgroundRunning),
    async reloadExtension() {
      await inChromeScope(chromeScope.reloadExtension);
      await until(async () => (await inChromeScope(chromeScope.isBackgroundRunning)) || undefined, 'the background');
    },
    stopBackground: () => inChromeScope(chromeScope.stopBackground),
    pressMemory: () => inChromeScope(chromeScope.pressMemory),
    close: () => browser.close(),
  };
}

/** Has the document say, in an attribute, when the next key has come and gone. */
function markKeyUp(): void {
  const { dataset } = document.documentElement;
  delete dataset.keyUp;
  addEventListener('keyup', () => (dataset.keyUp = ''), { once: true, capture: true });
}

async function openChromeScope({ connection }: Bidi): Promise<InChromeScope> {
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts[0]?.context;
  return async (body, ...values) => {
    const { result } = await connection.send('script.evaluate', {
      expression: expressionOf(body, values),
      awaitPromise: true,
      target: { context },
    });
    if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
    return arrived(result.result.value);
  };
}

function documentOf(page: Page): DrivenDocument {
  return drivenDocument((expression) => page.evaluate(expression) as Promise<string>);
}

function drivenDocument(evaluateExpression: (expression: string) => Promise<string>): DrivenDocument {
  const evaluate: DrivenDocument['evaluate'] = async (body, ...values) =>
    arrived(await evaluateExpression(expressionOf(body, values)));
  const waitFor = async (selector: string) => {
    const present = () => evaluate((wanted) => document.querySelector(wanted) !== null, selector);
    await until(async () => (await present()) || undefined, selector);
  };
  return {
    evaluate,
    waitFor,
    async text(selector) {
      await waitFor(selector);
      return evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);
    },
    async click(selector) {
      await waitFor(selector);
      await evaluate((wanted) => {
        const element = document.querySelector<HTMLElement>(wanted);
        element?.scrollIntoView({ block: 'center' });
        element?.click();
      }, selector);
    },
  };
}

/** Where a message names the request's address: that of CORS, and those of the same-origin policy. */
const addresses = [/remote resource at ‘?(.*?)’?\. \(Reason: /, /may not load (?:data from|or link to) (.*?)\.?$/];

/** Categories that tell of a refusal by CORS, or by the request's mode. */
const refusals = /^(?:CORS(?!AllowHeaderFromPreflightDeprecation)|SOP)/;

/** "Cross-Origin Request Blocked: … the remote resource at URL. (Reason: … ‘PARAMETER’)." */
function ownVerdict({ category, errorMessage }: { category: string; errorMessage: string }): OwnVerdict {
  // A local file is refused for another reason than its origin.
  const isRefusal = refusals.test(category) && !errorMessage.includes('may not load or link to');
  return {
    url: addresses.map((pattern) => pattern.exec(errorMessage)?.[1]).find((url) => url !== undefined) ?? '',
    reason: isRefusal ? category : null,
    parameter: /‘([^’]*)’\)\.?\s*(?:Status code.*)?$/.exec(errorMessage)?.[1] ?? '',
    error: errorMessage,
  };
}
