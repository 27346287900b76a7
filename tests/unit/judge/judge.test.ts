import { describe, expect, test } from 'vitest';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { judge, judgeAsIf } from '../../../src/judge/judge.ts';
import type { Assumption } from '../../../src/judge/verdict.ts';
import {
  allow,
  allowCredentials,
  answered,
  asked,
  exchange,
  failed,
  failedWith,
  hop,
  page,
  preflight,
  response,
  unsentHop,
} from './seen.ts';

function simple(headers: readonly HeaderLine[], changes: Partial<Exchange> = {}, requestHeaders = asked()): Exchange {
  return exchange([hop({ requestHeaders, response: response(200, headers) })], changes);
}

function assumption(assumptions: readonly Assumption[], fact: Assumption['fact']): Assumption | undefined {
  return assumptions.find((each) => each.fact === fact);
}

describe('credentials', () => {
  test('a wildcard that was refused tells that they were included', () => {
    const verdict = judge(simple([allow('*')], { ending: failed }), 'chromium');
    expect(verdict).toMatchObject({ outcome: 'blocked', reason: 'WildcardOriginNotAllowed', credentialed: true });
    expect(assumption(verdict.assumptions, 'credentials')).toMatchObject({ value: true, basis: 'outcome' });
  });

  test('a wildcard that was let through tells that they were not', () => {
    const verdict = judge(simple([allow('*')]), 'chromium');
    expect(verdict).toMatchObject({ outcome: 'allowed', reason: null, credentialed: false });
  });

  test('a cookie tells that they were included', () => {
    const requestHeaders = asked(['Cookie', 'session=1']);
    const verdict = judge(simple([allow(page)], { ending: failed }, requestHeaders), 'chromium');
    expect(verdict).toMatchObject({ reason: 'InvalidAllowCredentials', credentialed: true });
    expect(assumption(verdict.assumptions, 'credentials')).toMatchObject({ value: true, basis: 'cookie-sent' });
  });

  test('Sec-Fetch-Storage-Access tells that they were included', () => {
    const requestHeaders = asked(['Sec-Fetch-Storage-Access', 'none']);
    expect(judge(simple([allow(page)], { ending: failed }, requestHeaders), 'chromium').credentialed).toBe(true);
  });

  test('are no assumption where the verdict does not depend on them', () => {
    const missing = judge(simple([], { ending: failed }, [['Origin', page]]), 'chromium');
    expect(missing).toMatchObject({ outcome: 'blocked', reason: 'MissingAllowOriginHeader', credentialed: null });
    expect(assumption(missing.assumptions, 'credentials')).toBeUndefined();
    expect(assumption(missing.assumptions, 'mode')).toMatchObject({ basis: 'origin-header' });
  });

  test('a cross-site request to https without that header had none', () => {
    const requestHeaders: HeaderLine[] = [
      ['Origin', page],
      ['Sec-Fetch-Mode', 'cors'],
      ['Sec-Fetch-Site', 'cross-site'],
    ];
    const verdict = judge(simple([allow(page), allowCredentials], {}, requestHeaders), 'chromium');
    expect(assumption(verdict.assumptions, 'credentials')).toMatchObject({
      value: false,
      basis: 'no-storage-access-header',
    });
    expect(verdict.warnings).toContainEqual({ name: 'credentials-allowed-without-need', parameter: '' });
  });

  test('an older browser without that header is believed by how it ended', () => {
    const requestHeaders: HeaderLine[] = [
      ['Origin', page],
      ['Sec-Fetch-Mode', 'cors'],
      ['Sec-Fetch-Site', 'cross-site'],
    ];
    const verdict = judge(simple([allow('*')], { ending: failed }, requestHeaders), 'chromium');
    expect(verdict).toMatchObject({ reason: 'WildcardOriginNotAllowed', credentialed: true, contradiction: null });
  });

  test('where both readings fit with different reasons, both are named', () => {
    const answer = response(204, [allow('*')]);
    const verdict = judge(
      exchange([unsentHop({ method: 'PUT', preflight: preflight('PUT', '', answer) })], { ending: failed }),
      'chromium',
    );
    expect(verdict).toMatchObject({
      reason: 'MethodDisallowedByPreflightResponse',
      otherReason: 'PreflightWildcardOriginNotAllowed',
      credentialed: null,
    });
  });

  test('where both readings come to the same, it does not matter', () => {
    const verdict = judge(simple([], { ending: failed }), 'chromium');
    expect(verdict).toMatchObject({ reason: 'MissingAllowOriginHeader', otherReason: null, credentialed: null });
  });
});

