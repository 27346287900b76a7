import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import type { BrowserDriver, DrivenPage } from '../../browsers/browser-driver.ts';
import { engineNames, launch } from '../../browsers/launch.ts';
import { api, type EchoServers, page as pageUrl, startEchoServers } from './echo-servers.ts';
import { logOnce } from './read-log.ts';

const requests = 300;

let servers: EchoServers;

beforeAll(async () => {
  servers = await startEchoServers();
});
afterAll(() => servers.close());

/** Numbered PUTs, twelve in flight. */
function burst(page: DrivenPage): Promise<void> {
  return page.evaluate(
    async (url, count) => {
      let next = 0;
      const work = async () => {
        while (next < count) {
          const number = next++;
          await fetch(`${url}/${number}?wait=20`, { method: 'PUT' });
        }
      };
      await Promise.all(Array.from({ length: 12 }, work));
    },
    api,
    requests,
  );
}

/** A small generator with a seed, so that a failure can be told again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

async function killDuring(browser: BrowserDriver, work: Promise<void>, shortest: number): Promise<number> {
  const random = randomFrom(1);
  let isOver = false;
  let kills = 0;
  void work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise((wake) => setTimeout(wake, shortest * (1 + 2 * random())));
    await browser.stopBackground();
    kills += 1;
  }
  await work;
  return kills;
}

describe.each(engineNames)('%s', (engine) => {
  let browser: BrowserDriver;
  let page: DrivenPage;

  beforeAll(async () => {
    browser = await launch(engine);
    page = await browser.openPage(pageUrl);
    await browser.openDevTools(page);
    await logOnce(browser, page, 'the keeper');
  });
  afterAll(() => browser.close());

  test(`a background that dies again and again during ${requests} requests loses none, or says when it did`, async () => {
    servers.arrived.length = 0;
    // Firefox's background needs longer to come back than Chromium's worker.
    const kills = await killDuring(browser, burst(page), engine === 'chromium' ? 20 : 400);
    const log = await logOnce(browser, page, 'the burst to be over', ({ exchanges }) => !exchanges.some(isPending));
    const shown = log.exchanges.map(({ hops: [hop] }) => new URL(hop?.url ?? '').pathname);
    const wasInGap = (at: number) => log.interruptions.some((gap) => gap.from - 50 <= at && at <= gap.at + 50);
    const missing = servers.arrived.filter(({ path }) => !shown.includes(path));
    const unfinished = log.exchanges.filter(({ ending }) => ending.kind === 'lost');
    console.log(
      `${browser.name}: ${kills} deaths, ${servers.arrived.length} requests, ${missing.length} not seen, ` +
        `${unfinished.length} with an unknown end, ${log.interruptions.length} gaps told`,
    );
    expect(kills).toBeGreaterThan(2);
    expect(servers.arrived).toHaveLength(requests);
    expect(new Set(shown).size).toBe(shown.length);
    expect(missing.filter(({ at }) => !wasInGap(at))).toEqual([]);
    expect(unfinished.filter(({ startedAt }) => !log.interruptions.some(({ at }) => startedAt <= at))).toEqual([]);
  });

  test('afterwards everything is recorded again', async () => {
    const before = (await logOnce(browser, page, 'the keeper')).exchanges.length;
    await burst(page);
    const { exchanges } = await logOnce(
      browser,
      page,
      `${requests} more`,
      (log) => log.exchanges.length === before + requests && !log.exchanges.some(isPending),
    );
    expect(exchanges.slice(before).filter(isIncomplete)).toEqual([]);
  });
});

function isPending({ ending }: Exchange): boolean {
  return ending.kind === 'pending';
}

function isIncomplete({ hops: [hop], ending }: Exchange): boolean {
  const hasEnded = ending.kind === 'completed' || ending.kind === 'answered';
  return !hasEnded || hop?.preflight?.response?.status !== 200 || hop.response?.status !== 200;
}
