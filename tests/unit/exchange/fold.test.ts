import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { ExchangeLog, foldObservations } from '../../../src/exchange/fold.ts';
import type { Observation } from '../../../src/exchange/observation.ts';
import {
  completed,
  failed,
  observe,
  preflight,
  requestHeaders,
  responseHeaders,
  started,
  type Told,
} from './observe.ts';

function endings(observations: readonly Observation[]): string[] {
  return foldObservations(observations).map(({ ending }) => ending.kind);
}

function only(observations: readonly Observation[]): Exchange {
  const [exchange, second] = foldObservations(observations);
  if (exchange === undefined || second !== undefined) throw new Error('not one exchange');
  return exchange;
}

describe('how an exchange ends', () => {
  const navigated: Observation = { kind: 'navigated', url: 'https://app.test/next', at: 2_000 };
  const interrupted: Observation = { kind: 'interrupted', from: 1_500, at: 2_000 };
  const cases: { name: string; observations: Observation[]; endings: string[] }[] = [
    { name: 'not yet', observations: [observe('1', started)], endings: ['pending'] },
    { name: 'completed', observations: [observe('1', started), observe('1', completed)], endings: ['completed'] },
    {
      name: 'answered, where the browser does not tell whether it may be read',
      observations: [observe('1', started), observe('1', { ...completed, readable: false })],
      endings: ['answered'],
    },
    {
      name: 'lost where a redirect leads to an address that no extension is told of',
      observations: [
        observe('1', started),
        observe('1', {
          kind: 'response-headers',
          status: 302,
          statusText: '',
          headers: [['Location', 'shop-app://orders/7']],
        }),
        observe('1', { kind: 'redirected', to: 'shop-app://orders/7' }),
      ],
      endings: ['lost'],
    },
    { name: 'lost with its page', observations: [observe('1', started), navigated], endings: ['lost'] },
    {
      name: 'told after all: a keepalive request outlives its page',
      observations: [observe('1', started), navigated, observe('1', completed, { at: 2_500 })],
      endings: ['completed'],
    },
    {
      name: 'not with a page that it belongs to, though the navigation is told later',
      observations: [observe('1', started, { at: 2_100 }), navigated],
      endings: ['pending'],
    },
    {
      name: 'not with a page, when a worker made it',
      observations: [observe('1', started, { tabId: -1 }), navigated],
      endings: ['pending'],
    },
    { name: 'lost in an interruption', observations: [observe('1', started), interrupted], endings: ['lost'] },
    {
      name: 'going on after an interruption',
      observations: [observe('1', started), interrupted, observe('1', responseHeaders())],
      endings: ['pending'],
    },
    {
      name: 'once: what comes later does not undo it',
      observations: [observe('1', started), observe('1', failed), observe('1', completed)],
      endings: ['failed'],
    },
    {
      name: 'never, when it was no request at all',
      observations: [observe('1', started), observe('1', { kind: 'withdrawn' })],
      endings: [],
    },
    {
      name: 'apart from another one that reuses its id',
      observations: [observe('1', started), observe('1', failed), observe('1', started), observe('1', completed)],
      endings: ['failed', 'completed'],
    },
  ];
  test.each(cases)('$name', ({ observations, endings: expected }) => {
    expect(endings(observations)).toEqual(expected);
  });

  test('a preflight is lost with its request', () => {
    const exchange = only([observe('1', started), ...preflight('p', 'PUT'), interrupted]);
    expect(exchange.hops[0]?.preflight?.ending.kind).toBe('lost');
  });
});

describe('pages', () => {
  test('what came just before a navigation belongs to the page before, though it is told after it', () => {
    const [exchange, ...others] = foldObservations([
      observe('1', started, { at: 1_990 }),
      { kind: 'navigated', url: 'https://app.test/next', at: 2_000 },
      ...preflight('2', 'PUT', { at: 1_992 }),
      observe('2', responseHeaders(204), { method: 'OPTIONS', at: 1_994 }),
      observe('1', completed, { at: 1_998 }),
    ]);
    expect(others).toEqual([]);
    expect(exchange).toMatchObject({
      page: 0,
      ending: { kind: 'completed' },
      hops: [{ preflight: { requestId: '2' } }],
    });
  });

  test('are counted, and requests belong to the one that made them', () => {
    const log = new ExchangeLog();
    log.add([
      observe('old', started, { at: 1_000 }),
      observe('early', started, { at: 2_005 }),
      { kind: 'navigated', url: 'https://app.test/', at: 2_000 },
      observe('new', started, { at: 2_100 }),
    ]);
    expect(log.exchanges.map(({ id, page }) => [id, page])).toEqual([
      ['old', 0],
      ['early', 1],
      ['new', 1],
    ]);
    expect(log.page).toBe(1);
  });
});

