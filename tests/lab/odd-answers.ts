import type { HeaderLine } from '../../src/cors/header-list.ts';
import type { Choices } from './random.ts';

// What servers really answer, and what lies on a boundary of a rule.
// A seed chooses by place: another order makes other cases.

type OriginValues = (wanted: string, other: string) => readonly string[];

/** What may stand in place of the origin that the answer ought to allow: each function makes the header's values. */
export const wrongOrigins = [
  () => [],
  () => [],
  () => ['*'],
  () => ['*'],
  () => ['null'],
  () => [''],
  (_: string, other: string) => [other],
  (wanted: string) => [wanted, wanted],
  (wanted: string) => ['*', wanted],
  (wanted: string) => ['', wanted],
  () => ['*', '*'],
  ...oneValue((wanted, other) => [`${wanted}, ${other}`, `${other},${wanted}`, `${wanted} ${other}`, `${wanted}, *`]),
  ...oneValue((wanted) => [`*, ${wanted}`, `${wanted},`, `,${wanted}`, '*,', '* *', '*, *', `${wanted}, ${wanted}`]),
  ...oneValue((wanted) => [`${wanted}/`, `${wanted}/page`, `${wanted}?`, `${wanted}#`, `${wanted};`, `${wanted}\xa0`]),
  ...oneValue((wanted) => [wanted.toUpperCase(), wanted.replace('http:', 'HTTP:'), wanted.replace('http:', 'https:')]),
  ...oneValue((wanted) => [wanted.replace('localhost', 'LOCALHOST'), wanted.replace('localhost', '127.0.0.1')]),
  ...oneValue((wanted) => [wanted.replace('//', '//u@'), wanted.replace('//', '//www.'), wanted.replace('//', '//*.')]),
  ...oneValue((wanted) => [
    wanted.replace(/:(\d+)$/, ':0$1'),
    wanted.replace(/:\d+$/, ''),
    wanted.replace('localhost', 'localhost.'),
  ]),
  ...oneValue((wanted) => [
    `\x0b${wanted}`,
    `${wanted}\x0c`,
    `"${wanted}"`,
    `'${wanted}'`,
    wanted.replace('://', ':\\\\'),
  ]),
  ...oneValue((wanted) => [
    ` ${wanted}`,
    `${wanted}  `,
    `\t${wanted}`,
    `${wanted}\t`,
    `   ${wanted} `,
    wanted.slice(7),
  ]),
  ...oneValue((wanted) => [wanted.replace('http:', ''), `${wanted}:80`, wanted.replace(/\d+$/, '80'), `${wanted}\xe9`]),
  ...oneValue((wanted, other) => [
    wanted.replace(/\d+$/, '0'),
    `${wanted}, http://example.com`,
    `http://example.com,${wanted}`,
    ` ${other}`,
  ]),
  ...oneValue(() => [
    '  *  ',
    '**',
    '.*',
    '"*"',
    "'*'",
    'NULL',
    'Null',
    '"null"',
    'null, null',
    ' null',
    'null  ',
    'true',
  ]),
  ...oneValue(() => [
    '   ',
    'http://',
    'http:',
    'https://',
    'localhost',
    '//localhost',
    'http://*',
    'http://localhost:abc',
  ]),
  ...oneValue(() => [
    'http://localhost:*',
    'undefined',
    '$http_origin',
    '%{ORIGIN}e',
    'example.com',
    'http://example.com',
  ]),
  ...oneValue(() => [
    'https://example.com:443',
    'data:',
    'ws://localhost',
    'file://',
    'about:blank',
    'x:y',
    '::',
    '[::1]',
  ]),
  ...oneValue(() => [
    'http://[::1]',
    'http://1.2.3',
    'http://a%b',
    'http://a b',
    'http://exa_mple.com',
    'http://é.test',
  ]),
] as unknown as Choices<OriginValues>;

function oneValue(list: OriginValues): OriginValues[] {
  const { length } = list('', '');
  return Array.from({ length }, (_, index) => (wanted, other) => [list(wanted, other)[index] ?? '']);
}

