import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright';
import { launchBrowser, pagePorts, servePages } from './browser-session.ts';
import { serversUnderTest } from './candidates.ts';
import { installServers } from './install.ts';
import { proxiesUnderTest } from './proxies/dev-proxies.ts';
import { type Result, table, writeDocument } from './results.ts';
import type { Places, ProxyUnderTest, ServerUnderTest } from './server-under-test.ts';
import { notRunProxies, notRunServers } from './servers/not-run.ts';
import { tryProxy } from './try-proxy.ts';
import { tryServer } from './try-server.ts';

const usage = `Usage: npm run test:servers -- [--install] [--only ID,ID...] [--write]
Starts real servers, sees a page blocked in real Chromium, puts the generated recipe in, and sees it allowed.
  --install  only installs the servers: from Debian with apt-get, the Node frameworks with npm
  --only     tries these recipes only
  --write    writes the table into docs/recipes.md; not with --only`;

const firstPort = 4610;
const home = new URL('.', import.meta.url).pathname;

/** Each one has ports and a folder of its own, so that nothing is left over from the one before. */
function placesOf(index: number, id: string): Places {
  const port = firstPort + 2 * index;
  const folder = `${home}.cache/${id}`;
  mkdirSync(folder, { recursive: true });
  return { port, upstream: port + 1, page: pagePorts.allowed, folder };
}

async function tryOne(
  kind: 'server' | 'proxy',
  candidate: ServerUnderTest | ProxyUnderTest,
  attempt: () => Promise<string[]>,
): Promise<Result> {
  const version = candidate.version();
  if (version === null)
    return { kind, id: candidate.id, version: null, outcome: 'not run', detail: 'not installed here' };
  const faults = await attempt().catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
  const outcome = faults.length === 0 ? 'works' : 'fails';
  console.log(`${outcome}: ${candidate.id} (${version})${faults.map((fault) => `\n  ${fault}`).join('')}`);
  return { kind, id: candidate.id, version, outcome, detail: '' };
}

async function tryAll(browser: Browser, only: readonly string[] | null): Promise<Result[]> {
  const results: Result[] = [];
  const isWanted = (id: string) => only === null || only.includes(id);
  for (const [index, server] of serversUnderTest.entries()) {
    if (!isWanted(server.id)) continue;
    results.push(await tryOne('server', server, () => tryServer(server, placesOf(index, server.id), browser)));
  }
  for (const [index, proxy] of proxiesUnderTest.entries()) {
    if (!isWanted(proxy.id)) continue;
    const places = placesOf(serversUnderTest.length + index, proxy.id);
    results.push(await tryOne('proxy', proxy, () => tryProxy(proxy, places, browser)));
  }
  const notRun = (kind: Result['kind']) => (each: { id: string; reason: string }) =>
    ({ kind, id: each.id, version: null, outcome: 'not run', detail: each.reason }) as const;
  return [...results, ...notRunServers.map(notRun('server')), ...notRunProxies.map(notRun('proxy'))].filter(({ id }) =>
    isWanted(id),
  );
}

async function main(options: readonly string[]): Promise<number> {
  const only = options.includes('--only') ? (options[options.indexOf('--only') + 1] ?? '').split(',') : null;
  const known = [...serversUnderTest, ...proxiesUnderTest, ...notRunServers, ...notRunProxies].map(
    ({ id }) => id as string,
  );
  const unknown = only?.filter((id) => !known.includes(id)) ?? [];
  if (unknown.length > 0 || options.includes('--help')) {
    console.log(unknown.length > 0 ? `Unknown: ${unknown.join(', ')}. Known: ${known.join(', ')}\n${usage}` : usage);
    return unknown.length > 0 ? 2 : 0;
  }
  if (options.includes('--install')) {
    const packages = [...new Set([...serversUnderTest, ...proxiesUnderTest].flatMap((each) => each.packages))];
    for (const missing of installServers(packages, home)) console.log(`Not installed: ${missing}.`);
    return 0;
  }
  const pages = await servePages();
  const browser = await launchBrowser();
  try {
    const results = await tryAll(browser, only);
    console.log(`\n${table(results)}`);
    if (only === null && options.includes('--write')) writeDocument(results);
    const outcomes = results.map(({ outcome }) => outcome);
    return outcomes.includes('works') && !outcomes.includes('fails') ? 0 : 1;
  } finally {
    await browser.close();
    pages.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
