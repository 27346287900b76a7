// Records what Chromium's webRequest and its DevTools tell of the same requests: `npx tsx tests/unit/exchange/recorded/record.ts`.
// It overwrites chromium.json, which the tests beside it replay.

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlayground } from '../../../../playground/server.js';
import type { EventDetails, EventName } from '../../../../src/capture/request-event.ts';
import { launchChromium } from '../../../browsers/chromium.ts';
import { until } from '../../../browsers/until.ts';

/** A scenario's run: the events of webRequest and the entries of DevTools, each in the order in which they were told. */
export interface RecordedRun {
  readonly events: readonly (readonly [EventName, EventDetails])[];
  readonly entries: readonly unknown[];
}

const scenarios = [
  ...['simple', 'credentials', 'xhr-credentials', 'preflighted', 'cached-preflight', 'authorization'],
  ...['preflight-repeated', 'missing-allow-origin', 'two-header-lines', 'wildcard-with-credentials'],
  ...['header-not-allowed', 'preflight-404', 'preflight-redirect', 'redirect', 'redirect-to-api', 'redirect-tainted'],
  ...['redirect-tainted-preflight', 'redirect-second-preflight', 'redirect-missing-allow-origin', 'redirect-to-app'],
  ...['redirect-mode-error', 'image-blocked', 'font', 'event-source', 'beacon', 'worker-blocked'],
  ...['connection-refused', 'connection-refused-preflight', 'connection-closed', 'aborted', 'corp-image', 'coep'],
];

/** A script in the page, as text. */
const twelve = `Promise.all(Array.from({ length: 12 }, (_, index) =>
  fetch('API/authorization/account?run=1', { method: 'GET', headers: { authorization: String(index) } })
    .then((response) => response.text())))`;

/** An extension that does nothing but keep what it is told. Its scripts may use nothing from here. */
function keepEvents(): void {
  const { webRequest, runtime } = (globalThis as unknown as { chrome: Chrome }).chrome;
  const kept = { events: [] as unknown[], entries: [] as unknown[] };
  Object.assign(globalThis, { take: () => ({ events: kept.events.splice(0), entries: kept.entries.splice(0) }) });
  const wanted: Record<string, string[]> = {
    onBeforeRequest: [],
    onSendHeaders: ['requestHeaders', 'extraHeaders'],
    onHeadersReceived: ['responseHeaders', 'extraHeaders'],
    onBeforeRedirect: ['extraHeaders'],
    onCompleted: ['responseHeaders', 'extraHeaders'],
    onErrorOccurred: ['extraHeaders'],
  };
  for (const [name, options] of Object.entries(wanted)) {
    const keep = (details: unknown) => kept.events.push([name, details]);
    webRequest[name]?.addListener(keep, { urls: ['http://*/*'] }, options);
  }
  runtime.onMessage.addListener((entry) => {
    if (typeof entry === 'object') kept.entries.push(entry); // a bare word only wakes the worker
  });
}

function sendEntries(): void {
  const { devtools, runtime } = (globalThis as unknown as { chrome: Chrome }).chrome;
  devtools.network.onRequestFinished.addListener((entry) => runtime.sendMessage(entry));
}

interface Chrome {
  readonly webRequest: Record<string, { addListener(keep: (details: unknown) => void, ...options: unknown[]): void }>;
  readonly runtime: {
    sendMessage(entry: unknown): void;
    onMessage: { addListener(keep: (entry: unknown) => void): void };
  };
  readonly devtools: { network: { onRequestFinished: { addListener(keep: (entry: unknown) => void): void } } };
}

async function buildExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'record-devtools-'));
  const manifest = {
    manifest_version: 3,
    name: 'Recorder',
    version: '1',
    permissions: ['webRequest'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'background.js' },
    devtools_page: 'devtools.html',
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'devtools.html'), '<!doctype html><script src="devtools.js"></script>');
  const script = (body: () => void) => `const __name = (it) => it; (${body})();`;
  await writeFile(join(folder, 'devtools.js'), script(sendEntries));
  await writeFile(join(folder, 'background.js'), script(keepEvents));
  return folder;
}

const playground = await startPlayground({ portBase: 27_100 });
const browser = await launchChromium(await buildExtension());
const page = await browser.openPage('about:blank');
await browser.openDevTools(page);
await page.goto(playground.url);

function take(): Promise<RecordedRun> {
  return browser.inBackground(() => (globalThis as unknown as { take(): RecordedRun }).take());
}

async function run(script: string): Promise<RecordedRun> {
  await take();
  await page.evaluate(async (text) => void (await new Function(`return ${text}`)()), script);
  const events: RecordedRun['events'][number][] = [];
  const entries: unknown[] = [];
  let rest = 0;
  await until(async () => {
    const more = await take();
    events.push(...more.events.filter(([, { type }]) => type !== 'main_frame' && type !== 'sub_frame').map(slimEvent));
    entries.push(...more.entries.map(slim));
    rest = more.events.length + more.entries.length > 0 ? 0 : rest + 1;
    return rest > 20 || undefined;
  }, script);
  return { events, entries };
}

const usedFields = [
  ...['requestId', 'url', 'method', 'type', 'tabId', 'frameId', 'timeStamp', 'initiator', 'documentId', 'statusCode'],
  ...['requestHeaders', 'responseHeaders', 'statusLine', 'redirectUrl', 'fromCache', 'error'],
];

function slimEvent([name, details]: RecordedRun['events'][number]): RecordedRun['events'][number] {
  const used = Object.entries(details).filter(([field]) => usedFields.includes(field));
  return [name, Object.fromEntries(used) as unknown as EventDetails];
}

/** Without what nobody reads: it is many times the rest. */
function slim(entry: unknown): unknown {
  const { request, response, ...rest } = entry as Record<string, Record<string, unknown>>;
  const without = (fields: Record<string, unknown> = {}, ...names: string[]) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
  return {
    ...without(rest, 'cache', 'connection', 'pageref', '_connectionId', 'serverIPAddress', '_priority'),
    request: without(request, 'cookies', 'queryString', 'postData', 'headersSize', 'bodySize'),
    response: without(response, 'cookies', 'content', 'headersSize', 'bodySize', '_transferSize'),
  };
}

const runs: Record<string, RecordedRun> = {};
await run('0'); // what the page itself loads
for (const id of scenarios) runs[id] = await run(`playground.run('${id}')`);
runs['twelve at once'] = await run(twelve.replace('API', playground.origins.api));
const recording = { browser: browser.name, page: playground.url, runs };
await writeFile(new URL('chromium.json', import.meta.url), `${JSON.stringify(recording)}\n`);
await browser.close();
await playground.close();
process.exit();
