import type { Har } from 'har-format';
import { chromium, type Page } from 'playwright';
import { findChromium } from '../../../scripts/find-browsers.ts';
import { until } from '../../browsers/until.ts';
import { openVirtualDisplay } from '../../browsers/virtual-display.ts';
import { findMiniBrowser, readConsole } from '../mini-browser.ts';
import { classOfWebkitMessage } from '../webkit-messages.ts';
import type { Recording, Said } from './recording.ts';

const inspector = '127.0.0.1:26191';

/**
 * What Safari's Web Inspector writes: the one of WebKitGTK, which is the same code. WebKit serves it as a web page, which
 * runs in Chromium here and inspects the page in WebKit.
 */
export async function recordWebInspector(page: string, ids: readonly string[]): Promise<Recording> {
  const program = findMiniBrowser();
  if (program === undefined) throw new Error("WebKit's MiniBrowser is missing.");
  const display = await openVirtualDisplay();
  const said: Said[] = [];
  let scenario = '';
  const marker = (word: string) => `console.log('LAB ' + ${word})`;
  const take = (message: string): boolean => {
    const mark = /LAB ([\w-]+)$/.exec(message)?.[1];
    const reason = mark === undefined ? classOfWebkitMessage(message) : null;
    if (reason !== null) said.push({ scenario, reason });
    scenario = mark ?? scenario;
    return mark === 'ARCHIVED';
  };
  const environment = { ...process.env, DISPLAY: display.name, WEBKIT_INSPECTOR_HTTP_SERVER: inspector };
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const reading = readConsole(program, page, environment, take);
    // Playwright puts in texts of code, which the page's policy forbids.
    const frontend = await browser.newPage({ bypassCSP: true });
    await frontend.goto(await until(addressOfFrontend, 'the inspector of the page'));
    await frontend.waitForFunction('globalThis.WI?.networkManager?.mainFrame?.url');
    const ran = `(async () => { for (const id of ${JSON.stringify(ids)}) { ${marker('id')}; await playground.run(id); } })()`;
    await evaluateInPage(frontend, ran);
    const har = await frontend.evaluate<Har>(archive);
    // Which ends WebKit, so that nobody answers.
    void evaluateInPage(frontend, `(async () => { ${marker("'ARCHIVED'")} })()`).catch(() => {});
    await reading;
    return { har, said };
  } finally {
    await browser.close();
    await display.close();
  }
}

/** WebKit lists what can be inspected, in a page of HTML. */
async function addressOfFrontend(): Promise<string | undefined> {
  const list = await fetch(`http://${inspector}/`).then(
    (answer) => answer.text(),
    () => '',
  );
  const path = /Main\.html\?ws=' \+ window\.location\.host \+ '([^']+)'/.exec(list)?.[1];
  return path === undefined ? undefined : `http://${inspector}/Main.html?ws=${inspector}${path}`;
}

/** As the console of the inspector does; waits for the promise. */
async function evaluateInPage(frontend: Page, expression: string): Promise<void> {
  const code = `WI.mainTarget.RuntimeAgent.evaluate.invoke({ expression: ${JSON.stringify(expression)} })
    .then(({ result }) => WI.mainTarget.RuntimeAgent.awaitPromise(result.objectId))
    .then(({ wasThrown }) => { if (wasThrown) throw new Error('the page threw'); })`;
  await frontend.evaluate(code);
}

/** What the network tab's own button saves, without the bodies: of a request that failed, the promise of one stays open. */
const archive = `(() => {
  WI.showNetworkTab();
  const { contentBrowser } = WI.tabBrowser.selectedTabContentView;
  const resources = contentBrowser.currentContentView._HARResources();
  for (const resource of resources) resource.requestContent = async () => null;
  return WI.HARBuilder.buildArchive(resources);
})()`;