describe('hops', () => {
  test('a redirect that was not told is known by the request beginning again elsewhere', () => {
    const { hops } = only([observe('1', started), observe('1', started, { url: 'https://other.test/' })]);
    expect(hops.map(({ url, redirectedTo }) => [url, redirectedTo])).toEqual([
      ['https://api.test/x', 'https://other.test/'],
      ['https://other.test/', null],
    ]);
  });

  test('a redirect to the same address is a hop too', () => {
    const observations = [
      observe('1', started),
      observe('1', responseHeaders(302)),
      observe('1', { kind: 'redirected', to: 'https://api.test/x' }),
      observe('1', started),
    ];
    expect(only(observations).hops).toHaveLength(2);
  });

  test('a refused redirect leaves its target, which only the error names (Firefox)', () => {
    const error: Told = { kind: 'failed', error: 'NS_ERROR_UNEXPECTED' };
    const { hops } = only([
      observe('1', started),
      observe('1', responseHeaders(302)),
      observe('1', error, { url: 'https://other.test/' }),
    ]);
    expect(hops.map(({ redirectedTo }) => redirectedTo)).toEqual(['https://other.test/']);
  });
});

describe('what rules change', () => {
  const own = [['Server', 'x']] as const;
  const cases: { name: string; effective: readonly (readonly [string, string])[]; kept: unknown }[] = [
    { name: 'nothing, when the headers stay the same', effective: [['Server', 'x']], kept: null },
    { name: 'is kept beside the server’s own', effective: [['Server', 'y']], kept: [['Server', 'y']] },
  ];
  test.each(cases)('$name', ({ effective, kept }) => {
    const { hops } = only([
      observe('1', started),
      observe('1', responseHeaders(200, own)),
      observe('1', { kind: 'effective-headers', headers: effective }),
    ]);
    expect(hops[0]?.response).toMatchObject({ headers: own, effectiveHeaders: kept });
  });
});

describe('a log', () => {
  test('gives the same array while nothing changes, and the same exchange while it does not', () => {
    const log = new ExchangeLog();
    log.add([observe('1', started), observe('2', started)]);
    const before = log.exchanges;
    expect(log.exchanges).toBe(before);
    log.add([observe('2', completed)]);
    expect(log.exchanges).not.toBe(before);
    expect(log.exchanges[0]).toBe(before[0]);
    expect(before[1]?.ending.kind).toBe('pending');
  });

  test('drops the oldest beyond its capacity, and says how many', () => {
    const log = new ExchangeLog(2);
    log.add(['1', '2', '3', '4'].map((id) => observe(id, started)));
    expect(log.exchanges.map(({ id }) => id)).toEqual(['3', '4']);
    expect(log.dropped).toBe(2);
  });

  test('tells when nothing was seen', () => {
    const log = new ExchangeLog();
    log.add([{ kind: 'interrupted', from: 5, at: 9 }]);
    expect(log.interruptions).toMatchObject([{ from: 5, at: 9 }]);
  });
});

test('of two preflights whose beginnings were missed neither is lost when one request turns up for both', () => {
  const exchanges = foldObservations([
    observe('1', responseHeaders(302), { method: 'OPTIONS' }),
    observe('2', responseHeaders(302), { method: 'OPTIONS' }),
    observe('3', completed, { method: 'PUT' }),
  ]);
  expect(exchanges.map(({ id, hops }) => [id, hops[0]?.preflight?.requestId])).toEqual([
    ['2', undefined],
    ['3', '1'],
  ]);
});

describe('anything at all', () => {
  const id = fc.constantFrom('1', '2', '3', '4');
  const url = fc.constantFrom('https://api.test/x', 'https://other.test/', 'no url', '');
  const method = fc.constantFrom('PUT', 'OPTIONS', 'GET', '');
  const told = fc.constantFrom<Told>(
    started,
    completed,
    failed,
    requestHeaders(),
    requestHeaders([['Access-Control-Request-Method', 'PUT']]),
    requestHeaders([['access-control-request-method', 'OPTIONS']], false),
    responseHeaders(),
    responseHeaders(302),
    { kind: 'redirected', to: '' },
    { kind: 'effective-headers', headers: [] },
  );
  const request = fc
    .tuple(id, told, fc.record({ url, method, at: fc.integer({ min: 0, max: 9 }) }))
    .map(([requestId, one, sighting]) => observe(requestId, one, sighting));
  const other = fc.constantFrom<Observation>(
    { kind: 'navigated', url: '', at: 5 },
    { kind: 'interrupted', from: 0, at: 5 },
  );
  const observations = fc.array(fc.oneof({ weight: 9, arbitrary: request }, { weight: 1, arbitrary: other }));

  test('never throws, and every request is an exchange or a preflight, but for an OPTIONS that only began', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const shown = foldObservations(all).flatMap(({ id: shownId, hops }) => [
          shownId.replace(/\++$/, ''),
          ...hops.flatMap(({ preflight: asked }) => asked?.requestId ?? []),
        ]);
        const seen = all.filter((one) => 'method' in one && !(one.method === 'OPTIONS' && one.kind === 'started'));
        for (const one of seen) if ('requestId' in one) expect(shown).toContain(one.requestId);
      }),
    );
  });

  test('folds to the same, at once or one by one', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const log = new ExchangeLog();
        for (const one of all) log.add([one]);
        expect(log.exchanges).toEqual(foldObservations(all));
      }),
    );
  });
});
