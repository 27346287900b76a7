import { describe, expect, test } from 'vitest';
import { isReadable, readHarEntry } from '../../../src/exchange/har-entry.ts';
import { exchangesFromHar } from '../../../src/exchange/har-exchanges.ts';
import { judge } from '../../../src/judge/judge.ts';

// The same story as different writers tell it: a PUT is preflighted, and the preflight's answer lacks the header that
// would let it through. The shapes are those that the writers document.

type Header = { readonly name: string; readonly value: string };

const asked: readonly Header[] = [
  { name: 'Host', value: 'api.test' },
  { name: 'Origin', value: 'https://app.test' },
  { name: 'Referer', value: 'https://app.test/cart' },
  { name: 'Sec-Fetch-Mode', value: 'cors' },
  { name: 'Sec-Fetch-Dest', value: 'empty' },
  { name: 'Access-Control-Request-Method', value: 'PUT' },
];

const preflight = {
  startedDateTime: '2026-11-24T09:00:00.020Z',
  time: 12,
  request: { method: 'OPTIONS', url: 'https://api.test/orders/7', httpVersion: 'HTTP/1.1', headers: asked },
  response: { status: 204, statusText: 'No Content', headers: [{ name: 'Vary', value: 'Origin' }], redirectURL: '' },
  timings: { send: 0, wait: 12, receive: 0 },
};

const put = { method: 'PUT', url: 'https://api.test/orders/7', headers: asked.slice(0, 5) };

const dialects: readonly { readonly name: string; readonly entries: readonly object[] }[] = [
  { name: 'a proxy, which never saw the PUT', entries: [preflight] },
  {
    name: 'mitmproxy, with microseconds, an offset and null timings',
    entries: [
      {
        ...preflight,
        startedDateTime: '2026-11-24T09:00:00.020123+00:00',
        timings: { connect: null, ssl: null, send: 0.3, wait: 11.2, receive: 0.5 },
      },
    ],
  },
  {
    name: 'a proxy that speaks HTTP/2, with pseudo-headers and names in lower case',
    entries: [
      {
        ...preflight,
        request: {
          ...preflight.request,
          httpVersion: 'HTTP/2',
          headers: [
            { name: ':method', value: 'OPTIONS' },
            { name: ':authority', value: 'api.test' },
            ...asked.slice(1).map(({ name, value }) => ({ name: name.toLowerCase(), value })),
          ],
        },
      },
    ],
  },
  {
    name: 'Fiddler, whose times have seven digits of a second',
    entries: [{ ...preflight, startedDateTime: '2026-11-24T10:00:00.0200000+01:00', time: 12, comment: '[#3]' }],
  },
  {
    name: 'Firefox, with the PUT before its preflight and without an answer',
    entries: [
      {
        ...preflight,
        startedDateTime: '2026-11-24T09:00:00.010+00:00',
        time: 0,
        request: put,
        response: { status: 0, statusText: '', headers: [], redirectURL: '' },
      },
      preflight,
    ],
  },
  {
    name: 'Chromium, with its error and its word for a preflight',
    entries: [
      {
        ...preflight,
        startedDateTime: '2026-11-24T09:00:00.018Z',
        _resourceType: 'fetch',
        _initiator: { type: 'script' },
        request: { ...put, headers: [{ name: 'Referer', value: 'https://app.test/' }] },
        response: { status: 0, headers: [], redirectURL: '', _error: 'net::ERR_FAILED' },
      },
      {
        ...preflight,
        _resourceType: 'preflight',
        _initiator: { type: 'preflight', url: 'https://api.test/orders/7' },
        response: { ...preflight.response, _error: null },
      },
    ],
  },
];

function exchangesOf(entries: readonly object[]) {
  return exchangesFromHar(entries.map(readHarEntry).filter(isReadable));
}

test.each(dialects)('$name: one PUT, refused at its preflight', ({ entries }) => {
  const exchanges = exchangesOf(entries);
  expect(exchanges.map(({ hops }) => hops.map(({ method }) => method))).toEqual([['PUT']]);
  const [exchange] = exchanges;
  if (!exchange) return;
  expect(exchange.initiator.origin).toBe('https://app.test');
  expect(judge(exchange, 'chromium')).toMatchObject({
    outcome: 'blocked',
    reason: 'PreflightMissingAllowOriginHeader',
    preflight: 'sent',
  });
});

describe('two requests are not taken for one', () => {
  const get = { ...preflight, request: { ...put, method: 'GET' } };

  test('an OPTIONS that the page itself made is no preflight', () => {
    const own = { ...preflight, request: { ...preflight.request, headers: asked.slice(0, 5) } };
    expect(exchangesOf([own, get]).map(({ hops }) => hops[0]?.method)).toEqual(['OPTIONS', 'GET']);
  });

  test('a preflight for another method is not the request’s', () => {
    const [first, second] = exchangesOf([preflight, get]);
    expect([first, second].map((exchange) => exchange?.hops[0]?.preflight === null).sort()).toEqual([false, true]);
  });

  test('a request long after a redirect to its address is one of its own', () => {
    const redirect = {
      ...get,
      request: { ...get.request, url: 'https://api.test/old' },
      response: { status: 302, headers: [], redirectURL: 'https://api.test/orders/7' },
    };
    const later = { ...get, startedDateTime: '2026-11-24T09:01:00Z' };
    expect(exchangesOf([redirect, get]).map(({ hops }) => hops.length)).toEqual([2]);
    expect(exchangesOf([redirect, later]).map(({ hops }) => hops.length)).toEqual([1, 1]);
  });
});
