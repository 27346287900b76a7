import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { matchTiming } from '../../../src/devtools/match-timing.ts';
import { OutcomesByTiming } from '../../../src/devtools/outcomes-by-timing.ts';
import { readTiming, type TimingEntry } from '../../../src/devtools/timing-entry.ts';
import type { RequestObservation, RequestSighting } from '../../../src/exchange/observation.ts';
import { api, completed, failed, observe, requestHeaders, started } from '../exchange/observe.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

const answered = { ...completed, readable: false };
const withOrigin = requestHeaders([['Origin', 'https://app.test']], false);
const preflightHeaders = requestHeaders([
  ['Origin', 'https://app.test'],
  ['Access-Control-Request-Method', 'PUT'],
]);

/** A page that answers with these entries, and what passes on the way to the log. */
function open(entries: TimingEntry[]) {
  const passed: RequestObservation[] = [];
  const questions: (readonly string[])[] = [];
  const outcomes = new OutcomesByTiming(
    (observation) => passed.push(observation),
    async (_frameId, urls) => {
      questions.push(urls);
      return entries;
    },
  );
  return {
    outcomes,
    questions,
    statuses: () => passed.flatMap((one) => (one.kind === 'completed' ? [one.timingStatus ?? null] : [])),
    request(id: string, sighting: Partial<RequestSighting> = {}, headers = withOrigin) {
      outcomes.observe(observe(id, started, sighting));
      outcomes.observe(observe(id, headers, sighting));
      outcomes.observe(observe(id, answered, { ...sighting, at: 1_010 }));
    },
  };
}

function entry(status: number, startedAt = 998, endedAt = 1_012, url = api): TimingEntry {
  return { url, startedAt, endedAt, status };
}

test.each([
  { name: '200 where the page may read the answer', status: 200 },
  { name: '0 where it may not', status: 0 },
])('the end of a request brings the page’s own status: $name', async ({ status }) => {
  const { request, statuses } = open([entry(status)]);
  request('1');
  expect(statuses()).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(statuses()).toEqual([status]);
});

test('an entry that comes late is waited for', async () => {
  const entries: TimingEntry[] = [];
  const { request, statuses } = open(entries);
  request('1');
  await vi.advanceTimersByTimeAsync(100);
  entries.push(entry(200));
  await vi.advanceTimersByTimeAsync(100);
  expect(statuses()).toEqual([200]);
});

test('without an entry the end passes after a second', async () => {
  const { request, statuses, questions } = open([]);
  request('1');
  await vi.advanceTimersByTimeAsync(999);
  expect(statuses()).toEqual([]);
  await vi.advanceTimersByTimeAsync(101);
  expect(statuses()).toEqual([null]);
  expect(questions).toHaveLength(4);
});

test('a page that never answers, as at a breakpoint, delays an end no more than it must', async () => {
  const passed: string[] = [];
  const outcomes = new OutcomesByTiming(
    ({ kind }) => passed.push(kind),
    () => new Promise(() => {}),
  );
  for (const told of [started, withOrigin, answered]) outcomes.observe(observe('1', told));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(passed).toEqual(['started', 'request-headers', 'completed']);
});

test('one question asks for all that have ended, each address once', async () => {
  const { request, questions } = open([]);
  request('1', { url: 'https://api.test/a' });
  request('2', { url: 'https://api.test/a' });
  request('3', { url: 'https://api.test/b' });
  await vi.advanceTimersByTimeAsync(50);
  expect(questions).toEqual([['https://api.test/a', 'https://api.test/b']]);
});

test('each frame is asked about its own requests', async () => {
  const passed: RequestObservation[] = [];
  const asked: number[] = [];
  const outcomes = new OutcomesByTiming(
    (observation) => passed.push(observation),
    async (frameId) => {
      asked.push(frameId);
      return [entry(frameId === 7 ? 0 : 200)];
    },
  );
  for (const frameId of [0, 7]) {
    for (const told of [started, withOrigin, answered]) outcomes.observe(observe(`${frameId}`, told, { frameId }));
  }
  await vi.advanceTimersByTimeAsync(50);
  expect(asked).toEqual([0, 7]);
  expect(passed.flatMap((one) => (one.kind === 'completed' ? [[one.frameId, one.timingStatus]] : []))).toEqual([
    [0, 200],
    [7, 0],
  ]);
});

test('a request that was redirected is named by its first address', async () => {
  const { outcomes, statuses } = open([entry(200)]);
  outcomes.observe(observe('1', started));
  outcomes.observe(observe('1', withOrigin));
  outcomes.observe(observe('1', started, { url: 'https://api.test/moved' }));
  outcomes.observe(observe('1', answered, { url: 'https://api.test/moved', at: 1_010 }));
  await vi.advanceTimersByTimeAsync(50);
  expect(statuses()).toEqual([200]);
});

