import { expect, test } from 'vitest';
import { explainVerdict } from '../../../src/explain/explain-verdict.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { blocked, check, exchange, hop, page, preflight, response, verdict } from './sample.ts';
import { faultsOf } from './words-faults.ts';

const storyOf = (...args: Parameters<typeof explainVerdict>): string =>
  explainVerdict(...args)
    .story.map(plainText)
    .join(' ');

test.each([
  {
    name: 'a POST that was refused by its answer had run',
    method: 'POST',
    status: 200,
    type: 'xmlhttprequest',
    says: 'The POST ran on the server, but your code cannot read the answer.',
  },
  {
    name: 'a POST that the server refused was received',
    method: 'POST',
    status: 403,
    type: 'xmlhttprequest',
    says: 'The server received the POST, but your code cannot read the answer.',
  },
  {
    name: 'a GET alarms nobody',
    method: 'GET',
    status: 200,
    type: 'xmlhttprequest',
    says: 'The server answered the GET, but your code cannot read the answer.',
  },
  {
    name: 'a font is not used',
    method: 'GET',
    status: 200,
    type: 'font',
    says: 'The server answered the GET, but the font is not used.',
  },
  {
    name: 'a script does not run',
    method: 'GET',
    status: 200,
    type: 'script',
    says: 'The server answered the GET, but the script does not run.',
  },
])('how far it came: $name', ({ method, status, type, says }) => {
  const made = exchange([hop({ method, response: response(status) })], { type });
  expect(storyOf(made, blocked('MissingAllowOriginHeader', 'response'))).toContain(says);
});

test('how far it came: a redirect that was refused was not followed', () => {
  const made = exchange([hop({ response: response(302, [['Location', 'https://b.test/']]) })]);
  expect(storyOf(made, blocked('MissingAllowOriginHeader', 'response'))).toBe(
    `The server redirected the request (status 302), but without Access-Control-Allow-Origin. The header has to be ${page}, or *. The server received the GET, but the browser did not follow its redirect.`,
  );
});

test('how far it came: a preflight behind a redirect stopped the redirect', () => {
  const made = exchange([
    hop({ method: 'PUT', response: response(307, [['Location', 'https://b.test/']]), redirectedTo: 'https://b.test/' }),
    hop({ method: 'PUT', url: 'https://b.test/', preflight: preflight(response(204)), sentAt: null }),
  ]);
  expect(storyOf(made, blocked('PreflightMissingAllowOriginHeader', 'preflight', { hop: 1 }))).toContain(
    'So the browser did not follow the redirect: the PUT was never sent to b.test.',
  );
});

test('a redirect that turned the origin into null is named as the cause', () => {
  const made = exchange([
    hop({ response: response(302), redirectedTo: 'https://b.test/' }),
    hop({
      url: 'https://b.test/',
      requestHeaders: [['Origin', 'null']],
      response: response(200, [['Access-Control-Allow-Origin', page]]),
    }),
  ]);
  expect(storyOf(made, blocked('AllowOriginMismatch', 'response', { hop: 1, parameter: page }))).toContain(
    'A redirect from one foreign origin to another makes the browser send Origin: null.',
  );
});

test('a page from a file is told to be served', () => {
  const made = exchange([hop({ requestHeaders: [['Origin', 'null']], response: response(200) })], {
    initiator: { origin: 'null', url: 'file:///home/me/index.html' },
  });
  expect(storyOf(made, blocked('MissingAllowOriginHeader', 'response'))).toContain(
    'Serve the folder with a web server',
  );
});

test('a misspelt header is found where the right one is missing', () => {
  const made = exchange([hop({ response: response(200, [['Access-Control-Allow-Origins', '*']]) })]);
  expect(storyOf(made, blocked('MissingAllowOriginHeader', 'response'))).toContain(
    'The response has Access-Control-Allow-Origins, which no browser knows.',
  );
});

test('several headers that are not allowed are all named, the one that the browser names first', () => {
  const made = exchange([
    hop({
      method: 'PUT',
      preflight: preflight(response(204, [['Access-Control-Allow-Headers', 'accept']]), {
        headers: 'content-type,x-a,x-b',
      }),
    }),
  ]);
  const words = explainVerdict(made, blocked('HeaderDisallowedByPreflightResponse', 'preflight', { parameter: 'x-b' }));
  expect(words.short).toBe('Headers not allowed: x-b, content-type, x-a');
  expect(plainText(words.headline)).toBe(
    'Blocked: the preflight response does not allow the headers x-b, content-type and x-a',
  );
});

test.each([
  { status: 401, says: 'browsers never send credentials with a preflight' },
  { status: 404, says: 'no route for OPTIONS' },
  { status: 501, says: 'does not know OPTIONS' },
  { status: 503, says: 'look in its log' },
  { status: 304, says: 'an answer from a cache' },
])('a preflight that got $status is told what that means', ({ status, says }) => {
  const made = exchange([hop({ method: 'PUT', preflight: preflight(response(status)) })]);
  expect(storyOf(made, blocked('PreflightInvalidStatus', 'preflight'))).toContain(says);
});

