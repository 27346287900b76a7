import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Keeper } from '../../src/devtools/keeper.ts';
import { ObservationLog, requestCapacity } from '../../src/devtools/observation-log.ts';
import type { RequestObservation } from '../../src/exchange/observation.ts';
import { RecordJoin } from '../../src/exchange/recorded/join.ts';
import type { KeeperMessage } from '../../src/messages.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const hour = 3_600_000;

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
    yield { ...sighting, kind: 'response-headers', status: 200, statusText: 'OK', headers: [['x', 'v'.repeat(2_000)]] };
    yield { ...sighting, kind: 'completed', fromCache: false, readable: true };
  }
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
  let most = 0;
  for (let second = 0; second < hour / 1_000; second++) {
    for (const observation of secondOfRequests(second)) keeper.observe(observation);
    vi.advanceTimersByTime(1_000);
    if (second % 60 === 0) most = Math.max(most, log.observations.length);
  }
  const last = log.observations.at(-1);
  expect(most).toBeLessThanOrEqual(3 * (requestCapacity + 1));
  expect(last && 'requestId' in last && last.requestId).toBe(`${hour / 1_000 - 1}-19`);
  expect(log.dropped).toBe(3 * 20 * 3_600 - log.observations.length);
  expect(told.at(-1)).toMatchObject({ state: { dropped: log.dropped } });
});
