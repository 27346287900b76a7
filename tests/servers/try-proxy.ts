import type { Browser, Page } from 'playwright';
import { proxyPlan } from '../../src/fix/recipes/dev-proxies/proxy-plan.ts';
import { proxyRecipe } from '../../src/fix/recipes/dev-proxies/proxy-registry.ts';
import { partText } from '../../src/fix/recipes/recipe.ts';
import { allowedOrigin, call, openPage, pagePorts } from './browser-session.ts';
import { observedPolicy } from './observed-policy.ts';
import { prepare, start } from './processes.ts';
import type { Places, ProxyUnderTest } from './server-under-test.ts';
import { expectSeen, type Faults, startPlainApi } from './try-server.ts';

/** Starts the real proxy with the recipe: the page is blocked at the API itself, and gets through by the proxy. */
export async function tryProxy(proxy: ProxyUnderTest, places: Places, browser: Browser): Promise<Faults> {
  const upstream = await startPlainApi(places);
  try {
    const origin = proxy.standsAlone ? allowedOrigin : `http://localhost:${places.port}`;
    const policy = await observedPolicy(`http://localhost:${places.upstream}`, origin);
    const plan = proxyPlan(policy, origin, places.port);
    if (plan === null) return ['there is no plan'];
    const setup = proxy.setup(places, proxyRecipe(proxy.id, plan).parts.map(partText));
    prepare(places.folder, setup);
    const running = await start(places.folder, setup, places.port);
    try {
      return [...(await fromThePage(browser, proxy, places)), ...(await fromForeignOrigin(browser, proxy, places))];
    } catch (error) {
      return [`${error instanceof Error ? error.message : error}\n${running.log()}`];
    } finally {
      await running.stop();
    }
  } finally {
    await upstream.stop();
  }
}

async function fromThePage(browser: Browser, proxy: ProxyUnderTest, places: Places): Promise<Faults> {
  return inPage(browser, proxy.page(places), async (page) => {
    const credentials = proxy.noCredentials === undefined ? 'include' : 'same-origin';
    const get = (url: string) => call(page, { url, method: 'GET', credentials });
    const put = (url: string) => call(page, { url, method: 'PUT', credentials });
    const direct = `http://localhost:${places.upstream}`;
    const through = (path: string) => proxy.address(places, path);
    const blocked = await get(`${direct}/api/items`);
    return [
      ...(blocked.status === null ? [] : ['the API itself did not block']),
      ...expectSeen('GET', await get(through('/api/items')), 200, `"cookie":${credentials === 'include'}`),
      ...expectSeen('PUT', await put(through('/api/items/1')), 200, '"name":"new"'),
      ...expectSeen('an unknown path', await get(through('/api/nothing')), 404),
      ...expectSeen('an error', await get(through('/api/error')), 500),
    ];
  });
}

async function fromForeignOrigin(browser: Browser, proxy: ProxyUnderTest, places: Places): Promise<Faults> {
  return inPage(browser, `http://localhost:${pagePorts.foreign}/`, async (page) => {
    const address = proxy.address(places, '/api/items');
    const url = new URL(address, `http://localhost:${places.port}`).href;
    const credentials = proxy.noCredentials === undefined ? 'include' : 'same-origin';
    const seen = await call(page, { url, method: 'GET', credentials });
    const read = seen.status === 200;
    return read ? ['a foreign origin read the answer through the proxy'] : [];
  });
}

async function inPage(browser: Browser, url: string, look: (page: Page) => Promise<Faults>): Promise<Faults> {
  const page = await openPage(browser, url);
  try {
    return await look(page);
  } finally {
    await page.context().close();
  }
}