describe('preflights', () => {
  test('a preflight that failed is judged without the request’s own headers', () => {
    const answer = response(204, [allow(page), allowCredentials, ['Access-Control-Allow-Methods', 'PUT']]);
    const seen = exchange([unsentHop({ method: 'PUT', preflight: preflight('PUT', 'x-a,x-b', answer) })], {
      ending: failed,
    });
    expect(judge(seen, 'chromium')).toMatchObject({
      reason: 'HeaderDisallowedByPreflightResponse',
      parameter: 'x-a',
      stage: 'preflight',
      preflight: 'sent',
    });
  });

  test('a request that needed one and went out without was covered by the cache', () => {
    const verdict = judge(exchange([hop({ method: 'PUT', response: response(200, [allow('*')]) })]), 'chromium');
    expect(verdict).toMatchObject({ outcome: 'allowed', preflight: 'cached' });
    expect(assumption(verdict.assumptions, 'cached-preflight')).toMatchObject({
      value: true,
      basis: 'no-preflight-seen',
    });
  });

  test('a request that was sent had passed its preflight, which tells of its credentials', () => {
    const passing = preflight('PUT', '', response(204, [allow('*'), ['Access-Control-Allow-Methods', 'PUT']]));
    const seen = exchange(
      [hop({ method: 'PUT', preflight: passing, sentAt: 3, response: response(200, [allow(page)]) })],
      { ending: answered },
    );
    expect(judge(seen, 'firefox')).toMatchObject({ outcome: 'allowed', credentialed: false });
  });
});

describe('Firefox does not tell how a simple request ended', () => {
  test('what every reading refuses is blocked', () => {
    const verdict = judge(simple([], { ending: answered }), 'firefox');
    expect(verdict).toMatchObject({ outcome: 'blocked', reason: 'MissingAllowOriginHeader' });
    expect(assumption(verdict.assumptions, 'outcome')).toMatchObject({ value: false, basis: 'default' });
  });

  test('what only one reading refuses is unknown, and that reading is named', () => {
    expect(judge(simple([allow('*')], { ending: answered }), 'firefox')).toMatchObject({
      outcome: 'unknown',
      reason: null,
      otherReason: 'WildcardOriginNotAllowed',
    });
  });

  test.each([
    { name: 'a status', timingStatus: 200, outcome: 'allowed' },
    { name: 'none', timingStatus: 0, outcome: 'blocked' },
  ])('resource timing with $name decides', ({ timingStatus, outcome }) => {
    const verdict = judge(simple([allow('*')], { ending: answered, timingStatus }), 'firefox');
    expect(verdict.outcome).toBe(outcome);
    expect(assumption(verdict.assumptions, 'outcome')).toMatchObject({ basis: 'resource-timing' });
  });

  test('a refused redirect is told by its error', () => {
    const seen = exchange(
      [hop({ response: response(302, [['Location', 'https://other.test/']]), redirectedTo: 'https://other.test/' })],
      { ending: failedWith('NS_ERROR_UNEXPECTED') },
    );
    expect(judge(seen, 'firefox')).toMatchObject({
      outcome: 'blocked',
      reason: 'MissingAllowOriginHeader',
      stage: 'redirect',
    });
  });
});

describe('redirects', () => {
  test('a tainted origin must be allowed as null', () => {
    const other = 'https://other.test/';
    const seen = exchange(
      [
        hop({ response: response(307, [['Location', other], allow(page)]), redirectedTo: other }),
        hop({
          url: other,
          requestHeaders: [
            ['Origin', 'null'],
            ['Sec-Fetch-Mode', 'cors'],
          ],
          response: response(200, [allow(page)]),
        }),
      ],
      { ending: failed },
    );
    expect(judge(seen, 'chromium')).toMatchObject({ reason: 'AllowOriginMismatch', hop: 1, parameter: page });
    expect(judge(seen, 'chromium').checks.at(-1)).toMatchObject({ name: 'allow-origin', expected: 'null' });
  });

  test('a redirect of the browser itself is nothing to check', () => {
    const secure = 'https://api.test/orders';
    const seen = exchange([
      hop({ url: 'http://api.test/orders', redirectedTo: secure }),
      hop({ url: secure, response: response(200, [allow('*')]) }),
    ]);
    expect(judge(seen, 'chromium')).toMatchObject({ outcome: 'allowed', contradiction: null });
  });

  test.each([
    { mode: 'manual', networkError: 'net::ERR_ABORTED', outcome: 'opaque', notCors: null },
    { mode: 'error', networkError: 'net::ERR_FAILED', outcome: 'not-cors', notCors: 'redirect-mode-error' },
  ])('redirect mode $mode shows in DevTools’ own error', ({ networkError, outcome, notCors }) => {
    const other = 'https://other.test/';
    const seen = exchange([hop({ response: response(302, [['Location', other], allow('*')]), redirectedTo: other })], {
      ending: failedWith('net::ERR_ABORTED'),
      networkError,
    });
    expect(judge(seen, 'chromium')).toMatchObject({ outcome, notCors });
  });
});