export const wrongCredentials: Choices<readonly string[]> = [
  [],
  ...['True', 'TRUE', 'false', '', '1', 'yes', '"true"', '*', 'true;', 'true,', 'true, true', 'true true', 't'].map(
    (value) => [value],
  ),
  ['true', 'true'],
  ['true', 'false'],
  ['true\x0b'],
];

/** Right all the same: only the space around it is odd. */
export const rightCredentials: Choices<string> = ['true', 'true', 'true', 'true', 'true', '  true ', '\ttrue\t'];

export const maxAges: Choices<string> = [
  ...['600', '600', '5', '10', '0', '-1', '-5', 'abc', '', '5.5', '1e3', ' 10 ', '+5', '0x10', '5, 10', '"5"', '5 10'],
  ...[
    '99999999999999999999',
    '-99999999999999999999',
    '7200',
    '7201',
    '86400',
    '86401',
    '007',
    '-0',
    '5;',
    '\xb2',
    '1',
    '2',
  ],
] as unknown as Choices<string>;

/** Members that spoil a list, or only look as if they did. */
export const oddMembers: Choices<string> = [
  ...['*', '*', '"*"', '@@', 'b@d', 'a b', '"PUT"', 'x:y', 'x-*', '', '', ' ', 'x-other', 'Ü', 'a;b', 'a=b', '(x)'],
  ...['PUTX', '\x0bPUT', 'null', 'x\x7f'],
] as unknown as Choices<string>;

export const separators: Choices<string> = [', ', ', ', ', ', ',', ' , ', ',\t', ',,', ', ,', ';', ' '];

/** What an answer exposes, for the headers that `answerExtras` puts there. */
export const exposeValues: Choices<readonly string[]> = [
  ['X-One'],
  ['x-one, x-two'],
  ['X-ONE,X-TWO'],
  ['X-One', 'X-Two'],
  ['*'],
  ['*, X-One'],
  ['X-One, *'],
  [''],
  ['"X-One"'],
  ['X-One,,'],
  [', X-One'],
  ['X-One; X-Two'],
  ['X-One X-Two'],
  ['b@d, X-One'],
  ['X-One', 'b@d'],
  ['Set-Cookie'],
  ['Set-Cookie, X-One'],
  ['Authorization'],
  ['ETag, WWW-Authenticate'],
  ['Content-Length'],
  ['X-Missing'],
  ['"*"'],
  ['*, b@d'],
  ['*', 'b@d'],
];

export const answerExtras: readonly HeaderLine[] = [
  ['X-One', '1'],
  ['X-Two', '2'],
  ['X-One', 'again'],
  ['ETag', '"e"'],
  ['Content-Language', 'en'],
  ['Expires', '0'],
  ['Last-Modified', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['Pragma', 'x'],
  ['Set-Cookie', 'k=v'],
  ['Authorization', 'x'],
  ['Location', '/x'],
  ['WWW-Authenticate', 'Foo'],
  ['Timing-Allow-Origin', '*'],
  ['Content-Type', 'application/json'],
  ['Content-Disposition', 'attachment'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-site'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Cross-Origin-Resource-Policy', 'bogus'],
];

export const okStatuses: Choices<number> = [200, 200, 200, 204, 204, 204, 201, 202, 203, 205, 206, 207, 226, 299];
export const badPreflightStatuses: Choices<number> = [
  300, 301, 302, 303, 304, 305, 307, 308, 399, 400, 401, 403, 404, 404, 405, 409, 410, 418, 429, 451, 500, 501, 502,
  503, 504, 599,
];
export const finalStatuses: Choices<number> = [
  201, 202, 204, 205, 206, 299, 300, 301, 302, 303, 304, 305, 306, 307, 308, 400, 401, 403, 404, 405, 410, 429, 500,
  501, 502, 503, 599,
];
export const redirectStatuses: Choices<number> = [301, 302, 302, 303, 307, 307, 308];
