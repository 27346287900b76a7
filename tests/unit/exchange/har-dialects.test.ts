import { describe, expect, test } from 'vitest';
import { isCrossOrigin } from '../../../src/exchange/cross-origin.ts';
import { isReadable, readHarEntry } from '../../../src/exchange/har-entry.ts';
import { exchangesFromHar } from '../../../src/exchange/har-exchanges.ts';
import { HarReading } from '../../../src/exchange/har-reading.ts';
import { judge } from '../../../src/judge/judge.ts';

// The same story as different writers tell it: a PUT is preflighted, and the preflight's answer lacks the header that
// would let it through. Written by the format, or as the programs' own code or users show it; not recorded. What could be
// recorded is beside this file, in `har-recorded-dialects.test.ts`.

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
    name: 'Charles, without a text for the status, with words of its own and a null where there is nothing',
    entries: [
      {
        ...preflight,
        startedDateTime: '2026-11-24T10:00:00.020+01:00',
        request: {
          ...preflight.request,
          httpVersion: 'HTTP/2.0',
          cookies: [],
          headers: [
            { name: ':method', value: 'OPTIONS' },
            ...asked.map(({ name, value }) => ({ name: name.toLowerCase(), value })),
          ],
        },
        response: {
          ...preflight.response,
          _charlesStatus: 'COMPLETE',
          statusText: null,
          headers: [{ name: ':status', value: '204' }, ...preflight.response.headers],
          redirectURL: null,
        },
        serverIPAddress: '203.0.113.7',
        timings: { dns: -1, connect: -1, ssl: -1, send: 0, wait: 12, receive: 0 },
      },
    ],
  },
  {
    name: 'Proxyman, with comments everywhere, the messages of sockets and a tunnel',
    entries: [
      {
        ...preflight,
        startedDateTime: '2026-11-24T09:00:00.001Z',
        request: { method: 'CONNECT', url: 'https://api.test:443', headers: [{ name: 'Host', value: 'api.test:443' }] },
        response: { status: 200, statusText: 'Connection Established', headers: [], redirectURL: '' },
      },
      {
        ...preflight,
        comment: '',
        _id: '42',
        _isHTTPS: true,
        _webSocketMessages: [],
        _serverAddress: '203.0.113.7:443',
      },
    ],
  },
  {
    name: 'HTTP Toolkit, whose pages are programs and whose aborted requests take -1',
    entries: [
      {
        ...preflight,
        pageref: 'Chrome',
        request: { ...preflight.request, postData: undefined },
        _webSocketMessages: [],
      },
      {
        ...preflight,
        pageref: 'Chrome',
        startedDateTime: '2026-11-24T10:00:00.090+01:00',
        time: -1,
        request: put,
        response: { status: 0, statusText: '', httpVersion: '', headers: [], redirectURL: '', bodySize: -1 },
      },
    ],
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

/** What the panel lists: to a tunnel, for one, nobody's origin is known. */
function exchangesOf(entries: readonly object[]) {
  return exchangesFromHar(entries.map(readHarEntry).filter(isReadable)).filter(isCrossOrigin);
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

describe('whole files', () => {
  const log = { creator: { name: 'Fiddler', version: '5.0.20253' }, comment: 'exported @ 11/24/2026', version: '1.2' };

  function read(text: string) {
    const reading = new HarReading();
    reading.push(text);
    return reading.finish();
  }

  test('Fiddler begins with a byte order mark, has null for its pages, and its version last', () => {
    const file = new TextEncoder().encode(
      `\uFEFF${JSON.stringify({ log: { pages: null, entries: [preflight], ...log } })}`,
    );
    expect([...file.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const whole = [new TextDecoder(), new TextDecoder('utf-8', { ignoreBOM: true })].map((decoder) =>
      read(decoder.decode(file)),
    );
    for (const { writer, exchanges, problems } of whole) {
      expect({ writer, count: exchanges.length, problems }).toEqual({ writer: 'Fiddler', count: 1, problems: [] });
    }
  });

  test('HTTP Toolkit tells of refused certificates beside the entries', () => {
    const failures = [{ startedDateTime: '2026-11-24T09:00:00Z', cause: 'cert-rejected', hostname: 'api.test' }];
    const { exchanges, problems } = read(
      JSON.stringify({ log: { ...log, _tlsErrors: failures, entries: [preflight] } }),
    );
    expect({ count: exchanges.length, problems }).toEqual({ count: 1, problems: [] });
  });

  test('what Insomnia asked itself was asked by no page, so that CORS has no say in it', () => {
    const headers = [{ name: 'User-Agent', value: 'insomnia/12.0.0' }];
    const asked = {
      ...preflight,
      request: { ...put, method: 'GET', headers },
      timings: { send: -1, wait: 12, receive: -1 },
    };
    const { exchanges, problems } = read(JSON.stringify({ log: { ...log, entries: [asked] } }));
    expect(problems).toEqual([]);
    expect(exchanges.filter(isCrossOrigin)).toEqual([]);
  });

  test.each([
    {
      agent:
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36',
      engine: 'chromium',
    },
    {
      agent:
        'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
      engine: 'chromium',
    },
    {
      agent: 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1',
      engine: 'webkit',
    },
    {
      agent: 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
      engine: 'webkit',
    },
    { agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', engine: 'firefox' },
  ])('a proxy names no browser: the engine of $agent is $engine', ({ agent, engine }) => {
    const headers = [...asked, { name: 'User-Agent', value: agent }];
    const entry = { ...preflight, request: { ...preflight.request, headers } };
    expect(read(JSON.stringify({ log: { ...log, entries: [entry] } })).engine).toBe(engine);
  });
});
