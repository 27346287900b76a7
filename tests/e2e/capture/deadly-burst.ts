import { expect } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import type { ExchangeLog } from '../../../src/exchange/fold.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { BrowserDriver, DrivenPage } from '../../browsers/browser-driver.ts';
import { logOnce } from './read-log.ts';

/** A request of the burst: every second one is preflighted, every fifth one refused. */
export interface BurstRequest {
  readonly path: string;
  readonly method: 'GET' | 'PUT';
  readonly outcome: 'allowed' | 'blocked';
}

/** @param name part of every path, so that no burst meets another's requests */
export function burstRequests(name: string, count: number): BurstRequest[] {
  return Array.from({ length: count }, (_, index) => ({
    path: `/${index % 5 === 0 ? 'refuse' : 'allow'}/${name}/${index}`,
    method: index % 2 === 0 ? 'GET' : 'PUT',
    outcome: index % 5 === 0 ? 'blocked' : 'allowed',
  }));
}

/** How many requests of a burst are in flight at a time. */
export const mostInFlight = 12;

/** Makes the requests, each answered after so many milliseconds. */
export function makeBurst(
  page: DrivenPage,
  api: string,
  requests: readonly BurstRequest[],
  wait: number,
): Promise<void> {
  return page.evaluate(
    async (base, all, milliseconds, inFlight) => {
      let next = 0;
      const work = async () => {
        while (next < all.length) {
          const { path = '', method = '' } = all[next++] ?? {};
          await fetch(`${base}${path}?wait=${milliseconds}`, { method }).then(
            (response) => response.text(),
            () => null,
          );
        }
      };
      await Promise.all(Array.from({ length: inFlight }, work));
    },
    api,
    requests,
    wait,
    mostInFlight,
  );
}

/**
 * Ends the background again and again while something goes on, at moments as random as the seed.
 *
 * @param shortest milliseconds between two deaths; up to three times as many
 * @returns how often it died
 */
export async function killDuring(browser: BrowserDriver, work: Promise<void>, shortest: number): Promise<number> {
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

/** A small generator with a seed, so that a failure can be told again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export function pathOf({ hops: [hop] }: Exchange): string {
  return new URL(hop?.url ?? 'http://none/').pathname;
}

export function isOpen({ ending }: Exchange): boolean {
  return ending.kind === 'pending' || ending.kind === 'lost';
}

/**
 * Waits until each request of a burst stands in the log once, as it was. What the background missed is filled in when
 * DevTools' own record of it comes, a moment after its end.
 */
export async function wholeLogOnce(
  browser: BrowserDriver,
  page: DrivenPage,
  requests: readonly BurstRequest[],
): Promise<ExchangeLog> {
  const wanted = requests.map(({ path, method, outcome }) => line(path, method, outcome, method === 'PUT')).sort();
  let seen: string[] = [];
  try {
    return await logOnce(browser, page, 'each request of the burst as it was', (log) => {
      seen = linesOf(log, requests);
      return seen.join() === wanted.join();
    });
  } catch (error) {
    expect(seen).toEqual(wanted);
    throw error;
  }
}

function linesOf({ exchanges }: ExchangeLog, requests: readonly BurstRequest[]): string[] {
  const paths = new Set(requests.map(({ path }) => path));
  return exchanges
    .filter((exchange) => paths.has(pathOf(exchange)))
    .map((exchange) => {
      const { outcome, preflight } = judge(exchange, 'chromium');
      return line(pathOf(exchange), exchange.hops[0]?.method ?? '', outcome, preflight === 'sent');
    })
    .sort();
}

function line(path: string, method: string, outcome: string, isPreflighted: boolean): string {
  return `${method} ${path} ${outcome}${isPreflighted ? ', preflighted' : ''}`;
}