test.each([
  {
    from: 'http://api.test/x',
    to: 'https://api.test/x',
    says: 'only changes http to https: let your code call https://api.test/x.',
  },
  {
    from: 'https://api.test/x',
    to: '/x/',
    says: 'only adds the slash at the end of the path: let your code call https://api.test/x/.',
  },
  { from: 'https://api.test/x/', to: '/x', says: 'only removes the slash at the end of the path' },
  { from: 'https://api.test/x', to: 'https://sso.test/login?next=x', says: 'leads to a login page' },
  { from: 'https://api.test/x', to: 'https://b.test/y', says: 'Let your code call https://b.test/y directly.' },
])('a preflight redirected from $from to $to is told what to call', ({ from, to, says }) => {
  const made = exchange([hop({ url: from, method: 'PUT', preflight: preflight(response(302, [['Location', to]])) })]);
  expect(storyOf(made, blocked('PreflightDisallowedRedirect', 'preflight'))).toContain(says);
});

test('a server error comes before the header that is missing for it', () => {
  const made = exchange([hop({ response: response(500) })]);
  const words = explainVerdict(made, blocked('MissingAllowOriginHeader', 'response', { notCors: 'server-error-page' }));
  expect(words.short).toBe('Server error 500, no CORS headers');
  expect(plainText(words.headline)).toBe(
    'Blocked: the server failed with status 500, and its error page has no CORS headers',
  );
  expect(plainText(words.story.at(-1) ?? [])).toBe(
    'The server answered the GET, but your code cannot read the answer.',
  );
});

test('where two reasons fit, both are named', () => {
  const made = exchange([hop({ response: response(200, [['Access-Control-Allow-Origin', `${page}/`]]) })]);
  const words = explainVerdict(
    made,
    blocked('AllowOriginMismatch', 'response', {
      otherReason: 'InvalidAllowCredentials',
      parameter: `${page}/`,
      credentialed: null,
    }),
  );
  expect(faultsOf(words)).toEqual([]);
  expect(words.short).toBe(`Other origin allowed: ${page}/, or no Access-Control-Allow-Credentials`);
  expect(plainText(words.headline)).toContain(', or the response has no Access-Control-Allow-Credentials: true');
  expect(plainText(words.story[0] ?? [])).toContain('depends on whether the request carried credentials');
});

test('where Firefox alone could tell and did not, both ends are named', () => {
  const made = exchange([hop({ response: response(200, [['Access-Control-Allow-Origin', '*']]) })]);
  const words = explainVerdict(
    made,
    verdict({ engine: 'firefox', outcome: 'unknown', otherReason: 'WildcardOriginNotAllowed', credentialed: null }),
  );
  expect(faultsOf(words)).toEqual([]);
  expect(words.short).toBe('Unknown, maybe blocked: wildcard with credentials');
  expect(plainText(words.headline)).toBe(
    'Unknown: either your code can read the answer, or the response allows *, which does not allow a request with credentials',
  );
});

test.each([
  { observed: 'blocked', headline: 'Blocked, although its headers allow it', short: 'Blocked, headers look right' },
  {
    observed: 'allowed',
    headline: 'Allowed, although its headers do not allow it',
    short: 'Allowed, headers look wrong',
  },
] as const)(
  'a verdict that contradicts the browser, which $observed it, says so first',
  ({ observed, headline, short }) => {
    const computed = observed === 'allowed' ? 'blocked' : 'allowed';
    const words = explainVerdict(
      exchange([hop({ response: response(200) })]),
      verdict({ outcome: observed, contradiction: { computed, observed, likelyCauses: ['another-extension'] } }),
    );
    expect(faultsOf(words)).toEqual([]);
    expect(plainText(words.headline)).toBe(headline);
    expect(words.short).toBe(short);
  },
);

test('the origin that Firefox names after a redirect is explained', () => {
  const made = exchange([
    hop({ response: response(307), redirectedTo: 'https://b.test/' }),
    hop({ url: 'https://b.test/', preflight: preflight(response(204, [['Access-Control-Allow-Origin', 'null']])) }),
  ]);
  expect(storyOf(made, blocked('PreflightAllowOriginMismatch', 'preflight', { hop: 1, engine: 'firefox' }))).toContain(
    "Firefox names your page's origin in the preflight, and null in the request itself.",
  );
});

test('what would fail next is told in a sentence each', () => {
  const made = exchange([hop({ method: 'PUT', preflight: preflight(response(405)) })]);
  const words = explainVerdict(
    made,
    blocked('PreflightInvalidStatus', 'preflight', {
      checks: [
        check({
          name: 'preflight-status',
          stage: 'preflight',
          status: 'failed',
          value: '405',
          reason: 'PreflightInvalidStatus',
        }),
        check({
          name: 'preflight-method',
          stage: 'preflight',
          status: 'would-fail',
          value: 'GET',
          expected: 'PUT',
          reason: 'MethodDisallowedByPreflightResponse',
        }),
      ],
    }),
  );
  expect(words.alsoWrong.map(plainText)).toEqual(['Access-Control-Allow-Methods: GET lacks PUT.']);
});

test('what the first fault brings with it is not told as a second one', () => {
  const about = {
    stage: 'preflight',
    header: 'access-control-allow-methods',
    value: '"PUT"',
    expected: 'PUT',
  } as const;
  const words = explainVerdict(
    exchange([hop({ method: 'PUT', preflight: preflight(response(204)) })]),
    blocked('InvalidAllowMethodsPreflightResponse', 'preflight', {
      checks: [
        check({ ...about, name: 'preflight-parse-methods', status: 'failed' }),
        check({ ...about, name: 'preflight-method', status: 'would-fail' }),
      ],
    }),
  );
  expect(words.alsoWrong).toEqual([]);
});
