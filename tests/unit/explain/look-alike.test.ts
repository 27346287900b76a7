import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookAlike, type OriginCause, originCauses } from '../../../src/explain/look-alike.ts';
import { proseFaults } from './prose.ts';

const app = 'https://app.example.com';
const local = 'http://localhost:5173';

interface Row {
  name: string;
  expected: string;
  found: string;
  cause: OriginCause;
  /** The marked parts of the found value. */
  marks: string[];
}

const rows: Row[] = [
  { name: 'an empty value', expected: app, found: '', cause: 'empty', marks: [] },
  { name: 'a slash at the end', expected: app, found: `${app}/`, cause: 'trailing-slash', marks: ['/'] },
  { name: 'a slash behind the port', expected: local, found: `${local}/`, cause: 'trailing-slash', marks: ['/'] },
  { name: 'a path', expected: app, found: `${app}/login`, cause: 'path', marks: ['/login'] },
  { name: 'two slashes', expected: app, found: `${app}//`, cause: 'path', marks: ['//'] },
  { name: 'a query', expected: app, found: `${app}?x=1`, cause: 'query', marks: ['?x=1'] },
  { name: 'a bare question mark', expected: app, found: `${app}?`, cause: 'query', marks: ['?'] },
  { name: 'a fragment', expected: app, found: `${app}#top`, cause: 'fragment', marks: ['#top'] },
  { name: 'a bare hash', expected: app, found: `${app}#`, cause: 'fragment', marks: ['#'] },
  {
    name: 'http for https',
    expected: app,
    found: 'http://app.example.com',
    cause: 'scheme-differs',
    marks: ['http://'],
  },
  {
    name: 'https for http',
    expected: local,
    found: 'https://localhost:5173',
    cause: 'scheme-differs',
    marks: ['https://'],
  },
  {
    name: 'a WebSocket scheme',
    expected: app,
    found: 'wss://app.example.com',
    cause: 'scheme-differs',
    marks: ['wss://'],
  },
  {
    name: 'www. too much',
    expected: 'https://example.com',
    found: 'https://www.example.com',
    cause: 'www',
    marks: ['www.'],
  },
  { name: 'www. missing', expected: 'https://www.example.com', found: 'https://example.com', cause: 'www', marks: [] },
  { name: 'another port', expected: local, found: 'http://localhost:3000', cause: 'port-differs', marks: [':3000'] },
  {
    name: 'a port where the page has none',
    expected: app,
    found: `${app}:8443`,
    cause: 'port-differs',
    marks: [':8443'],
  },
  {
    name: 'no port where the page has one',
    expected: local,
    found: 'http://localhost',
    cause: 'port-missing',
    marks: ['localhost'],
  },
  {
    name: 'the default port of https',
    expected: app,
    found: `${app}:443`,
    cause: 'explicit-default-port',
    marks: [':443'],
  },
  {
    name: 'the default port of http',
    expected: 'http://app.test',
    found: 'http://app.test:80',
    cause: 'explicit-default-port',
    marks: [':80'],
  },
  { name: 'a colon without a port', expected: app, found: `${app}:`, cause: 'explicit-default-port', marks: [':'] },
  {
    name: '127.0.0.1 for localhost',
    expected: local,
    found: 'http://127.0.0.1:5173',
    cause: 'loopback-name',
    marks: ['127.0.0.1'],
  },
  {
    name: 'localhost for 127.0.0.1',
    expected: 'http://127.0.0.1:5173',
    found: local,
    cause: 'loopback-name',
    marks: ['localhost'],
  },
  {
    name: '[::1] for localhost',
    expected: local,
    found: 'http://[::1]:5173',
    cause: 'loopback-name',
    marks: ['[::1]'],
  },
  {
    name: '0.0.0.0, where servers listen',
    expected: local,
    found: 'http://0.0.0.0:5173',
    cause: 'loopback-name',
    marks: ['0.0.0.0'],
  },
  {
    name: 'upper case in the host',
    expected: app,
    found: 'https://App.Example.com',
    cause: 'upper-case',
    marks: ['A', 'E'],
  },
  {
    name: 'upper case in the scheme',
    expected: app,
    found: 'HTTPS://app.example.com',
    cause: 'upper-case',
    marks: ['HTTPS'],
  },
  { name: 'no scheme', expected: app, found: 'app.example.com', cause: 'no-scheme', marks: ['app.example.com'] },
  {
    name: 'no scheme, but a port',
    expected: local,
    found: 'localhost:5173',
    cause: 'no-scheme',
    marks: ['localhost:5173'],
  },
  { name: 'slashes without a scheme', expected: app, found: '//app.example.com', cause: 'no-scheme', marks: ['//'] },
  {
    name: 'a foreign host without a scheme',
    expected: app,
    found: 'other.org',
    cause: 'no-scheme',
    marks: ['other.org'],
  },
  {
    name: 'a colon and slashes without a name',
    expected: app,
    found: '://app.example.com',
    cause: 'malformed-scheme',
    marks: ['://'],
  },
  {
    name: 'a single slash',
    expected: app,
    found: 'https:/app.example.com',
    cause: 'malformed-scheme',
    marks: ['https:/'],
  },
  { name: 'no slashes', expected: app, found: 'https:app.example.com', cause: 'malformed-scheme', marks: ['https:'] },
  {
    name: 'two colons',
    expected: app,
    found: 'https:://app.example.com',
    cause: 'malformed-scheme',
    marks: ['https:://'],
  },
  { name: 'no colon', expected: app, found: 'https//app.example.com', cause: 'malformed-scheme', marks: ['https//'] },
  {
    name: 'a misspelt scheme',
    expected: app,
    found: 'htps://app.example.com',
    cause: 'malformed-scheme',
    marks: ['htps://'],
  },
  {
    name: 'a wildcard for subdomains',
    expected: app,
    found: 'https://*.example.com',
    cause: 'wildcard-inside',
    marks: ['*'],
  },
  {
    name: 'a wildcard for ports',
    expected: local,
    found: 'http://localhost:*',
    cause: 'wildcard-inside',
    marks: ['*'],
  },
  {
    name: 'a wildcard without a scheme',
    expected: app,
    found: '*.example.com',
    cause: 'wildcard-inside',
    marks: ['*'],
  },
  { name: 'two stars', expected: app, found: '**', cause: 'wildcard-inside', marks: ['**'] },
  {
    name: 'a regular expression between slashes',
    expected: app,
    found: '/example\\.com$/',
    cause: 'regular-expression',
    marks: ['/example\\.com$/'],
  },
  {
    name: 'a regular expression with an anchor',
    expected: app,
    found: '^https://app',
    cause: 'regular-expression',
    marks: ['^h'],
  },
  {
    name: 'a regular expression with escaped points',
    expected: app,
    found: 'https://.*\\.example\\.com',
    cause: 'regular-expression',
    marks: ['.*\\.', '\\.'],
  },
  {
    name: 'alternatives in parentheses',
    expected: app,
    found: 'https://(app|www).example.com',
    cause: 'regular-expression',
    marks: ['(app|www)'],
  },
  {
    name: 'a comma list with ours',
    expected: app,
    found: `https://a.org, ${app}`,
    cause: 'several-with-ours',
    marks: ['https://a.org'],
  },
  {
    name: 'a space list with ours',
    expected: app,
    found: `${app} https://a.org`,
    cause: 'several-with-ours',
    marks: ['https://a.org'],
  },
  {
    name: 'a semicolon list with ours',
    expected: app,
    found: `${app};https://a.org`,
    cause: 'several-with-ours',
    marks: ['https://a.org'],
  },
  {
    name: 'a printed JSON list with ours',
    expected: app,
    found: `["${app}","https://a.org"]`,
    cause: 'several-with-ours',
    marks: ['"https://a.org"]'],
  },
  {
    name: 'a comma list without ours',
    expected: app,
    found: 'https://a.org,https://b.org',
    cause: 'several-without-ours',
    marks: ['https://a.org,https://b.org'],
  },
  { name: 'our origin twice', expected: app, found: `${app}, ${app}`, cause: 'same-value-twice', marks: [`, ${app}`] },
  { name: 'the wildcard twice', expected: app, found: '*, *', cause: 'same-value-twice', marks: [', *'] },
  {
    name: 'another origin twice',
    expected: app,
    found: 'https://a.org, https://a.org',
    cause: 'same-value-twice',
    marks: [', https://a.org'],
  },
  {
    name: 'the wildcard and ours',
    expected: app,
    found: `*, ${app}`,
    cause: 'wildcard-and-value',
    marks: [`, ${app}`],
  },
  { name: 'ours and the wildcard', expected: app, found: `${app}, *`, cause: 'wildcard-and-value', marks: [', *'] },
  { name: 'a comma behind', expected: app, found: `${app},`, cause: 'stray-separator', marks: [','] },
  { name: 'a semicolon behind', expected: app, found: `${app};`, cause: 'stray-separator', marks: [';'] },
  {
    name: 'an unfilled template literal',
    expected: app,
    found: `\${origin}`,
    cause: 'template-literal',
    marks: [`\${origin}`],
  },
  {
    name: 'an unfilled part of a template',
    expected: app,
    found: `https://\${HOST}`,
    cause: 'template-literal',
    marks: [`\${HOST}`],
  },
  { name: 'braces', expected: app, found: '{origin}', cause: 'template-literal', marks: ['{origin}'] },
  {
    name: 'double braces',
    expected: app,
    found: '{{ cors.origin }}',
    cause: 'template-literal',
    marks: ['{{ cors.origin }}'],
  },
  { name: 'a percent variable', expected: app, found: '%ORIGIN%', cause: 'template-literal', marks: ['%ORIGIN%'] },
  {
    name: 'a word in angle brackets',
    expected: app,
    found: '<origin>',
    cause: 'template-literal',
    marks: ['<origin>'],
  },
  { name: "nginx's variable", expected: app, found: '$http_origin', cause: 'server-variable', marks: ['$http_origin'] },
  { name: "Apache's variable", expected: app, found: '%{ORIGIN}e', cause: 'server-variable', marks: ['%{ORIGIN}e'] },
  {
    name: 'a variable of the environment',
    expected: app,
    found: 'process.env.CLIENT_URL',
    cause: 'server-variable',
    marks: ['process.env.CLIENT_URL'],
  },
  { name: 'undefined', expected: app, found: 'undefined', cause: 'placeholder-word', marks: ['undefined'] },
  { name: 'None', expected: app, found: 'None', cause: 'placeholder-word', marks: ['None'] },
  { name: 'true', expected: app, found: 'true', cause: 'placeholder-word', marks: ['true'] },
  {
    name: '[object Object]',
    expected: app,
    found: '[object Object]',
    cause: 'placeholder-word',
    marks: ['[object Object]'],
  },
  { name: 'null', expected: app, found: 'null', cause: 'literal-null', marks: ['null'] },
  { name: 'NULL', expected: app, found: 'NULL', cause: 'literal-null', marks: ['NULL'] },
  { name: 'double quotes', expected: app, found: `"${app}"`, cause: 'quotes', marks: ['"', '"'] },
  { name: 'single quotes', expected: app, found: `'${app}'`, cause: 'quotes', marks: ["'", "'"] },
  { name: 'typographic quotes', expected: app, found: `“${app}”`, cause: 'quotes', marks: ['“', '”'] },
  { name: 'a quoted wildcard', expected: app, found: '"*"', cause: 'quotes', marks: ['"', '"'] },
  { name: 'a list of one', expected: app, found: `["${app}"]`, cause: 'quotes', marks: ['["', '"]'] },
  {
    name: 'a space inside',
    expected: app,
    found: 'https:// app.example.com',
    cause: 'whitespace-inside',
    marks: [' '],
  },
  {
    name: 'a tab inside',
    expected: app,
    found: 'https://app\t.example.com',
    cause: 'whitespace-inside',
    marks: ['\t'],
  },
  { name: 'a zero-width space', expected: app, found: `${app}\u200B`, cause: 'invisible-character', marks: ['\u200B'] },
  { name: 'a no-break space', expected: app, found: `${app}\u00A0`, cause: 'invisible-character', marks: ['\u00A0'] },
  { name: 'a byte order mark', expected: app, found: `\uFEFF${app}`, cause: 'invisible-character', marks: ['\uFEFF'] },
  {
    name: 'a vertical tab, which is no HTTP white space',
    expected: app,
    found: `${app}\u000B`,
    cause: 'invisible-character',
    marks: ['\u000B'],
  },
  {
    name: 'the staging host',
    expected: app,
    found: 'https://app.staging.example.com',
    cause: 'other-environment',
    marks: ['staging.'],
  },
  {
    name: 'the staging host with a hyphen',
    expected: app,
    found: 'https://app-staging.example.com',
    cause: 'other-environment',
    marks: ['app-staging'],
  },
  {
    name: 'production for dev',
    expected: 'https://dev.example.com',
    found: 'https://prod.example.com',
    cause: 'other-environment',
    marks: ['prod'],
  },
  {
    name: 'the deployed site for a development page',
    expected: local,
    found: app,
    cause: 'other-environment',
    marks: ['app.example.com'],
  },
  {
    name: 'a development host for a deployed page',
    expected: app,
    found: local,
    cause: 'other-environment',
    marks: ['localhost'],
  },
  {
    name: 'a private address for a deployed page',
    expected: app,
    found: 'http://192.168.1.20:3000',
    cause: 'other-environment',
    marks: ['192.168.1.20'],
  },
  {
    name: 'a sibling subdomain',
    expected: app,
    found: 'https://admin.example.com',
    cause: 'sibling-subdomain',
    marks: ['admin'],
  },
  { name: 'the parent domain', expected: app, found: 'https://example.com', cause: 'sibling-subdomain', marks: [] },
  { name: 'a user name', expected: app, found: 'https://user@app.example.com', cause: 'userinfo', marks: ['user@'] },
  {
    name: 'a user name and password',
    expected: app,
    found: 'https://user:pw@app.example.com',
    cause: 'userinfo',
    marks: ['user:pw@'],
  },
  { name: 'a dot at the end of the host', expected: app, found: `${app}.`, cause: 'trailing-dot', marks: ['.'] },
  {
    name: 'a host in its own letters',
    expected: 'https://xn--bcher-kva.example',
    found: 'https://bücher.example',
    cause: 'unicode-host',
    marks: ['bücher'],
  },
  {
    name: 'a Cyrillic letter',
    expected: app,
    found: 'https://\u0430pp.example.com',
    cause: 'look-alike-letters',
    marks: ['\u0430'],
  },
  {
    name: 'Cyrillic letters in Punycode',
    expected: 'https://apple.com',
    found: 'https://xn--80ak6aa92e.com',
    cause: 'look-alike-letters',
    marks: ['xn--80ak6aa92e'.slice(0, -1)],
  },
  {
    name: 'a digit for a letter',
    expected: 'https://cool.example.com',
    found: 'https://c00l.example.com',
    cause: 'look-alike-letters',
    marks: ['00'],
  },
  {
    name: 'a letter missing in the host',
    expected: app,
    found: 'https://app.exmple.com',
    cause: 'misspelt-host',
    marks: ['exmple'],
  },
  { name: 'an origin where the page has none', expected: 'null', found: app, cause: 'opaque-page', marks: [app] },
];