describe('contradictions are shown', () => {
  test('blocked, though by its headers it should have passed', () => {
    const verdict = judge(simple([allow(page), allowCredentials], { ending: failed }), 'chromium');
    expect(verdict).toMatchObject({ outcome: 'blocked', reason: null });
    expect(verdict.contradiction).toMatchObject({ computed: 'allowed', observed: 'blocked' });
    expect(verdict.contradiction?.likelyCauses).toContain('another-extension');
  });

  test('passed, though by its headers it should have been blocked', () => {
    const verdict = judge(simple([]), 'chromium');
    expect(verdict).toMatchObject({ outcome: 'allowed', reason: null });
    expect(verdict.contradiction).toMatchObject({ computed: 'blocked', observed: 'allowed' });
    expect(verdict.contradiction?.likelyCauses[0]).toBe('override');
  });

  test('what an override made of the headers is what was judged', () => {
    const overridden = response(200, [], { effectiveHeaders: [allow('*')] });
    expect(judge(exchange([hop({ response: overridden })]), 'chromium')).toMatchObject({
      outcome: 'allowed',
      contradiction: null,
    });
  });
});

describe('the what-if editor', () => {
  test('edited headers are judged whatever the real end was', () => {
    const seen = simple([], { ending: failed });
    const edited = simple([allow(page), allowCredentials], { ending: failed });
    expect(judge(seen, 'chromium').outcome).toBe('blocked');
    expect(judgeAsIf(edited, 'chromium', { mode: 'cors', credentialed: true }).outcome).toBe('allowed');
    expect(judgeAsIf(simple([allow('*')]), 'chromium', { mode: 'cors', credentialed: true }).reason).toBe(
      'WildcardOriginNotAllowed',
    );
  });

  test('a preflight that would pass leaves the answer unknown that nobody ever got', () => {
    const answer = response(204, [allow('*'), ['Access-Control-Allow-Methods', 'PUT']]);
    const seen = exchange([unsentHop({ method: 'PUT', preflight: preflight('PUT', '', answer) })], { ending: failed });
    expect(judgeAsIf(seen, 'chromium', { credentialed: false }).outcome).toBe('unknown');
  });
});

test('an exchange that is not over is pending', () => {
  expect(judge(exchange([hop()], { ending: { kind: 'pending' } }), 'chromium').outcome).toBe('pending');
});

test('what the recorder lost is unknown without an answer, and judged by its headers with one', () => {
  const ending = { kind: 'lost', at: 9 } as const;
  expect(judge(exchange([hop()], { ending }), 'chromium').outcome).toBe('unknown');
  expect(judge(simple([], { ending }), 'chromium').outcome).toBe('blocked');
});

test('the page’s own origin needs no CORS', () => {
  const own = hop({ url: `${page}/data`, requestHeaders: [['Sec-Fetch-Mode', 'cors']], response: response(200, []) });
  expect(judge(exchange([own]), 'chromium')).toMatchObject({ outcome: 'allowed', reason: null, assumptions: [] });
});

test('an image without crossorigin is opaque', () => {
  const image = hop({ requestHeaders: [['Sec-Fetch-Mode', 'no-cors']], response: response(200, []) });
  expect(judge(exchange([image], { type: 'image' }), 'chromium')).toMatchObject({ outcome: 'opaque', mode: 'no-cors' });
});

test('without Sec-Fetch-Mode, an Origin on a GET tells of CORS', () => {
  const plain = hop({
    url: 'http://api.test/',
    requestHeaders: [['Origin', page]],
    response: response(200, [allow('*')]),
  });
  const verdict = judge(exchange([plain], { type: 'image' }), 'chromium');
  expect(verdict).toMatchObject({ outcome: 'allowed', mode: 'cors' });
  expect(assumption(verdict.assumptions, 'mode')).toMatchObject({ basis: 'origin-header' });
});

test('without Sec-Fetch-Mode, a POST that passed without CORS headers had no CORS', () => {
  const plain = hop({
    url: 'http://api.test/',
    method: 'POST',
    requestHeaders: [['Origin', page]],
    response: response(200, []),
  });
  expect(judge(exchange([plain]), 'chromium')).toMatchObject({
    outcome: 'opaque',
    mode: 'no-cors',
    contradiction: null,
  });
});

test('a sandboxed frame’s origin is null', () => {
  const seen = simple([allow(page)], { initiator: { origin: 'null', url: null }, ending: failed }, [
    ['Origin', 'null'],
    ['Sec-Fetch-Mode', 'cors'],
  ]);
  expect(judge(seen, 'chromium')).toMatchObject({ reason: 'AllowOriginMismatch' });
});

test('a URL that is none is shown as it is', () => {
  const seen = exchange([hop({ url: 'http://:no url', response: null })], { ending: failed });
  expect(judge(seen, 'chromium').outcome).toBe('not-cors');
});

test('an allowed answer tells what script can read', () => {
  const verdict = judge(simple([allow('*'), ['Content-Type', 'text/plain'], ['X-Total-Count', '12']]), 'chromium');
  expect(verdict.exposure).toEqual({
    readable: ['content-type'],
    hidden: ['access-control-allow-origin', 'x-total-count'],
  });
  expect(judge(simple([], { ending: failed }), 'chromium').exposure).toBeNull();
});
