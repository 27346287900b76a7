import { expect, test } from 'vitest';
import { foldObservations } from '../../../src/exchange/fold.ts';
import type { Observation } from '../../../src/exchange/observation.ts';
import { completed, failed, observe, preflight, requestHeaders, responseHeaders, started } from './observe.ts';

/** Which preflight each exchange got, oldest first; null for none. */
function pairs(observations: readonly Observation[]): [id: string, preflight: string | null][] {
  return foldObservations(observations).map(({ id, hops }) => [id, hops.at(-1)?.preflight?.requestId ?? null]);
}

const cases: { name: string; observations: Observation[]; pairs: [string, string | null][] }[] = [
  {
    name: 'first in, first out',
    observations: [observe('1', started), observe('2', started), ...preflight('p1', 'PUT'), ...preflight('p2', 'PUT')],
    pairs: [
      ['1', 'p1'],
      ['2', 'p2'],
    ],
  },
  {
    name: 'the method must be the one asked about',
    observations: [observe('1', started), observe('2', started, { method: 'DELETE' }), ...preflight('p', 'DELETE')],
    pairs: [
      ['1', null],
      ['2', 'p'],
    ],
  },
  {
    name: 'a fragment does not count',
    observations: [observe('1', started, { url: 'https://api.test/x#here' }), ...preflight('p', 'PUT')],
    pairs: [['1', 'p']],
  },
  {
    name: 'the type does not count: a beacon is a ping, its preflight something else',
    observations: [observe('1', started, { type: 'ping' }), ...preflight('p', 'PUT', { type: 'other' })],
    pairs: [['1', 'p']],
  },
  {
    name: 'another frame does not wait for it',
    observations: [observe('1', started, { frameId: 3 }), observe('2', started), ...preflight('p', 'PUT')],
    pairs: [
      ['1', null],
      ['2', 'p'],
    ],
  },
  {
    name: 'another document in the same frame does not wait for it',
    observations: [
      observe('1', started, { documentId: 'old' }),
      observe('2', started, { documentId: 'new' }),
      ...preflight('p', 'PUT', { documentId: 'new' }),
    ],
    pairs: [
      ['1', null],
      ['2', 'p'],
    ],
  },
  {
    name: 'another caller does not wait for it (Firefox: a worker beside its page)',
    observations: [
      observe('1', started, { initiator: { origin: 'https://app.test', url: 'https://app.test/' } }),
      observe('2', started, { initiator: { origin: 'https://app.test', url: 'https://app.test/worker.js' } }),
      ...preflight('p', 'PUT', { initiator: { origin: 'https://app.test', url: 'https://app.test/worker.js' } }),
    ],
    pairs: [
      ['1', null],
      ['2', 'p'],
    ],
  },
  {
    name: 'a request that went out waits no longer',
    observations: [
      observe('1', started),
      observe('1', requestHeaders()),
      observe('2', started),
      ...preflight('p', 'PUT'),
    ],
    pairs: [
      ['1', null],
      ['2', 'p'],
    ],
  },
  {
    name: 'a request whose headers are known but which did not go out still waits (Firefox)',
    observations: [observe('1', started), observe('1', requestHeaders([], false)), ...preflight('p', 'PUT')],
    pairs: [['1', 'p']],
  },
  {
    name: 'where the headers of the waiting are known, they must be the ones asked about (Firefox)',
    observations: [
      observe('1', started),
      observe('1', requestHeaders([['X-A', '1']], false)),
      observe('2', started),
      observe('2', requestHeaders([['X-B', '1']], false)),
      ...preflight('p', 'PUT', {}, 'x-b'),
    ],
    pairs: [
      ['1', null],
      ['2', 'p'],
    ],
  },
  {
    name: 'an OPTIONS of the page is no preflight',
    observations: [
      observe('1', started),
      observe('2', started, { method: 'OPTIONS' }),
      observe('2', requestHeaders(), { method: 'OPTIONS' }),
    ],
    pairs: [
      ['1', null],
      ['2', null],
    ],
  },
  {
    name: 'each hop of a redirect has a preflight of its own',
    observations: [
      observe('1', started),
      ...preflight('p1', 'PUT'),
      observe('1', requestHeaders()),
      observe('1', responseHeaders(307)),
      observe('1', { kind: 'redirected', to: 'https://other.test/' }),
      observe('1', started, { url: 'https://other.test/' }),
      ...preflight('p2', 'PUT', { url: 'https://other.test/' }),
    ],
    pairs: [['1', 'p2']],
  },
  {
    name: 'a preflight whose request was not seen stands alone',
    observations: preflight('p', 'PUT'),
    pairs: [['p', null]],
  },
  {
    name: 'a request whose beginning was missed claims its preflight when it fails',
    observations: [...preflight('p', 'PUT'), observe('1', failed)],
    pairs: [['1', 'p']],
  },
  {
    name: 'a request whose beginning was missed claims its preflight when it goes out',
    observations: [...preflight('p', 'PUT'), observe('1', requestHeaders())],
    pairs: [['1', 'p']],
  },
  {
    name: 'after a gap, a request that was lost sight of still waits',
    observations: [observe('1', started), { kind: 'interrupted', from: 1, at: 2 }, ...preflight('p', 'PUT')],
    pairs: [['1', 'p']],
  },
  {
    name: 'but those that were not lost come first',
    observations: [
      observe('1', started),
      { kind: 'interrupted', from: 1, at: 2 },
      observe('2', started),
      ...preflight('p', 'PUT'),
    ],
    pairs: [
      ['1', null],
      ['2', 'p'],
    ],
  },
  {
    name: 'a request of the page before does not wait',
    observations: [
      observe('1', started),
      { kind: 'navigated', url: '', at: 2_000 },
      ...preflight('p', 'PUT', { at: 3_000 }),
    ],
    pairs: [
      ['1', null],
      ['p', null],
    ],
  },
  {
    name: 'an OPTIONS whose beginning was missed belongs to the one that waits',
    observations: [
      observe('1', started),
      observe('p', responseHeaders(204), { method: 'OPTIONS' }),
      observe('p', completed, { method: 'OPTIONS' }),
    ],
    pairs: [['1', 'p']],
  },
  {
    name: 'a request and its preflight whose beginnings were both missed find each other',
    observations: [observe('p', responseHeaders(204), { method: 'OPTIONS' }), observe('1', responseHeaders())],
    pairs: [['1', 'p']],
  },
  {
    name: 'an OPTIONS that fails before its headers are told belongs to the one that waits',
    observations: [
      observe('1', started),
      observe('p', started, { method: 'OPTIONS' }),
      observe('p', failed, { method: 'OPTIONS' }),
    ],
    pairs: [['1', 'p']],
  },
];

test.each(cases)('$name', ({ observations, pairs: expected }) => {
  expect(pairs(observations)).toEqual(expected);
});

test('a claimed preflight keeps what was known of it', () => {
  const [exchange] = foldObservations([
    ...preflight('p', 'PUT', { at: 500 }),
    observe('p', responseHeaders(204), { method: 'OPTIONS' }),
    observe('1', failed),
  ]);
  expect(exchange?.hops[0]?.preflight).toMatchObject({ requestId: 'p', startedAt: 500, response: { status: 204 } });
});
