import { expect, test } from 'vitest';
import type { HeaderLine } from '../../../../src/cors/header-list.ts';
import { matchRecords } from '../../../../src/exchange/recorded/match.ts';
import type { RecordedRequest } from '../../../../src/exchange/recorded/recorded-request.ts';
import { SeenHops } from '../../../../src/exchange/recorded/seen-hops.ts';
import { api, observe, requestHeaders, responseHeaders } from '../observe.ts';

function record(startedAt: number, headers: readonly HeaderLine[] = []): RecordedRequest {
  const at = { startedAt, answeredAt: startedAt + 90, endedAt: startedAt + 100 };
  const sent = { requestHeaders: headers, hasSentHeaders: headers.length > 0 };
  const request = { url: api, method: 'PUT', type: 'xmlhttprequest', ...sent };
  const answer = {
    status: 200,
    statusText: 'OK',
    responseHeaders: [],
    redirectedTo: null,
    fromCache: false,
    error: null,
  };
  return { ...at, ...request, ...answer, tellsErrors: true, isPreflight: false, stack: [], page: null, own: null };
}

test('of any number of requests to one address at once, each finds its record', () => {
  const seen = new SeenHops();
  for (let number = 0; number < 200; number += 1) seen.observe(observe(String(number), { kind: 'started' }));
  const records = Array.from({ length: 200 }, () => record(1_000));
  const hops = [...matchRecords(records, seen).values()];
  expect(new Set(hops.map(({ request }) => request.requestId)).size).toBe(200);
});

test('a request whose beginning was not heard is known by when it was answered', () => {
  const seen = new SeenHops();
  for (const [id, at] of [
    ['later', 1_190],
    ['earlier', 1_090],
  ] as const) {
    seen.observe(observe(id, responseHeaders(), { at }));
  }
  const records = [record(1_000), record(1_100)];
  const matches = matchRecords(records, seen);
  expect(records.map((each) => matches.get(each)?.request.requestId)).toEqual(['earlier', 'later']);
});

test('a request whose headers were heard gets the record that has them, though another fits better in time', () => {
  const seen = new SeenHops();
  seen.observe(observe('unknown', { kind: 'started' }, { at: 1_000 }));
  seen.observe(observe('known', { kind: 'started' }, { at: 1_010 }));
  seen.observe(observe('known', requestHeaders([['x-1', '1']]), { at: 1_020 }));
  const records = [record(1_000, [['x-1', '1']]), record(1_010, [['x-2', '2']])];
  const matches = matchRecords(records, seen);
  expect(records.map((each) => matches.get(each)?.request.requestId)).toEqual(['known', 'unknown']);
});
