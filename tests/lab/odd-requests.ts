import type { HeaderLine } from '../../src/cors/header-list.ts';
import type { Choices } from './random.ts';

// What pages really ask for, and what lies on a boundary of a rule.
// A seed chooses by place: another order makes other cases.

export const methods: Choices<string> = [
  ...['GET', 'GET', 'GET', 'GET', 'POST', 'POST', 'POST', 'PUT', 'PUT', 'HEAD', 'DELETE', 'PATCH', 'OPTIONS'],
  ...['get', 'post', 'put', 'delete', 'head', 'options', 'patch', 'Patch', 'QUERY', 'query', 'Custom', 'custom'],
  ...['PROPFIND', 'X-!#$%', '*'],
] as unknown as Choices<string>;

export const methodsThatThrow: Choices<string> = ['TRACE', 'connect', 'Track', 'bad method', '', 'PÜT'];

const long = (length: number, start = '') => start + 'a'.repeat(length - start.length);

/** Names with values; what asks for a preflight and what does not, what script cannot set, and what engines disagree about. */
export const requestHeaders: readonly HeaderLine[] = [
  ...valuesOf('x-custom', ['1', '2', '']),
  ...valuesOf('X-A', ['1']),
  ...valuesOf('x-b', ['2']),
  ...valuesOf('X-Requested-With', ['XMLHttpRequest']),
  ...valuesOf('Authorization', ['Bearer x', 'Basic dTpw', '']),
  ...valuesOf('Content-Type', [
    ...['application/json', 'application/json', 'application/json; charset=utf-8', 'text/plain', 'TEXT/PLAIN'],
    ...['text/plain;charset=utf-8', 'text/plain; charset="utf-8"', 'text/plain;', 'text/plain; garbage', 'text/plainx'],
    ...['text/plain, application/json', 'text/plain,', ',text/plain', 'text /plain', 'text/plain;x=(y)', 'text/html'],
    ...[
      'text/plain; charset=UTF-8; a=b',
      'text/plain;a=b;',
      'text/xml',
      'text/plain; x={}',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'multipart/form-data;"',
    ],
    ...['multipart/form-data; boundary=x', '', 'invalid', 'text/', '/', 'text/plain/x', 'application/xml'],
    ...[long(128, 'text/plain;x='), long(129, 'text/plain;x='), 'application/x-www-form-urlencoded;charset=UTF-8'],
  ]),
  ...valuesOf('Accept', ['application/json', '*/*', 'text/html, */*;q=0.1', 'a"b', 'a(b', 'a:b', 'a@b', 'a[b]', '<x>']),
  ...valuesOf('Accept', [
    'application/x(y)',
    '',
    '\tx',
    'a\tb',
    'a{b',
    'a\\b',
    'a=b',
    'a\x7fb',
    'a\xe9b',
    long(128),
    long(129),
  ]),
  ...valuesOf('Accept-Language', [
    'de',
    'en-US,en;q=0.5',
    'en_US',
    'en@x',
    '*',
    '',
    'a\tb',
    'a/b',
    long(128),
    long(129),
  ]),
  ...valuesOf('Content-Language', ['de', 'de_DE', 'de, en', 'a+b', '', long(128), long(129)]),
  ...valuesOf('Range', [
    'bytes=0-10',
    'bytes=5-',
    'bytes=-5',
    'bytes=0-1,3-4',
    'bytes=10-5',
    'bytes = 0-10',
    'bytes=0',
  ]),
  ...valuesOf('Range', ['items=0-1', 'BYTES=0-10', 'bytes=0-', 'bytes=5-5', 'bytes=', 'bytes=00-01', '']),
  ...valuesOf('DPR', ['2', '1.5', '2.', 'x', '']),
  ...valuesOf('Device-Memory', ['1', '0.5', '-1']),
  ...valuesOf('Downlink', ['1', '1e3']),
  ...valuesOf('ECT', ['4g', '4G', '5g']),
  ...valuesOf('RTT', ['1', '1.5']),
  ...valuesOf('Save-Data', ['on', 'ON', 'off', '']),
  ...valuesOf('Viewport-Width', ['100', '100.5']),
  ...valuesOf('Width', ['100', '']),
  ['Cookie', 'a=b'],
  ['Set-Cookie', 'a'],
  ['DNT', '1'],
  ['Date', 'x'],
  ['Host', 'x'],
  ['Origin', 'http://x'],
  ['Via', 'x'],
  ['Referer', 'http://x'],
  ['Keep-Alive', 'x'],
  ['Content-Length', '3'],
  ['Accept-Charset', 'utf-8'],
  ['Accept-Encoding', 'gzip'],
  ['Access-Control-Request-Method', 'GET'],
  ['Access-Control-Request-Headers', 'x'],
  ['Access-Control-Request-Private-Network', 'true'],
  ['Proxy-Foo', 'x'],
  ['Sec-Foo', 'x'],
  ['Sec-CH-UA', 'x'],
  ['X-HTTP-Method-Override', 'GET'],
  ['X-HTTP-Method-Override', 'TRACE'],
  ['X-HTTP-Method', 'PUT, track'],
  ['X-Method-Override', 'connect,GET'],
  ['Cache-Control', 'no-cache'],
  ['Pragma', 'no-cache'],
  ['Priority', 'u=1'],
  ['Last-Event-ID', '1'],
  ['If-None-Match', '"x"'],
  ['If-Modified-Since', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['Upgrade-Insecure-Requests', '1'],
  ['User-Agent', 'x'],
  ['Purpose', 'prefetch'],
  ['traceparent', '00-1-1-00'],
  ['Content-Encoding', 'gzip'],
  ['Attribution-Reporting-Eligible', 'x'],
  ['x-long', long(200)],
  ['TE', 'x'],
  ['Expect', 'x'],
  ['Upgrade', 'x'],
  ['Trailer', 'x'],
  ['Intervention', 'x'],
  ['Lang', 'de'],
];

export const headersThatThrow: readonly HeaderLine[] = [
  ['bad name', '1'],
  ['', '1'],
  ['x-bad', 'a\nb'],
  ['x-bad', 'ü—'],
];

function valuesOf(name: string, values: readonly string[]): HeaderLine[] {
  return values.map((value) => [name, value] as const);
}
