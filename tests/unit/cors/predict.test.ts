import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/cors/engine.ts';
import { engines } from '../../../src/cors/engines.ts';
import { type HeaderLine, HeaderList } from '../../../src/cors/header-list.ts';
import { nativeReason } from '../../../src/cors/native-reason.ts';
import { predict } from '../../../src/cors/predict.ts';
import type { Prediction } from '../../../src/cors/prediction.ts';
import { PreflightCache } from '../../../src/cors/preflight-cache.ts';
import { type CorsRequest, plainRequest } from '../../../src/cors/request.ts';
import type { Answer, SentRequest, Server } from '../../../src/cors/server.ts';

const { chromium, firefox, webkit } = engines;
const page = 'https://app.test';
const allowAll: HeaderLine[] = [['Access-Control-Allow-Origin', '*']];

function request(changes: Partial<CorsRequest> = {}): CorsRequest {
  return { ...plainRequest, url: 'https://api.test/', origin: page, ...changes };
}

function answer(status: number, headers: readonly HeaderLine[]): Answer {
  return { kind: 'response', status, headers: new HeaderList(headers) };
}

/** Answers each step in turn, and every preflight alike; keeps what it was asked. */
function server(
  answers: readonly Answer[],
  preflight: Answer = answer(204, []),
): { serve: Server; asked: SentRequest[] } {
  const asked: SentRequest[] = [];
  const serve: Server = (sent) => {
    asked.push(sent);
    return sent.kind === 'preflight' ? preflight : (answers[sent.hop] ?? { kind: 'not-known' });
  };
  return { serve, asked };
}

function redirect(to: string, headers: readonly HeaderLine[] = allowAll, status = 307): Answer {
  return answer(status, [['Location', to], ...headers]);
}

function preflightSent({ hops }: Prediction): boolean {
  return hops.some(({ preflight }) => preflight === 'sent');
}

const allowPut: Answer = answer(204, [...allowAll, ['Access-Control-Allow-Methods', 'PUT']]);

test('a refused preflight ends it: the request is never sent, and its checks are not reached', () => {
  const { serve, asked } = server([answer(200, allowAll)], answer(404, []));
  const prediction = predict(request({ method: 'PUT' }), serve, chromium);
  expect(prediction).toMatchObject({
    outcome: 'blocked',
    reason: 'PreflightMissingAllowOriginHeader',
    stage: 'preflight',
  });
  expect(asked.map(({ kind }) => kind)).toEqual(['preflight']);
  expect(prediction.checks.find(({ name }) => name === 'allow-origin')?.status).toBe('not-reached');
});

test('checks after the first failure are made too, and marked as what would fail next', () => {
  const { serve } = server([], answer(404, []));
  const { checks } = predict(request({ method: 'PUT', headers: [['X-A', '1']] }), serve, chromium);
  const states = checks.filter(({ stage }) => stage === 'preflight').map(({ name, status }) => [name, status]);
  expect(states).toEqual([
    ['preflight-redirect', 'passed'],
    ['preflight-allow-origin', 'failed'],
    ['preflight-status', 'would-fail'],
    ['preflight-parse-methods', 'passed'],
    ['preflight-parse-headers', 'passed'],
    ['preflight-method', 'would-fail'],
    ['preflight-headers', 'would-fail'],
  ]);
});

describe('each engine has its own order of checks', () => {
  const faults: { name: string; answer: Answer; reasons: Record<Engine['name'], string> }[] = [
    {
      name: 'a bad status and no allowed origin',
      answer: answer(500, []),
      reasons: {
        chromium: 'PreflightMissingAllowOriginHeader',
        firefox: 'PreflightMissingAllowOriginHeader',
        webkit: 'PreflightInvalidStatus',
      },
    },
    {
      name: 'a redirect without an allowed origin',
      answer: answer(302, [['Location', '/elsewhere']]),
      reasons: {
        chromium: 'PreflightDisallowedRedirect',
        firefox: 'PreflightMissingAllowOriginHeader',
        webkit: 'PreflightInvalidStatus',
      },
    },
    {
      name: 'a method that is not allowed and headers that do not parse',
      answer: answer(204, [...allowAll, ['Access-Control-Allow-Headers', '@@']]),
      reasons: {
        chromium: 'InvalidAllowHeadersPreflightResponse',
        firefox: 'MethodDisallowedByPreflightResponse',
        webkit: 'InvalidAllowHeadersPreflightResponse',
      },
    },
  ];
  test.each(faults)('$name', ({ answer: preflight, reasons }) => {
    for (const engine of [chromium, firefox, webkit]) {
      const { serve } = server([], preflight);
      expect(predict(request({ method: 'PUT', headers: [['X-A', '1']] }), serve, engine).reason).toBe(
        reasons[engine.name],
      );
    }
  });
});

