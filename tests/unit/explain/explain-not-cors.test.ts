import { expect, test } from 'vitest';
import { explainNotCors } from '../../../src/explain/explain-not-cors.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { notCorsCauses } from '../../../src/judge/not-cors-cause.ts';
import { proseFaults } from './prose.ts';
import { exchange, hop, preflight, response } from './sample.ts';

const typical = exchange([hop({ response: response(502) })]);
const bare = exchange([hop({ requestHeaders: null })], {
  ending: { kind: 'lost', at: 0 },
  initiator: { origin: null, url: null },
});

test.each(notCorsCauses)('%s has its words, also where nothing is known', (cause) => {
  for (const made of [typical, bare]) {
    const { short, headline, story } = explainNotCors(cause, made);
    expect([
      ...proseFaults(short, 'label'),
      ...proseFaults(headline, 'heading'),
      ...story.flatMap((sentence) => proseFaults(sentence, 'sentences')),
    ]).toEqual([]);
    expect(plainText(headline)).toMatch(/^Not CORS: /);
    expect(story.length).toBeGreaterThan(0);
  }
});

test('two causes never share a short text', () => {
  const shorts = notCorsCauses.map((cause) => explainNotCors(cause, typical).short);
  expect(new Set(shorts).size).toBe(notCorsCauses.length);
});

test.each([
  { status: 500, short: 'Server error 500, no CORS headers', headline: 'the server failed with status 500' },
  {
    status: 404,
    short: 'Status 404 (not found), no CORS headers',
    headline: 'the server answered with status 404 (not found)',
  },
  {
    status: 401,
    short: 'Status 401 (not signed in), no CORS headers',
    headline: 'the server answered with status 401',
  },
  { status: 418, short: 'Status 418, no CORS headers', headline: 'the server answered with status 418' },
])('an error page with status $status is named by it', ({ status, short, headline }) => {
  const words = explainNotCors('server-error-page', exchange([hop({ response: response(status) })]));
  expect(words.short).toBe(short);
  expect(plainText(words.headline)).toContain(headline);
});

test('an error page that answered the preflight says so', () => {
  const made = exchange([hop({ method: 'PUT', preflight: preflight(response(403)) })]);
  expect(plainText(explainNotCors('server-error-page', made).headline)).toContain(
    'answered to the preflight with status 403',
  );
});

test('the host and port that refused are named', () => {
  const made = exchange([hop({ url: 'http://localhost:4000/x' })]);
  expect(plainText(explainNotCors('connection-refused', made).headline)).toBe(
    'Not CORS: nothing accepts connections at localhost:4000',
  );
});

test('a login page elsewhere is told with both hosts', () => {
  const made = exchange([
    hop({ redirectedTo: 'https://sso.test/' }),
    hop({ url: 'https://sso.test/', response: response(200) }),
  ]);
  expect(plainText(explainNotCors('login-page', made).story[0] ?? [])).toContain(
    'api.shop.test redirected the request to a login page on sso.test.',
  );
});

test('a preflight that was sent to a login page is told to pass without one', () => {
  const made = exchange([
    hop({ method: 'PUT', preflight: preflight(response(302, [['Location', 'https://sso.test/login']])) }),
  ]);
  const { headline, story } = explainNotCors('login-page', made);
  expect(plainText(headline)).toBe('Not CORS: the server sent the preflight to a login page');
  expect(story.map(plainText)).toEqual([
    'api.shop.test redirected the request to a login page on sso.test.',
    'Authentication runs before the CORS handling: let OPTIONS pass without a login.',
  ]);
});

test('a proxy that wants a login is told from a server', () => {
  expect(explainNotCors('login-page', exchange([hop({ response: response(407) })])).short).toBe('Login needed (407)');
});

test("the browser's own error is quoted where it is all there is, the finer one first", () => {
  const made = exchange([hop()], { networkError: 'net::ERR_HTTP2_PROTOCOL_ERROR' });
  expect(explainNotCors('other-network-error', made).short).toBe('Network error: net::ERR_HTTP2_PROTOCOL_ERROR');
});

test('a script that the page itself forbids is told the right directive', () => {
  const made = exchange([hop()], { type: 'script' });
  expect(plainText(explainNotCors('content-security-policy', made).story[1] ?? [])).toContain('script-src');
});
