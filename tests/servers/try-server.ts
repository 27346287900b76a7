import type { Browser, Page } from 'playwright';
import { partText } from '../../src/fix/recipes/recipe.ts';
import { serverRecipe } from '../../src/fix/recipes/registry.ts';
import { allowedOrigin, call, openPage, pagePorts, type Seen } from './browser-session.ts';
import { observedPolicy } from './observed-policy.ts';
import { prepare, type Running, start } from './processes.ts';
import type { Places, ServerUnderTest } from './server-under-test.ts';

/** What went wrong, a sentence each; empty where all went well. */
export type Faults = string[];

/** Starts the real server without CORS, sees it blocked, puts the recipe in, sees it allowed, and a foreign origin still blocked. */
export async function tryServer(server: ServerUnderTest, places: Places, browser: Browser): Promise<Faults> {
  const api = `http://localhost:${places.port}`;
  const faults: Faults = [];
  const upstream = server.isProxy ? await startPlainApi(places) : null;
  try {
    const bare = await startServer(server, places, null);
    try {
      faults.push(...(await withoutRecipe(browser, api)));
    } finally {
      await bare.stop();
    }
    const policy = await policyOf(server, places, api);
    const parts = serverRecipe(server.id, policy).parts.map(partText);
    const running = await startServer(server, places, parts);
    try {
      faults.push(...(await withRecipe(browser, api)));
      faults.push(...(await fromForeignOrigin(browser, api)));
      if (upstream !== null) {
        await upstream.stop();
        faults.push(...(await whenTheApplicationIsDown(browser, api)));
      }
    } finally {
      await running.stop();
    }
  } finally {
    await upstream?.stop();
  }
  return faults;
}

async function policyOf(server: ServerUnderTest, places: Places, api: string) {
  const bare = await startServer(server, places, null);
  try {
    return await observedPolicy(api, allowedOrigin);
  } finally {
    await bare.stop();
  }
}

function startServer(server: ServerUnderTest, places: Places, parts: readonly string[] | null): Promise<Running> {
  const setup = server.setup(places, parts);
  prepare(places.folder, setup);
  return start(places.folder, setup, places.port);
}

export function startPlainApi(places: Places): Promise<Running> {
  const folder = `${places.folder}-upstream`;
  const script = new URL('./plain-api.mjs', import.meta.url).pathname;
  const setup = { files: {}, command: ['node', script, String(places.upstream)] };
  prepare(folder, setup);
  return start(folder, setup, places.upstream);
}

async function inPage<T>(browser: Browser, port: number, look: (page: Page) => Promise<T>): Promise<T> {
  const page = await openPage(browser, `http://localhost:${port}/`);
  try {
    return await look(page);
  } finally {
    await page.context().close();
  }
}

export const get = (page: Page, url: string) => call(page, { url, method: 'GET', credentials: 'include' });
export const put = (page: Page, url: string) => call(page, { url, method: 'PUT', credentials: 'include' });

export function expectSeen(what: string, seen: Seen, status: number, body?: string): Faults {
  if (seen.status === null) return [`${what} was blocked`];
  if (seen.status !== status) return [`${what} gave ${seen.status} in place of ${status}`];
  if (body !== undefined && !seen.body.replaceAll(' ', '').includes(body)) return [`${what} gave ${seen.body}`];
  return [];
}

function expectBlocked(what: string, seen: Seen): Faults {
  return seen.status === null ? [] : [`${what} was not blocked: ${seen.status}`];
}

async function withoutRecipe(browser: Browser, api: string): Promise<Faults> {
  const answer = await fetch(`${api}/api/items`);
  const working = answer.status === 200 ? [] : [`the server itself does not work: ${answer.status}`];
  return inPage(browser, pagePorts.allowed, async (page) => [
    ...working,
    ...expectBlocked('GET without the recipe', await get(page, `${api}/api/items`)),
    ...expectBlocked('PUT without the recipe', await put(page, `${api}/api/items/1`)),
  ]);
}

async function withRecipe(browser: Browser, api: string): Promise<Faults> {
  return inPage(browser, pagePorts.allowed, async (page) => {
    const items = await get(page, `${api}/api/items`);
    return [
      ...expectSeen('GET', items, 200, '"cookie":true'),
      ...(items.total === '3' ? [] : ['the header X-Total was not exposed']),
      ...expectSeen('PUT', await put(page, `${api}/api/items/1`), 200, '"name":"new"'),
      ...expectSeen('an unknown path', await get(page, `${api}/api/nothing`), 404),
      ...expectSeen('an error', await get(page, `${api}/api/error`), 500),
      ...(await variesByOrigin(api)),
    ];
  });
}

/** Else a cache could hand an answer for one origin to another. */
async function variesByOrigin(api: string): Promise<Faults> {
  const requests = [
    { who: 'no origin', headers: {} },
    { who: 'a foreign origin', headers: { Origin: 'http://other.test' } },
  ];
  const faults = requests.map(async ({ who, headers }) => {
    const answer = await fetch(`${api}/api/items`, { headers });
    return /\borigin\b/i.test(answer.headers.get('vary') ?? '') ? [] : [`Vary: Origin is missing where ${who} asks`];
  });
  return (await Promise.all(faults)).flat();
}

async function fromForeignOrigin(browser: Browser, api: string): Promise<Faults> {
  return inPage(browser, pagePorts.foreign, async (page) => [
    ...expectBlocked('GET from a foreign origin', await get(page, `${api}/api/items`)),
    ...expectBlocked('PUT from a foreign origin', await put(page, `${api}/api/items/1`)),
  ]);
}

async function whenTheApplicationIsDown(browser: Browser, api: string): Promise<Faults> {
  return inPage(browser, pagePorts.allowed, async (page) => {
    const seen = await get(page, `${api}/api/items`);
    return seen.status === null ? ["the proxy's own error answer was blocked"] : [];
  });
}
