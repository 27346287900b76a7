import { expect, test } from 'vitest';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import type { AdviceName } from '../../../src/fix/advice-name.ts';
import type { Fix } from '../../../src/fix/fix.ts';
import { fixFor } from '../../../src/fix/fix-exchange.ts';
import { concernsServer } from '../../../src/fix/whose-fault.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { WarningName } from '../../../src/judge/warning.ts';
import { answer, hop, refused } from '../report/sample-exchange.ts';

const origin = 'https://app.test';
const own: readonly HeaderLine[] = [['Origin', origin]];
const withCookie: readonly HeaderLine[] = [...own, ['Cookie', 'a=b']];

function get(headers: readonly HeaderLine[], sent = own, status = 200): Exchange {
  return refused([hop({ requestHeaders: sent, response: answer(status, headers) })]);
}

/** The request itself was never sent: its preflight was refused. */
function put(headers: readonly HeaderLine[], status = 204, asked = 'x-a', method = 'PUT'): Exchange {
  const question: HeaderLine[] = [
    ['Access-Control-Request-Method', method],
    ['Access-Control-Request-Headers', asked],
  ];
  const preflight = {
    requestId: 'p',
    startedAt: 0,
    requestHeaders: [...own, ...question],
    response: answer(status, headers),
    ending: { kind: 'completed', at: 0 } as const,
  };
  return refused([hop({ method, preflight, requestHeaders: null, sentAt: null, response: null })]);
}

/** "response: Name: value" for what has to be; what only a credentialed request needs in brackets. */
function changesOf(fix: Fix): string[] {
  if (fix.kind !== 'headers') return [fix.kind];
  return fix.hops.flatMap((each) =>
    (['preflight', 'response'] as const).flatMap((place) => [
      ...(each[place]?.status == null ? [] : [`${place}: ${each[place]?.status}`]),
      ...(each[place]?.headers ?? []).map(({ name, value, needed }) => {
        const text = `${place}: ${name}: ${value}`;
        return needed === 'if-credentialed' ? `(${text})` : text;
      }),
    ]),
  );
}

const allow = `response: Access-Control-Allow-Origin: ${origin}`;
const credentials = 'response: Access-Control-Allow-Credentials: true';
const vary = 'response: Vary: Origin';

test.each<{ name: string; exchange: Exchange; changes: string[] }>([
  {
    name: 'nothing is allowed, and the request carried a cookie',
    exchange: get([], withCookie),
    changes: [allow, credentials, vary],
  },
  {
    name: 'nothing is allowed, and nothing tells of credentials',
    exchange: get([]),
    changes: [allow, `(${credentials})`, vary],
  },
  {
    name: 'everyone is allowed, but the request has credentials',
    exchange: get([['Access-Control-Allow-Origin', '*']], withCookie),
    changes: [allow, credentials, vary],
  },
  {
    name: 'the answer varies by something else already',
    exchange: get([['Vary', 'Accept-Encoding']], withCookie),
    changes: [allow, credentials, 'response: Vary: Accept-Encoding, Origin'],
  },
  {
    name: 'the answer varies by origin already, and says it twice',
    exchange: get(
      [
        ['vary', 'accept, ORIGIN'],
        ['Access-Control-Allow-Origin', origin],
        ['Access-Control-Allow-Origin', origin],
        ['Access-Control-Allow-Credentials', 'true'],
      ],
      withCookie,
    ),
    changes: [allow],
  },
  {
    name: 'only the method is missing, next to those allowed already',
    exchange: put([
      ['Access-Control-Allow-Origin', origin],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Methods', 'PATCH, DELETE'],
      ['Access-Control-Allow-Headers', 'X-A'],
      ['Access-Control-Max-Age', '60'],
    ]),
    changes: ['preflight: Access-Control-Allow-Methods: PATCH, DELETE, PUT', allow, `(${credentials})`, vary],
  },
  {
    name: 'the preflight is answered by a login, with nothing right',
    exchange: put([], 401, 'authorization,x-a'),
    changes: [
      'preflight: 204',
      `preflight: Access-Control-Allow-Origin: ${origin}`,
      '(preflight: Access-Control-Allow-Credentials: true)',
      'preflight: Access-Control-Allow-Methods: PUT',
      'preflight: Access-Control-Allow-Headers: authorization, x-a',
      'preflight: Access-Control-Max-Age: 600',
      'preflight: Vary: Origin',
      allow,
      `(${credentials})`,
      vary,
    ],
  },
  {
    name: 'a list is malformed: what can be read of it stays',
    exchange: put([
      ['Access-Control-Allow-Origin', origin],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Allow-Headers', 'x-a, "x-b", x-c'],
    ]),
    changes: [
      'preflight: Access-Control-Allow-Headers: x-a, x-c',
      'preflight: Access-Control-Max-Age: 600',
      allow,
      `(${credentials})`,
      vary,
    ],
  },
  {
    name: 'the page is a file or a sandboxed frame, without credentials',
    exchange: {
      ...get([['Access-Control-Allow-Origin', 'https://other.test']], [['Origin', 'null']]),
      initiator: { origin: 'null', url: null },
    },
    changes: ['response: Access-Control-Allow-Origin: *'],
  },
  {
    name: 'the page is a file or a sandboxed frame, with credentials',
    exchange: {
      ...get(
        [],
        [
          ['Origin', 'null'],
          ['Cookie', 'a=b'],
        ],
      ),
      initiator: { origin: 'null', url: null },
    },
    changes: ['not-by-headers'],
  },
])('$name', ({ exchange, changes }) => {
  expect(changesOf(fixFor(exchange, judge(exchange, 'chromium')))).toEqual(changes);
});

