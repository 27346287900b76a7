import fc from 'fast-check';
import { hostileText, hostileUrl } from './hostile-values.ts';

// Archives as nobody's browser writes them, and broken ones.

const anything = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, '', [], {}, [[]], [null], { length: 3 }),
  hostileText,
  fc.jsonValue({ maxDepth: 2 }),
);

/** Mostly what belongs there, now and then something else. */
const mostly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 15, arbitrary: right }, { weight: 1, arbitrary: anything });

const headerName = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Origin',
      'Referer',
      'Access-Control-Allow-Origin',
      'access-control-allow-headers',
      'Access-Control-Request-Method',
      'Access-Control-Request-Headers',
      'Location',
      'Sec-Fetch-Dest',
      'User-Agent',
      ':authority',
    ),
  },
  { weight: 1, arbitrary: hostileText },
);
const headerValue = fc.oneof(
  fc.constantFrom('https://app.test', '*', 'null', 'PUT', 'x-a, x-b\nset-cookie: a', 'constructor', '/next'),
  hostileText,
);
const headers = mostly(
  fc.array(mostly(fc.record({ name: mostly(headerName), value: mostly(headerValue) })), { maxLength: 5 }),
);

const time = fc.constantFrom(
  '2026-11-22T10:00:00.000Z',
  '2026-11-22T10:00:00.020Z',
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  'tomorrow',
);
const number = fc.constantFrom(0, 12.5, -1, 1e15, Number.MAX_VALUE, 4e20);
const status = fc.constantFrom(200, 204, 302, 307, 404, 0, -1, 99, 1e9, 200.5);
const ending = fc.oneof(
  fc.constant({ kind: 'pending' }),
  fc.record({ kind: fc.constantFrom('completed', 'answered', 'lost', 'failed'), at: number, error: hostileText }),
);

/** The field of our own archives, which anybody can write. */
const ownFacts = fc.record({
  exchange: fc.oneof(fc.constantFrom('1', '2', 'har-1', 'har-2', '__proto__', ''), hostileText),
  hop: mostly(fc.nat(3)),
  part: fc.constantFrom('preflight', 'request'),
  type: fc.oneof(fc.constantFrom('xmlhttprequest', 'constructor', 'image'), hostileText),
  initiator: fc.record({ origin: fc.option(hostileText), url: fc.option(hostileUrl) }),
  startedAt: number,
  ending: mostly(ending),
  preflightEnding: fc.option(ending),
  hopStartedAt: number,
  sentAt: fc.option(number),
  hasHeaders: fc.boolean(),
  hasAnswer: fc.boolean(),
  answeredAt: number,
  redirectedTo: fc.option(hostileUrl),
  effectiveHeaders: fc.option(fc.array(fc.tuple(headerName, headerValue), { maxLength: 2 })),
  networkError: fc.option(hostileText),
  timingStatus: fc.option(number),
  sources: fc.constantFrom([], ['web-request'], ['har', 'har'], ['__proto__']),
});

const entry = fc.record(
  {
    startedDateTime: mostly(time),
    time: mostly(number),
    pageref: mostly(fc.constantFrom('page_1', '__proto__')),
    request: mostly(
      fc.record({
        url: mostly(hostileUrl),
        method: mostly(fc.oneof(fc.constantFrom('GET', 'PUT', 'OPTIONS', 'CONNECT'), hostileText)),
        headers,
      }),
    ),
    response: mostly(
      fc.record({ status: mostly(status), statusText: mostly(hostileText), headers, redirectURL: mostly(hostileUrl) }),
    ),
    timings: mostly(fc.record({ receive: mostly(number) })),
    _resourceType: fc.oneof(fc.constantFrom('fetch', 'preflight', 'constructor', '__proto__'), anything),
    _initiator: anything,
    _corsLens: mostly(ownFacts),
  },
  { requiredKeys: ['startedDateTime', 'request', 'response'] },
);

const log = fc.record(
  {
    creator: mostly(fc.record({ name: mostly(hostileText) })),
    browser: mostly(fc.record({ name: mostly(hostileText), version: mostly(hostileText) })),
    pages: mostly(
      fc.array(mostly(fc.record({ id: mostly(hostileText), title: mostly(hostileUrl) })), { maxLength: 2 }),
    ),
    entries: fc.array(entry, { minLength: 1, maxLength: 5 }),
  },
  { requiredKeys: ['entries'] },
);

/** The text of an archive that is JSON, with anything in it. */
export const hostileArchives: fc.Arbitrary<string> = log.map((value) => JSON.stringify({ log: value }));

type Damage = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const pieces = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  ',',
  ':',
  '\n',
  '\0',
  '\ud800',
  '\u202e',
  '\ufeff',
  'entries',
  '<b>',
  '1e999',
];

const damages: fc.Arbitrary<Damage> = fc.oneof(
  place.map(
    (share): Damage =>
      (text) =>
        text.slice(0, share * text.length),
  ),
  place.map(
    (share): Damage =>
      (text) =>
        text.slice(share * text.length),
  ),
  fc.tuple(place, place).map(
    ([from, length]): Damage =>
      (text) => {
        const at = Math.floor(from * text.length);
        return text.slice(0, at) + text.slice(at + Math.ceil(length * 20));
      },
  ),
  fc.tuple(place, fc.oneof(fc.constantFrom(...pieces), hostileText), fc.constantFrom(1, 1, 1, 5_000)).map(
    ([share, piece, times]): Damage =>
      (text) => {
        const at = Math.floor(share * text.length);
        return text.slice(0, at) + piece.repeat(times) + text.slice(at);
      },
  ),
);

/** The text of an archive with something wrong in it; or any text at all. */
export const brokenArchives: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(hostileArchives, fc.array(damages, { minLength: 1, maxLength: 3 }))
      .map(([text, all]) => all.reduce((broken, damage) => damage(broken), text)),
  },
  { weight: 1, arbitrary: fc.array(fc.oneof(fc.constantFrom(...pieces), hostileText)).map((all) => all.join('')) },
);