describe('redirects', () => {
  test('leaving an origin that is not the page’s own taints the origin to null', () => {
    const { serve, asked } = server([
      redirect('https://other.test/'),
      answer(200, [['Access-Control-Allow-Origin', page]]),
    ]);
    const prediction = predict(request(), serve, chromium);
    expect(asked.map(({ origin }) => origin)).toEqual([page, 'null']);
    expect(prediction).toMatchObject({ reason: 'AllowOriginMismatch', hop: 1, parameter: page });
  });

  test('the page’s own origin redirects without CORS headers', () => {
    const { serve } = server([redirect('https://api.test/', []), answer(200, allowAll)]);
    expect(predict(request({ url: `${page}/` }), serve, chromium).outcome).toBe('allowed');
  });

  test('a redirect needs CORS headers as any answer does', () => {
    const { serve } = server([redirect('https://api.test/2', []), answer(200, allowAll)]);
    expect(predict(request(), serve, chromium)).toMatchObject({
      reason: 'MissingAllowOriginHeader',
      stage: 'redirect',
      hop: 0,
    });
  });

  test('only Firefox preflights a tainted request with the page’s origin', () => {
    const originOfSecondPreflight = (engine: Engine) => {
      const answers = [redirect('https://other.test/'), answer(200, allowAll)];
      const { serve, asked } = server(answers, allowPut);
      predict(request({ method: 'PUT' }), serve, engine);
      return asked.find(({ kind, hop }) => kind === 'preflight' && hop === 1)?.origin;
    };
    expect(originOfSecondPreflight(firefox)).toBe(page);
    expect(originOfSecondPreflight(chromium)).toBe('null');
    expect(originOfSecondPreflight(webkit)).toBe('null');
  });

  test('Firefox does not check whom a preflight of the page’s own origin allows', () => {
    const answers = [redirect(`${page}/`), answer(200, [['Access-Control-Allow-Origin', 'null']])];
    const preflight: Server = ({ hop }) =>
      answer(204, [
        ['Access-Control-Allow-Origin', hop === 0 ? page : 'nobody'],
        ['Access-Control-Allow-Methods', 'PUT'],
      ]);
    const serve: Server = (sent) =>
      sent.kind === 'preflight' ? preflight(sent) : (answers[sent.hop] ?? { kind: 'not-known' });
    expect(predict(request({ method: 'PUT' }), serve, firefox).outcome).toBe('allowed');
    expect(predict(request({ method: 'PUT' }), serve, chromium).reason).toBe('PreflightInvalidAllowOriginValue');
  });

  test('Authorization is dropped on the way to another origin; only Chromium then asks for nothing', () => {
    const listed = (engine: Engine) => {
      const { serve, asked } = server(
        [redirect('https://api.test/', []), answer(200, allowAll)],
        answer(204, allowAll),
      );
      predict(request({ url: `${page}/`, headers: [['Authorization', 'Bearer x']] }), serve, engine);
      return asked.find(({ kind }) => kind === 'preflight')?.unsafeHeaders ?? null;
    };
    expect(listed(chromium)).toBeNull();
    expect(listed(firefox)).toEqual([]);
    expect(listed(webkit)).toEqual(['authorization']);
  });

  test.each<[number, string, string]>([
    [301, 'POST', 'GET'],
    [302, 'PUT', 'PUT'],
    [303, 'PUT', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [307, 'POST', 'POST'],
  ])('after %i, %s becomes %s', (status, before, after) => {
    const { serve, asked } = server([redirect('/2', allowAll, status), answer(200, allowAll)], allowPut);
    predict(request({ method: before }), serve, chromium);
    expect(asked.findLast(({ kind }) => kind === 'request')?.method).toBe(after);
  });

  test('user and password in a redirect are refused, an empty user is not', () => {
    const end = (to: string) => predict(request(), server([redirect(to), answer(200, allowAll)]).serve, chromium);
    expect(end('https://user@api.test/').reason).toBe('RedirectContainsCredentials');
    expect(end('https://@api.test/').outcome).toBe('allowed');
  });

  test('the twenty-first redirect is one too many', () => {
    const endless: Server = () => redirect('https://api.test/');
    const { networkError, hops } = predict(request(), endless, chromium);
    expect(networkError).toBe('too-many-redirects');
    expect(hops).toHaveLength(21);
  });
});

describe('what nobody observed is not guessed', () => {
  test('an unknown preflight', () => {
    expect(predict(request({ method: 'PUT' }), () => ({ kind: 'not-known' }), chromium).outcome).toBe('unknown');
  });

  test('an unknown answer', () => {
    expect(predict(request(), () => ({ kind: 'not-known' }), firefox).outcome).toBe('unknown');
  });
});

describe('the preflight cache', () => {
  const preflightedAgain = (engine: Engine, maxAge: string | null, change: Partial<CorsRequest> = {}, wait = 0) => {
    const lines: HeaderLine[] = [
      ['Access-Control-Allow-Origin', page],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Methods', 'PUT'],
    ];
    const preflight = answer(204, maxAge === null ? lines : [...lines, ['Access-Control-Max-Age', maxAge]]);
    const { serve } = server([answer(200, lines)], preflight);
    const cache = new PreflightCache();
    predict(request({ method: 'PUT' }), serve, engine, cache);
    cache.advance(wait);
    return preflightSent(predict(request({ method: 'PUT', ...change }), serve, engine, cache));
  };

  test.each([
    { name: 'for five seconds without a word', maxAge: null, wait: 4_999, again: false },
    { name: 'for no longer than that', maxAge: null, wait: 5_000, again: true },
    { name: 'not at all for 0', maxAge: '0', wait: 0, again: true },
    { name: 'not at all for less than nothing', maxAge: '-1', wait: 0, again: true },
    { name: 'for as long as it says', maxAge: '600', wait: 599_999, again: false },
    { name: 'for two hours at most', maxAge: '86400', wait: 7_200_000, again: true },
  ])('Chromium keeps an answer $name', ({ maxAge, wait, again }) => {
    expect(preflightedAgain(chromium, maxAge, {}, wait)).toBe(again);
  });

  test('an unreadable time counts as none in Chromium, as never in Firefox', () => {
    expect(preflightedAgain(chromium, 'abc')).toBe(false);
    expect(preflightedAgain(firefox, 'abc')).toBe(true);
  });

  test('a kept answer does not cover another method, another URL or credentials', () => {
    expect(preflightedAgain(chromium, '600', { method: 'DELETE' })).toBe(true);
    expect(preflightedAgain(chromium, '600', { url: 'https://api.test/2' })).toBe(true);
    expect(preflightedAgain(chromium, '600', { credentials: 'include' })).toBe(true);
  });
});

test('modes that cannot be kept are refused before anything is sent', () => {
  const { serve, asked } = server([]);
  expect(predict(request({ mode: 'same-origin' }), serve, chromium).reason).toBe('DisallowedByMode');
  expect(predict(request({ mode: 'no-cors', redirect: 'manual' }), serve, chromium).reason).toBe(
    'NoCorsRedirectModeNotFollow',
  );
  expect(predict(request({ url: 'ftp://api.test/' }), serve, chromium).reason).toBe('CorsDisabledScheme');
  expect(asked).toEqual([]);
});

test('without CORS the response is opaque, whatever it says', () => {
  expect(predict(request({ mode: 'no-cors' }), server([answer(200, [])]).serve, chromium).outcome).toBe('opaque');
});

describe('where the engines differ, measured', () => {
  const allowOrigin = 'Access-Control-Allow-Origin';
  const get = (lines: readonly HeaderLine[], engine: Engine, change: Partial<CorsRequest> = {}) =>
    predict(request(change), server([answer(200, lines)]).serve, engine);

  test.each([
    { names: [allowOrigin, allowOrigin], told: 'CORSMultipleAllowOriginNotAllowed' },
    { names: [allowOrigin, allowOrigin.toLowerCase()], told: 'CORSAllowOriginNotMatchingOrigin' },
    { names: [allowOrigin.toLowerCase(), allowOrigin.toLowerCase()], told: 'CORSAllowOriginNotMatchingOrigin' },
  ])('Firefox takes lines of $names for $told', ({ names, told }) => {
    const lines = names.map((name): HeaderLine => [name, page]);
    expect(nativeReason(get(lines, firefox), 'firefox')?.reason).toBe(told);
  });

  test('an empty line beside another is nothing to Firefox, and a second value to the others', () => {
    const lines: HeaderLine[] = [
      [allowOrigin, page],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Credentials', ''],
    ];
    const outcome = (engine: Engine) => get(lines, engine, { credentials: 'include' }).outcome;
    expect([outcome(chromium), outcome(firefox), outcome(webkit)]).toEqual(['blocked', 'allowed', 'blocked']);
  });

  test.each([
    { redirect: 'follow', reason: 'PreflightDisallowedRedirect' },
    { redirect: 'manual', reason: 'PreflightInvalidStatus' },
    { redirect: 'error', reason: 'PreflightInvalidStatus' },
  ] as const)(
    'with redirect mode $redirect Firefox names $reason of a redirected preflight',
    ({ redirect, reason }) => {
      const preflight = answer(302, [...allowAll, ['Location', '/elsewhere']]);
      const { serve } = server([answer(200, allowAll)], preflight);
      expect(predict(request({ method: 'PUT', redirect }), serve, firefox).reason).toBe(reason);
      expect(predict(request({ method: 'PUT', redirect }), serve, chromium).reason).toBe('PreflightDisallowedRedirect');
    },
  );

  test('an upload listener on a synchronous XHR asks for a preflight in Firefox only', () => {
    const preflighted = (engine: Engine) =>
      preflightSent(
        predict(
          request({ api: 'xhr', method: 'POST', body: 'present', uploadListener: true, isSync: true }),
          server([answer(200, allowAll)], answer(204, allowAll)).serve,
          engine,
        ),
      );
    expect([preflighted(chromium), preflighted(firefox), preflighted(webkit)]).toEqual([false, true, false]);
  });

  test('two different Location lines spoil any answer in Chromium and Firefox', () => {
    const lines: HeaderLine[] = [...allowAll, ['Location', '/a'], ['Location', '/b']];
    expect(get(lines, chromium).networkError).toBe('several-locations');
    expect(get(lines, firefox).networkError).toBe('several-locations');
    expect(get(lines, webkit).outcome).toBe('allowed');
  });

  test('a font, loaded without CORS in WebKit, is subject to a resource policy all the same', () => {
    const lines: HeaderLine[] = [...allowAll, ['Cross-Origin-Resource-Policy', 'same-origin']];
    expect(get(lines, webkit, { api: 'font' }).networkError).toBe('corp-not-same-origin');
    expect(get(lines, chromium, { api: 'font' }).outcome).toBe('allowed');
  });

  test('a sandboxed frame is of the site that made it when Chromium asks a resource policy', () => {
    const lines: HeaderLine[] = [['Cross-Origin-Resource-Policy', 'same-site']];
    const framed = { mode: 'no-cors', origin: 'null', precursorOrigin: 'https://www.api.test' } as const;
    expect(get(lines, chromium, framed).outcome).toBe('opaque');
    expect(get(lines, firefox, framed).networkError).toBe('corp-not-same-site');
  });
});

describe('local network access', () => {
  const facts = {
    initiatorSpace: 'public',
    initiatorIsSecure: true,
    targetSpace: 'loopback',
    declaredSpace: null,
    permission: 'denied',
  } as const;
  const reason = (changes: object, engine: Engine = chromium) =>
    predict(request({ localNetwork: { ...facts, ...changes } }), server([answer(200, allowAll)]).serve, engine).reason;

  test('a secure page needs the permission, an insecure one cannot have it', () => {
    expect(reason({})).toBe('LocalNetworkAccessPermissionDenied');
    expect(reason({ permission: 'granted' })).toBeNull();
    expect(reason({ initiatorIsSecure: false, permission: 'granted' })).toBe('InsecureLocalNetwork');
  });

  test('from this machine nothing is more private', () => {
    expect(reason({ initiatorSpace: 'loopback', targetSpace: 'local' })).toBeNull();
  });

  test('a declared space must be the real one', () => {
    expect(reason({ declaredSpace: 'local', permission: 'granted' })).toBe('InvalidLocalNetworkAccess');
  });

  test('WebKit does not know it', () => {
    expect(reason({}, webkit)).toBeNull();
  });
});
