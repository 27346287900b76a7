import { createServer, type Server } from 'node:http';
import { type Browser, chromium, type Page } from 'playwright';
import { findChromium } from '../../scripts/find-browsers.ts';

/** The two pages: one whose origin the recipe allows, one whose origin it does not. */
export const pagePorts = { allowed: 4600, foreign: 4601 } as const;

export const allowedOrigin = `http://localhost:${pagePorts.allowed}`;

/** What a page's script saw. `status` is null where `fetch` threw: blocked. */
export interface Seen {
  readonly status: number | null;
  readonly body: string;
  readonly total: string | null;
}

export interface Call {
  readonly url: string;
  readonly method: 'GET' | 'PUT';
  readonly credentials: 'include' | 'same-origin';
}

/** A page with a cookie for localhost, which goes to every port of it. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is for secure pages.
    document.cookie = 'session=1; path=/';
  });
  return page;
}

export function call(page: Page, request: Call): Promise<Seen> {
  return page.evaluate(async ({ url, method, credentials }) => {
    const put = { 'Content-Type': 'application/json', 'X-Requested-By': 'page' };
    try {
      const response = await fetch(url, {
        method,
        credentials,
        ...(method === 'PUT' ? { headers: put, body: JSON.stringify({ name: 'new' }) } : {}),
      });
      return { status: response.status, body: await response.text(), total: response.headers.get('x-total') };
    } catch {
      return { status: null, body: '', total: null };
    }
  }, request);
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
}

/** Serves an empty page at both origins. */
export async function servePages(): Promise<{ close(): void }> {
  const servers = await Promise.all(Object.values(pagePorts).map(listen));
  return { close: () => servers.forEach((server) => void server.close()) };
}

function listen(port: number): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>page</title>');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}
