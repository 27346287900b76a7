// Records what real browsers' webRequest events look like: `npx tsx tests/unit/capture/record-events.ts`.
// It overwrites recorded/chromium.json and recorded/firefox.json, which the tests beside it replay.

import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventDetails, EventName } from '../../../src/capture/request-event.ts';
import type { BrowserDriver } from '../../browsers/browser-driver.ts';
import { launchChromium } from '../../browsers/chromium.ts';
import { launchFirefox } from '../../browsers/firefox.ts';
import { until } from '../../browsers/until.ts';

export type RecordedEvent = readonly [name: EventName, details: EventDetails];

const page = 'http://localhost:4410';
const api = 'http://localhost:4411';
const other = 'http://localhost:4412';

/** What each scenario's page does; `done` is called when it is over. A script in a page, as text. */
const scenarios: Record<string, string> = {
  'preflighted PUT, allowed': `fetch('${api}/allow', { method: 'PUT', headers: { 'x-a': '1' } })`,
  'preflighted PUT, refused': `fetch('${api}/refuse', { method: 'PUT' })`,
  'simple GET, allowed': `fetch('${api}/allow')`,
  'simple GET, refused': `fetch('${api}/refuse')`,
  'GET redirected to a third origin': `fetch('${api}/redirect?to=${other}/allow')`,
  'preflighted PUT redirected to a third origin': `fetch('${api}/redirect?to=${other}/allow', { method: 'PUT' })`,
  'same-origin GET redirected to another origin': `fetch('/redirect?to=${api}/allow')`,
  'redirect that CORS refuses': `fetch('${api}/refused-redirect?to=${other}/allow')`,
  'preflight that is redirected': `fetch('${api}/redirected-preflight', { method: 'PUT' })`,
  'redirect that the page forbids': `fetch('${api}/redirect?to=${other}/allow', { redirect: 'error' })`,
  'no connection': `fetch('http://localhost:4419/')`,
  'no connection for a preflight': `fetch('http://localhost:4419/', { method: 'PUT' })`,
  'OPTIONS of the page itself': `fetch('${api}/allow', { method: 'OPTIONS' })`,
  'three requests at once': `Promise.all(['a', 'b', 'a'].map((name) =>
    fetch('${api}/allow', { method: 'PUT', headers: { ['x-' + name]: '1' } })))`,
  'sandboxed frame': `new Promise((done) => {
    addEventListener('message', done);
    const frame = document.createElement('iframe');
    frame.sandbox = 'allow-scripts';
    frame.srcdoc = "<script>fetch('${api}/allow').finally(() => parent.postMessage('done', '*'))</" + "script>";
    document.body.append(frame);
  })`,
  font: `new FontFace('f', 'url(${api}/allow)').load()`,
  'beacon with JSON': `(navigator.sendBeacon('${api}/allow', new Blob(['{}'], { type: 'application/json' })),
    new Promise((done) => setTimeout(done, 500)))`,
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', page);
  const isPreflight = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
  const cors = {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': '*',
    'access-control-allow-headers': 'x-a,x-b,content-type',
    'access-control-max-age': '0',
  };
  const redirects = pathname.includes('redirect') && (!isPreflight || pathname === '/redirected-preflight');
  const headers = {
    'content-type': 'text/html',
    ...(!pathname.includes('refuse') && cors),
    ...(redirects && { location: searchParams.get('to') ?? '/' }),
  };
  response.writeHead(redirects ? 302 : 200, headers).end('<!doctype html><title>x</title>');
}

/** An extension that does nothing but keep every event. It becomes one script, so it may use nothing from here. */
function keepEvents(): void {
  const { webRequest } = (globalThis as unknown as { browser: { webRequest: Record<string, KeptEvent> } }).browser;
  const seen: unknown[] = [];
  Object.assign(globalThis, { takeEvents: () => seen.splice(0) });
  const extra = 'EXTRA_HEADERS' in (webRequest.OnSendHeadersOptions ?? {}) ? ['extraHeaders'] : [];
  const wanted: Record<string, string[] | null> = {
    onBeforeRequest: null,
    onSendHeaders: ['requestHeaders', ...extra],
    onHeadersReceived: ['responseHeaders', ...extra],
    onBeforeRedirect: ['responseHeaders', ...extra],
    onCompleted: ['responseHeaders', ...extra],
    onErrorOccurred: null,
  };
  for (const [name, options] of Object.entries(wanted)) {
    const keep = (details: unknown) => seen.push([name, details]);
    webRequest[name]?.addListener(keep, { urls: ['http://*/*'] }, ...(options ? [options] : []));
  }
}

interface KeptEvent {
  addListener(keep: (details: unknown) => void, filter: object, options?: string[]): void;
}

async function buildExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'record-events-'));
  const manifest = {
    manifest_version: 3,
    name: 'Event recorder',
    version: '1',
    permissions: ['webRequest'],
    host_permissions: ['<all_urls>'],
    // Each browser takes its own and ignores the other.
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'event-recorder@example.test' } },
    devtools_page: 'devtools.html', // or Chromium gives no `browser`
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'devtools.html'), '<!doctype html>');
  await writeFile(join(folder, 'background.js'), `const __name = (it) => it; (${keepEvents})();`);
  return folder;
}

const usedFields = [
  ...['requestId', 'url', 'method', 'type', 'tabId', 'frameId', 'timeStamp', 'initiator', 'documentId', 'originUrl'],
  ...['documentUrl', 'requestHeaders', 'responseHeaders', 'statusCode', 'statusLine', 'redirectUrl', 'fromCache'],
  'error',
];

async function record(browser: BrowserDriver): Promise<Record<string, unknown>> {
  const recording: Record<string, unknown> = {};
  const driven = await browser.openPage(page);
  const take = () =>
    browser.inBackground(() => (globalThis as unknown as { takeEvents(): RecordedEvent[] }).takeEvents());
  for (const [name, script] of Object.entries(scenarios)) {
    await driven.goto(page);
    await take();
    const events: RecordedEvent[] = [];
    await driven.evaluate(
      (text) =>
        new Promise<void>((settle) => {
          Object.assign(globalThis, { settle });
          const element = document.createElement('script');
          element.textContent = `Promise.resolve(${text}).catch(() => {}).then(() => settle());`;
          document.body.append(element);
        }),
      script,
    );
    await until(async () => {
      events.push(
        ...(await take()).filter(([, { url, type }]) => type !== 'main_frame' && !url.endsWith('/favicon.ico')),
      );
      return isOver(events) || undefined;
    }, `the end of "${name}"`);
    recording[name] = events.map(([event, details]) => [
      event,
      Object.fromEntries(Object.entries(details).filter(([field]) => usedFields.includes(field))),
    ]);
  }
  return recording;
}

function isOver(events: readonly RecordedEvent[]): boolean {
  const open = new Set(events.map(([, { requestId }]) => requestId));
  for (const [name, { requestId }] of events) {
    if (name === 'onCompleted' || name === 'onErrorOccurred') open.delete(requestId);
  }
  return events.length > 0 && open.size === 0;
}

const servers = [page, api, other].map((origin) => createServer(answer).listen(Number(new URL(origin).port)));
const extension = await buildExtension();
for (const launch of [launchChromium, launchFirefox]) {
  const browser = await launch(extension);
  const recording = { browser: browser.name, scenarios: await record(browser) };
  const file = new URL(`recorded/${browser.engine}.json`, import.meta.url);
  await writeFile(file, `${JSON.stringify(recording, null, 1)}\n`);
  await browser.close();
}
for (const server of servers) server.close();
