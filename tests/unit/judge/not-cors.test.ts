import { describe, expect, test } from 'vitest';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { NotCorsCause } from '../../../src/judge/not-cors-cause.ts';
import { allow, exchange, failed, failedWith, hop, preflight, response, unsentHop } from './seen.ts';

test.each<[string, NotCorsCause]>([
  ['net::ERR_CONNECTION_REFUSED', 'connection-refused'],
  ['net::ERR_NAME_NOT_RESOLVED', 'name-not-resolved'],
  ['net::ERR_EMPTY_RESPONSE', 'connection-closed'],
  ['net::ERR_CONNECTION_RESET', 'connection-closed'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timed-out'],
  ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'no-secure-connection'],
  ['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'certificate'],
  ['net::ERR_INVALID_HTTP_RESPONSE', 'invalid-response'],
  ['net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS', 'local-network-access'],
  ['net::ERR_BLOCKED_BY_RESPONSE', 'corp'],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameSite', 'corp'],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep', 'coep'],
  ['net::ERR_BLOCKED_BY_ORB', 'orb'],
  ['net::ERR_BLOCKED_BY_CSP', 'content-security-policy'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked-by-extension'],
  ['net::ERR_TOO_MANY_REDIRECTS', 'too-many-redirects'],
  ['net::ERR_INVALID_REDIRECT', 'redirect-invalid'],
  ['net::ERR_UNSAFE_REDIRECT', 'redirect-invalid'],
  ['net::ERR_UNSAFE_PORT', 'unsafe-port'],
  ['net::ERR_ABORTED', 'aborted'],
  ['net::ERR_SOMETHING_NEW', 'other-network-error'],
])('Chromium’s %s is %s', (error, cause) => {
  expect(judge(exchange([hop()], { ending: failedWith(error) }), 'chromium')).toMatchObject({
    outcome: 'not-cors',
    reason: null,
    notCors: cause,
  });
});

test.each<[string, NotCorsCause]>([
  ['NS_ERROR_CONNECTION_REFUSED', 'connection-refused'],
  ['NS_ERROR_UNKNOWN_HOST', 'name-not-resolved'],
  ['NS_ERROR_NET_RESET', 'connection-closed'],
  ['NS_ERROR_NET_TIMEOUT', 'timed-out'],
  ['NS_ERROR_OFFLINE', 'offline'],
  ['SEC_ERROR_UNKNOWN_ISSUER', 'certificate'],
  ['NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED', 'local-network-access'],
  ['NS_ERROR_DOM_CORP_FAILED', 'corp'],
  ['NS_ERROR_DOM_COEP_FAILED', 'coep'],
  ['NS_ERROR_REDIRECT_LOOP', 'too-many-redirects'],
  ['NS_ERROR_PORT_ACCESS_NOT_ALLOWED', 'unsafe-port'],
  ['NS_ERROR_TRACKING_URI', 'blocked-by-extension'],
  ['NS_BINDING_ABORTED', 'aborted'],
])('Firefox’s %s is %s', (error, cause) => {
  expect(judge(exchange([hop()], { ending: failedWith(error) }), 'firefox').notCors).toBe(cause);
});

test('Firefox’s abort of an image after its answer is ORB', () => {
  const image = hop({ requestHeaders: [['Sec-Fetch-Mode', 'no-cors']], response: response(200, []) });
  expect(judge(exchange([image], { type: 'image', ending: failedWith('NS_BINDING_ABORTED') }), 'firefox').notCors).toBe(
    'orb',
  );
});

test.each([
  { engine: 'chromium', error: 'net::ERR_ABORTED' },
  { engine: 'firefox', error: 'NS_BINDING_ABORTED' },
] as const)('a stream that its page closed in $engine was allowed all the same', ({ engine, error }) => {
  const stream = hop({ response: response(200, [allow('https://app.test'), ['Content-Type', 'text/event-stream']]) });
  expect(judge(exchange([stream], { ending: failedWith(error) }), engine).outcome).toBe('allowed');
});

test.each([
  {
    known: 'only webRequest tells',
    networkError: null,
    expected: { outcome: 'not-cors', notCors: 'redirect-mode-error' },
  },
  { known: 'DevTools tells too', networkError: 'net::ERR_ABORTED', expected: { outcome: 'opaque', notCors: null } },
])('Chromium’s keepalive request that may not follow a redirect, when $known', ({ networkError, expected }) => {
  const redirect = hop({
    response: response(307, [allow('https://app.test'), ['Location', 'https://other.test/']]),
    redirectedTo: 'https://other.test/',
  });
  const next = { ...unsentHop(), url: 'https://other.test/' };
  const seen = exchange([redirect, next], { ending: failedWith('net::ERR_FAILED'), networkError });
  expect(judge(seen, 'chromium')).toMatchObject(expected);
});

test('a nameless failure takes the name that DevTools has for it', () => {
  const seen = exchange([hop()], { ending: failed, networkError: 'net::ERR_BLOCKED_BY_CLIENT' });
  expect(judge(seen, 'chromium').notCors).toBe('blocked-by-extension');
});

test('a preflight that died before its answer names what it died of', () => {
  const dead = preflight('PUT', '', null, { ending: failedWith('NS_ERROR_CONNECTION_REFUSED') });
  const seen = exchange([unsentHop({ method: 'PUT', preflight: dead })], {
    ending: failedWith('NS_ERROR_DOM_BAD_URI'),
  });
  expect(judge(seen, 'firefox')).toMatchObject({ notCors: 'connection-refused', preflight: 'unanswered' });
});

test('a nameless failure without any answer, into the local network, is its protection', () => {
  const seen = exchange([unsentHop({ url: 'https://192.168.1.1/' })], { ending: failed });
  expect(judge(seen, 'chromium').notCors).toBe('local-network-access');
});

test('a nameless failure without any answer, from https to http, is mixed content', () => {
  expect(judge(exchange([unsentHop({ url: 'http://api.test/' })], { ending: failed }), 'chromium').notCors).toBe(
    'mixed-content',
  );
});

describe('an answer that is not the application’s stays blocked, and says so first', () => {
  const blocked = (status: number, headers: readonly HeaderLine[] = []) =>
    judge(exchange([hop({ response: response(status, headers) })], { ending: failed }), 'chromium');

  test.each([400, 404, 500, 502, 503])('a %i without CORS headers is the server’s error page', (status) => {
    expect(blocked(status)).toMatchObject({
      outcome: 'blocked',
      reason: 'MissingAllowOriginHeader',
      notCors: 'server-error-page',
    });
  });

  test('a 200 without CORS headers is not', () => {
    expect(blocked(200).notCors).toBeNull();
  });

  test('a 500 with a CORS header is not', () => {
    expect(blocked(500, [allow('https://other.test')]).notCors).toBeNull();
  });

  test.each([407, 511])('a %i is somebody who wants to know who is there', (status) => {
    expect(blocked(status).notCors).toBe('login-page');
  });

  test('a redirect to a login page is that', () => {
    const login = 'https://sso.test/oauth2/authorize?client=1';
    const seen = exchange([hop({ response: response(302, [['Location', login]]) })], { ending: failed });
    expect(judge(seen, 'chromium')).toMatchObject({ reason: 'MissingAllowOriginHeader', notCors: 'login-page' });
  });

  test('so is the login page itself', () => {
    const login = 'https://sso.test/login';
    const seen = exchange(
      [
        hop({ response: response(302, [['Location', login], allow('*')]), redirectedTo: login }),
        hop({
          url: login,
          requestHeaders: [
            ['Origin', 'null'],
            ['Sec-Fetch-Mode', 'cors'],
          ],
          response: response(200, []),
        }),
      ],
      { ending: failed },
    );
    expect(judge(seen, 'chromium')).toMatchObject({
      reason: 'MissingAllowOriginHeader',
      notCors: 'login-page',
      hop: 1,
    });
  });

  test.each([
    [404, null],
    [405, null],
    [502, 'server-error-page'],
  ])('a preflight answered with %i is %s', (status, notCors) => {
    const seen = exchange([unsentHop({ method: 'PUT', preflight: preflight('PUT', '', response(status, [])) })], {
      ending: failed,
    });
    expect(judge(seen, 'chromium')).toMatchObject({ reason: 'PreflightMissingAllowOriginHeader', notCors });
  });
});