test.each<{ name: string; exchange: Exchange; advice: string[] }>([
  { name: 'a login in front of the preflight', exchange: put([], 401), advice: ['preflight-before-login'] },
  {
    name: 'a redirected preflight',
    exchange: put([['Location', 'https://api.test/items/']], 301),
    advice: ['call-the-redirect-target'],
  },
  { name: 'a method in small letters', exchange: put([], 204, 'x-a', 'patch'), advice: ['method-in-capitals'] },
  { name: 'a server that failed', exchange: get([], withCookie, 500), advice: ['server-error-first'] },
  {
    name: 'a header from two places',
    exchange: get([
      ['Access-Control-Allow-Origin', origin],
      ['Access-Control-Allow-Origin', '*'],
    ]),
    advice: ['one-place-only'],
  },
])('the fix for $name comes with advice', ({ exchange, advice }) => {
  const fix = fixFor(exchange, judge(exchange, 'chromium'));
  expect(fix.kind === 'headers' ? fix.advice.map(({ name }) => name) : fix.kind).toEqual(advice);
});

test.each<{ name: string; error: string; advice: string }>([
  { name: 'a server that is not there', error: 'net::ERR_CONNECTION_REFUSED', advice: 'network-trouble' },
  { name: 'a certificate', error: 'net::ERR_CERT_AUTHORITY_INVALID', advice: 'certificate' },
  { name: 'an ad blocker', error: 'net::ERR_BLOCKED_BY_CLIENT', advice: 'blocked-by-extension' },
  { name: 'a port that is not safe', error: 'net::ERR_UNSAFE_PORT', advice: 'unsafe-port' },
  {
    name: 'the local network',
    error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS',
    advice: 'local-network',
  },
])('no header is offered against $name', ({ error, advice }) => {
  const exchange = refused([hop({ requestHeaders: own, response: null })], {
    ending: { kind: 'failed', at: 1, error },
  });
  const fix = fixFor(exchange, judge(exchange, 'chromium'));
  expect(fix.kind === 'not-by-headers' ? fix.advice.map(({ name }) => name) : fix.kind).toEqual([advice]);
});

const passing: Exchange = {
  ...get([
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Expose-Headers', 'X-Old'],
    ['X-Total', '3'],
  ]),
  ending: { kind: 'completed', at: 1 },
};

test('a hidden header is exposed beside those that are exposed already', () => {
  const fix = fixFor(passing, judge(passing, 'chromium'), { expose: ['X-Total'] });
  expect(changesOf(fix)).toContain('response: Access-Control-Expose-Headers: X-Old, X-Total');
});

