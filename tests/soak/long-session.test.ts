import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Keeper } from '../../src/devtools/keeper.ts';
import { ObservationLog, requestCapacity } from '../../src/devtools/observation-log.ts';
import { ExchangeLog } from '../../src/exchange/fold.ts';
import type { Observation, RequestObservation } from '../../src/exchange/observation.ts';
import { RecordJoin } from '../../src/exchange/recorded/join.ts';
import type { KeeperMessage } from '../../src/messages.ts';
import { isOpen, pathOf } from '../e2e/capture/deadly-burst.ts';
import { megabytes } from './megabytes.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const hour = 3_600_000;

/** Bytes of live objects, after a collection. */
function liveBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

/** Two kB of text that shares no memory with any other. */
function textOf(index: number): string {
  return Buffer.alloc(2_000, `${index}.`).toString('latin1');
}

/** Twenty requests a second, each with 2 kB of headers. */
function* secondOfRequests(second: number): Generator<RequestObservation> {
  for (let index = 0; index < 20; index++) {
    const sighting = {
      requestId: `${second}-${index}`,
      tabId: 1,
      frameId: 0,
      documentId: 'document',
      url: `https://api.test/${second}/${index}`,
      method: 'GET',
      type: 'xmlhttprequest',
      initiator: { origin: 'https://app.test', url: null },
      at: second * 1_000 + index,
    };
    yield { ...sighting, kind: 'started' };
    const headers = [['x', textOf(second * 20 + index)]] as const;
    yield { ...sighting, kind: 'response-headers', status: 200, statusText: 'OK', headers };
    yield { ...sighting, kind: 'completed', fromCache: false, readable: true };
  }
}

function fold(observations: readonly Observation[]): ExchangeLog {
  const log = new ExchangeLog();
  log.add(observations);
  return log;
}

test('an hour of twenty requests a second stays within the cap, keeps the newest, and says what was dropped', () => {
  const told: KeeperMessage[] = [];
  const channel = {
    postMessage: (message: KeeperMessage) => void (message.kind === 'state' && told.push(message)),
    addEventListener() {},
  };
  const log = new ObservationLog();
  const keeper = new Keeper(channel, () => {}, new RecordJoin({ tabId: 1, tellsRefusals: true }), log);
  keeper.setConnected(true);
  const before = liveBytes();
  let most = 0;
  for (let second = 0; second < hour / 1_000; second++) {
    for (const observation of secondOfRequests(second)) keeper.observe(observation);
    vi.advanceTimersByTime(1_000);
    if (second % 60 === 0) most = Math.max(most, log.observations.length);
  }
  const grown = liveBytes() - before;
  console.log(
    `an hour: ${log.observations.length / 3} requests kept of ${20 * 3_600}, at most ${requestCapacity}; ${log.dropped} events dropped; memory ${megabytes(before)} before, ${megabytes(grown)} more after`,
  );
  // Kept, it is 81 MB, the same each time; all of the hour would be 288 MB.
  expect(grown).toBeLessThan(160_000_000);
  const { exchanges } = fold(log.observations);
  const all = Array.from({ length: 20 * 3_600 }, (_, index) => `/${Math.floor(index / 20)}/${index % 20}`);
  expect(exchanges.map(pathOf)).toEqual(all.slice(-exchanges.length));
  expect(exchanges.filter(isOpen)).toEqual([]);
  const last = log.observations.at(-1);
  expect(most).toBeLessThanOrEqual(3 * (requestCapacity + 1));
  expect(last && 'requestId' in last && last.requestId).toBe(`${hour / 1_000 - 1}-19`);
  expect(log.dropped).toBe(3 * 20 * 3_600 - log.observations.length);
  expect(told.at(-1)).toMatchObject({ state: { dropped: log.dropped } });
});