test('an entry belongs to one request: the next of the same address waits for its own', async () => {
  const entries = [entry(0)];
  const { request, statuses, outcomes } = open(entries);
  request('1');
  await vi.advanceTimersByTimeAsync(50);
  outcomes.observe(observe('2', started, { at: 1_020 }));
  outcomes.observe(observe('2', withOrigin));
  outcomes.observe(observe('2', answered, { at: 1_030 }));
  await vi.advanceTimersByTimeAsync(50);
  expect(statuses()).toEqual([0]);
  entries.push(entry(200, 1_018, 1_031));
  await vi.advanceTimersByTimeAsync(150);
  expect(statuses()).toEqual([0, 200]);
});

describe('nothing is asked, and nothing held, where the page has nothing to tell', () => {
  test.each([
    { name: 'a preflight', headers: preflightHeaders, sighting: { method: 'OPTIONS' } },
    { name: 'a request without CORS', headers: requestHeaders([]), sighting: {} },
    { name: 'what has no tab', headers: withOrigin, sighting: { tabId: -1 } },
  ])('$name', async ({ headers, sighting }) => {
    const { request, statuses, questions } = open([entry(200)]);
    request('1', sighting, headers);
    expect(statuses()).toEqual([null]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(questions).toEqual([]);
  });

  test('a worker, which is told from a document where the browser names documents', async () => {
    const { request, statuses } = open([]);
    request('1', { documentId: 'd' });
    await vi.advanceTimersByTimeAsync(1_500);
    request('2', { documentId: null });
    expect(statuses()).toEqual([null, null]);
  });

  test.each([
    { name: 'fetch(), of which only the readable ends like this', names: ['Referer', 'Origin'], readable: true },
    { name: 'XMLHttpRequest, which tells nothing by its end', names: ['Origin', 'Referer'], readable: false },
    { name: 'one that hides its referrer, and is not known by that', names: ['Origin'], readable: false },
  ])('a worker’s $name', ({ names, readable }) => {
    const passed: RequestObservation[] = [];
    const outcomes = new OutcomesByTiming(
      (observation) => passed.push(observation),
      async () => [],
    );
    outcomes.observe(observe('document', started, { documentId: 'd' }));
    const headers = requestHeaders(names.map((name) => [name, 'https://app.test']));
    for (const told of [started, headers, answered]) outcomes.observe(observe('1', told));
    expect(passed.at(-1)).toMatchObject({ kind: 'completed', readable });
  });

  test('a request that failed', () => {
    const { outcomes, questions } = open([]);
    for (const told of [started, withOrigin, failed]) outcomes.observe(observe('1', told));
    vi.advanceTimersByTime(1_000);
    expect(questions).toEqual([]);
  });
});

test('when the page goes away, what it held goes on without it', async () => {
  const { request, statuses, outcomes } = open([entry(200)]);
  request('1');
  outcomes.release();
  expect(statuses()).toEqual([null]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(statuses()).toEqual([null]);
});

test.each([
  { name: 'each takes the nearest', entries: [entry(200, 1_000, 1_010), entry(0, 1_100, 1_110)], statuses: [200, 0] },
  {
    name: 'in whatever order they come',
    entries: [entry(0, 1_100, 1_110), entry(200, 1_000, 1_010)],
    statuses: [200, 0],
  },
  { name: 'one entry goes to the nearer request', entries: [entry(0, 1_098, 1_112)], statuses: [undefined, 0] },
  { name: 'what is too far away is another’s', entries: [entry(0, 5_000, 5_010)], statuses: [undefined, undefined] },
  {
    name: 'another address is another’s',
    entries: [entry(0, 1_000, 1_010, `${api}?2`)],
    statuses: [undefined, undefined],
  },
])('two requests of one address: $name', ({ entries, statuses }) => {
  const requests = [
    { url: api, startedAt: 1_000, endedAt: 1_010 },
    { url: api, startedAt: 1_100, endedAt: 1_110 },
  ];
  const matches = matchTiming(requests, entries);
  expect(requests.map((request) => matches.get(request)?.status)).toEqual(statuses);
});

test.each([
  { name: 'nothing', answer: undefined },
  { name: 'no list', answer: { length: 1, 0: [api, 1, 1, 200] } },
  { name: 'text for times', answer: [[api, '1', '1', 200]] },
  { name: 'no status', answer: [[api, 1, 1]] },
  { name: 'a status of another kind', answer: [[api, 1, 1, '200']] },
  {
    name: 'a status that no server can send',
    answer: [
      [api, 1, 1, 1e9],
      [api, 1, 1, -1],
      [api, 1, 1, 200.5],
    ],
  },
  { name: 'endless times', answer: [[api, Number.POSITIVE_INFINITY, 1, 200]] },
  { name: 'things that are no entries', answer: [null, 7, 'x', {}] },
])('a page that answers with $name told nothing', ({ answer }) => {
  expect(readTiming(answer)).toEqual([]);
});

test('of an answer without end, a part is read', () => {
  expect(readTiming(Array.from({ length: 50_000 }, () => [api, 1, 1, 200]))).toHaveLength(1_000);
});
