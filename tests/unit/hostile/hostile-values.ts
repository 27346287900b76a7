import fc from 'fast-check';
import type { EventDetails, EventHeader, EventName } from '../../../src/capture/request-event.ts';

// What a page or a server could send to break the tool that shows it.

const fragments = [
  '<script>globalThis.ran = true</script>',
  '<img src=x onerror="globalThis.ran = true">',
  '"><svg/onload=globalThis.ran=true>',
  'javascript:globalThis.ran=true',
  'data:text/html,<b>x</b>',
  '](javascript:alert(1))',
  '![x](https://evil.test/x.png)',
  '```\n# heading\n```',
  '| a | b |',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '+1-1',
  '$(touch ran)',
  '`touch ran`',
  "'; touch ran; '",
  '%PATH%',
  '$' + '{origin}',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  '\u202e\u2066gnp.exe\u2069',
  '\u200b\u200d\ufeff',
  '\u0000\u0001\u001b[2J\u007f\u0085',
  '\u2028\u2029\r\n\t',
  '\ud800',
  '\udfff\ud800',
  '\u00ff\u00fe\u0080',
  'e\u0301'.repeat(20),
  '😀👨‍👩‍👧',
  '日本',
  '%00%ff%zz',
  ',,, ,',
  '"',
  "'",
  '\\',
  '*',
  'null',
  '',
  ' ',
]; // prettier-ignore

/** Text made of pieces that each break something, or of any UTF-16 code units. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.array(fc.constantFrom(...fragments), { maxLength: 4 }).map((parts) => parts.join('')) },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)) },
);
const long = fc.constantFrom('a', ',', '\u202e', '<b>', ' ', '"').map((piece) => piece.repeat(65_536 / piece.length));

const hosts = [
  'api.test',
  'xn--pple-43d.test',
  'аpple.test',
  'api.test.evil.test',
  '[::1]',
  '127.1',
  'user:pass@api.test',
  'api.test:99999',
  'a'.repeat(300),
  '',
]; // prettier-ignore

export const hostileUrl: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('https://', 'http://', 'HTTPS://', 'https:/', 'https:\\\\'),
        fc.constantFrom(...hosts),
        hostileText,
      )
      .map(([scheme, host, path]) => `${scheme}${host}/${path}`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('javascript:alert(1)', 'data:,x', 'blob:null/x', 'file:///etc', 'about:srcdoc'),
  },
  { weight: 1, arbitrary: hostileText },
);

const corsNames = [
  'Origin',
  'Allow-Origin',
  'Allow-Credentials',
  'Allow-Methods',
  'Allow-Headers',
  'Max-Age',
  'Expose-Headers',
];
const names = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...corsNames.map((name) => (name === 'Origin' ? name : `Access-Control-${name}`)),
      'Access-Control-Request-Method',
      'Access-Control-Request-Headers',
      'access-control-ALLOW-origin',
      'Location',
      'Content-Type',
      'Cookie',
      'Vary',
      'Server',
      'Sec-Fetch-Mode',
      'Sec-Fetch-Storage-Access',
    ),
  },
  { weight: 1, arbitrary: hostileText },
);

const values = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('https://app.test', '*', 'true', 'null', 'PUT', 'x-a, x-b', '600', '-1', '1e999'),
  },
  { weight: 5, arbitrary: hostileText },
);

/** Now and then 64 kB, or bytes that are no UTF-8, which come as numbers. */
const header: fc.Arbitrary<EventHeader> = fc.oneof(
  { weight: 90, arbitrary: fc.record({ name: names, value: values }) },
  { weight: 10, arbitrary: fc.record({ name: names, binaryValue: fc.array(fc.nat(255), { maxLength: 40 }) }) },
  { weight: 5, arbitrary: fc.record({ name: names }) },
  { weight: 1, arbitrary: fc.record({ name: names, value: long }) },
);

/** No browser takes more than 256 kB of headers. */
function repeated(one: EventHeader, count: number): EventHeader[] {
  const bytes = one.name.length + (one.value?.length ?? one.binaryValue?.length ?? 0) + 1;
  return Array<EventHeader>(Math.min(count, Math.ceil(262_144 / bytes))).fill(one);
}

const headers: fc.Arbitrary<EventHeader[]> = fc.oneof(
  { weight: 200, arbitrary: fc.array(header, { maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(header, fc.integer({ min: 1_000, max: 4_000 })).map(([one, count]) => repeated(one, count)),
  },
);

const eventNames: readonly EventName[] = [
  'onBeforeRequest',
  'onSendHeaders',
  'onHeadersReceived',
  'onBeforeRedirect',
  'onCompleted',
  'onErrorOccurred',
];

/** An event of a browser: its name, and what it tells. */
export type HostileEvent = readonly [EventName, EventDetails];

const details: fc.Arbitrary<EventDetails> = fc.record(
  {
    requestId: fc.constantFrom('1', '2', '__proto__'),
    url: hostileUrl,
    method: fc.oneof(fc.constantFrom('GET', 'PUT', 'OPTIONS', 'patch', 'CONNECT'), hostileText),
    type: fc.constantFrom('xmlhttprequest', 'image', 'font', 'script', 'ping', 'other', 'constructor', ''),
    tabId: fc.constantFrom(1, -1),
    frameId: fc.constantFrom(0, 7, -1),
    timeStamp: fc.constantFrom(1_000, 0, -5, Number.NaN, Number.POSITIVE_INFINITY),
    initiator: fc.oneof(fc.constantFrom('https://app.test', 'null'), hostileText),
    documentId: hostileText,
    originUrl: hostileUrl,
    documentUrl: hostileUrl,
    requestHeaders: headers,
    responseHeaders: headers,
    statusCode: fc.constantFrom(200, 204, 302, 404, 500, 0, 99, 1_000, -1, Number.NaN),
    statusLine: hostileText,
    redirectUrl: hostileUrl,
    fromCache: fc.boolean(),
    error: fc.oneof(fc.constantFrom('net::ERR_FAILED', 'NS_ERROR_DOM_BAD_URI', 'net::ERR_ABORTED'), hostileText),
  },
  { requiredKeys: ['requestId', 'url', 'method', 'type', 'tabId', 'frameId', 'timeStamp'] },
);

/** A request as its browser would tell it, in its usual order, with details that contradict each other; or any events at all. */
export const hostileEvents: fc.Arbitrary<HostileEvent[]> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.subarray([...eventNames], { minLength: 2 }), details, details).map(([told, one, other]) =>
      told.map(
        (name, index): HostileEvent => [
          name,
          index % 2 === 0
            ? one
            : {
                ...other,
                requestId: one.requestId,
                url: one.url,
                method: one.method,
                initiator: one.initiator,
                originUrl: one.originUrl,
              },
        ],
      ),
    ),
  },
  { weight: 1, arbitrary: fc.array(fc.tuple(fc.constantFrom(...eventNames), details), { minLength: 1, maxLength: 6 }) },
);