const passingPut: Exchange = {
  ...refused([
    hop({
      method: 'PUT',
      requestHeaders: [...own, ['Authorization', 'Bearer x']],
      preflight: {
        requestId: 'p',
        startedAt: 0,
        requestHeaders: [
          ...own,
          ['Access-Control-Request-Method', 'PUT'],
          ['Access-Control-Request-Headers', 'authorization'],
        ],
        response: answer(204, [
          ['Access-Control-Allow-Origin', '*'],
          ['Access-Control-Allow-Methods', 'PUT'],
          ['Access-Control-Allow-Headers', '*'],
          ['Access-Control-Max-Age', '99999'],
        ]),
        ending: { kind: 'completed', at: 0 },
      },
      response: answer(200, [
        ['Access-Control-Allow-Origin', origin],
        ['Access-Control-Allow-Credentials', 'true'],
        ['X-Total', '3'],
      ]),
    }),
  ]),
  ending: { kind: 'completed', at: 1 },
};

test.each<{ warning: WarningName; parameter?: string; changes: string[] }>([
  { warning: 'missing-vary-origin', changes: [vary] },
  { warning: 'wildcard-covers-authorization', changes: ['preflight: Access-Control-Allow-Headers: *, Authorization'] },
  { warning: 'preflight-repeated', changes: ['preflight: Access-Control-Max-Age: 600'] },
  { warning: 'max-age-above-cap', changes: ['preflight: Access-Control-Max-Age: 7200'] },
  { warning: 'credentials-allowed-without-need', changes: ['response: Access-Control-Allow-Credentials: null'] },
  {
    warning: 'headers-not-exposed',
    parameter: 'x-total',
    changes: ['response: Access-Control-Expose-Headers: x-total'],
  },
  { warning: 'null-origin-allowed', changes: ['nothing-to-fix'] },
  { warning: 'blocked-elsewhere', parameter: 'webkit', changes: ['nothing-to-fix'] },
])('the cure for the warning $warning', ({ warning, parameter = '', changes }) => {
  const verdict = { ...judge(passingPut, 'chromium'), warnings: [{ name: warning, parameter }] };
  expect(verdict.outcome).toBe('allowed');
  expect(changesOf(fixFor(passingPut, verdict))).toEqual(changes);
});

test('there is nothing to fix in what is not over yet', () => {
  const exchange: Exchange = { ...get([]), ending: { kind: 'pending' } };
  expect(fixFor(exchange, judge(exchange, 'chromium'))).toEqual({ kind: 'nothing-to-fix' });
});

test.each<{ name: string; exchange: Exchange; kind: Fix['kind']; advice: AdviceName[]; server: boolean }>([
  {
    name: 'a redirect to a login page',
    exchange: get([['Location', 'https://sso.test/login']], own, 302),
    kind: 'not-by-headers',
    advice: ['answer-401'],
    server: true,
  },
  {
    name: 'a login page behind a redirect that allowed the page',
    exchange: refused([
      hop({
        requestHeaders: own,
        response: answer(302, [
          ['Location', 'https://api.test/login'],
          ['Access-Control-Allow-Origin', origin],
        ]),
        redirectedTo: 'https://api.test/login',
      }),
      hop({
        url: 'https://api.test/login',
        requestHeaders: own,
        response: answer(200, [['Content-Type', 'text/html']]),
      }),
    ]),
    kind: 'not-by-headers',
    advice: ['answer-401'],
    server: true,
  },
  {
    name: 'a proxy that wants a login',
    exchange: get([], own, 407),
    kind: 'not-by-headers',
    advice: ['proxy-login'],
    server: false,
  },
  {
    name: 'a preflight that is sent to a login page',
    exchange: put([['Location', 'https://sso.test/login']], 302),
    kind: 'headers',
    advice: ['call-the-redirect-target', 'preflight-before-login'],
    server: true,
  },
])('$name: told what helps, and who can', ({ exchange, kind, advice, server }) => {
  const verdict = judge(exchange, 'chromium');
  expect(verdict.notCors).toBe('login-page');
  const fix = fixFor(exchange, verdict);
  expect(fix.kind).toBe(kind);
  const names = fix.kind === 'nothing-to-fix' ? [] : fix.advice.map(({ name }) => name);
  expect(names.toSorted()).toEqual(advice);
  expect(concernsServer(fix)).toBe(server);
});