test.each(rows)('$name', ({ expected, found, cause, marks }) => {
  const result = lookAlike(expected, found);
  expect(result?.cause).toBe(cause);
  expect(result?.found.map(([from, to]) => found.slice(from, to))).toEqual(marks);
  expect(proseFaults(result?.text ?? [], 'sentences')).toEqual([]);
});

test('every cause has a row that shows it', () => {
  const shown = new Set(rows.map(({ cause }) => cause));
  expect(originCauses.filter((cause) => !shown.has(cause))).toEqual([]);
});

test.each([
  { name: 'the same origin', expected: app, found: app },
  { name: 'the wildcard', expected: app, found: '*' },
  { name: 'an unrelated origin', expected: app, found: 'https://unrelated.org' },
  { name: 'hosts that share only a public ending', expected: 'https://one.co.uk', found: 'https://another.co.uk' },
  { name: 'a word without meaning', expected: app, found: 'example' },
  { name: 'null for null', expected: 'null', found: 'null' },
])('$name is no look-alike', ({ expected, found }) => {
  expect(lookAlike(expected, found)).toBeNull();
});

test.each([
  { found: 'http://localhost:3000/', causes: ['port-differs', 'trailing-slash'], marks: [':3000/'] },
  { found: 'https://localhost:5173/', causes: ['scheme-differs', 'trailing-slash'], marks: ['https://', '/'] },
  { found: 'http://127.0.0.1:3000', causes: ['loopback-name', 'port-differs'], marks: ['127.0.0.1:3000'] },
  { found: 'localhost', causes: ['no-scheme', 'port-missing'], marks: ['localhost'] },
  { found: 'HTTP://LOCALHOST', causes: ['port-missing', 'upper-case'], marks: ['HTTP', 'LOCALHOST'] },
])('$found has two faults, and both are marked', ({ found, causes, marks }) => {
  const result = lookAlike(local, found);
  expect(result?.causes).toEqual(causes);
  expect(result?.found.map(([from, to]) => found.slice(from, to))).toEqual(marks);
});

const headerValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string({ unit: fc.constantFrom(...'htps:/.*,; "\'[]{}$^@?#%-_ax0'.split('')), maxLength: 40 }),
  fc.constantFrom(...rows.map(({ found }) => found)),
);
const origin = fc.oneof(
  fc.constantFrom(app, local, 'null', 'http://[::1]:8080', 'https://xn--bcher-kva.example'),
  headerValue,
);

test('on any two strings it throws nothing, and its ranges are in order, apart, not empty and within the strings', () => {
  fc.assert(
    fc.property(origin, headerValue, (expected, found) => {
      const result = lookAlike(expected, found);
      if (result === null) return;
      for (const [ranges, text] of [
        [result.found, found],
        [result.expected, expected],
      ] as const) {
        let end = -1;
        for (const [from, to] of ranges) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
        }
      }
    }),
    { numRuns: 3_000 },
  );
});

test.each(['<%=', '(', '{', 'a-', '\t ', '[', '/a/', '"', `\${`, '.*', 'xn--'])(
  'a long run of %s takes no noticeable time',
  (run) => {
    for (const length of [1_900, 60_000]) {
      const start = performance.now();
      lookAlike(app, `x${run.repeat(length / run.length)}!`);
      expect(performance.now() - start).toBeLessThan(500);
    }
  },
);
