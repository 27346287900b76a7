import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/cors/engine.ts';
import { engines } from '../../../src/cors/engines.ts';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import { nativeReason } from '../../../src/cors/native-reason.ts';
import { predict } from '../../../src/cors/predict.ts';
import type { CorsRequest } from '../../../src/cors/request.ts';
import type { Answer } from '../../../src/cors/server.ts';
import { allowAll, allowPut, answer, page, preflightSent, redirect, request, server } from './asking.ts';

const { chromium, firefox, webkit } = engines;

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

describe('addresses that no CORS check ever sees, measured', () => {
  const told = (engine: Engine, url: string, api: CorsRequest['api']) => {
    const prediction = predict(request({ url, api }), server([]).serve, engine);
    return nativeReason(prediction, engine.name)?.reason ?? prediction.outcome;
  };
  const toldInEach = (url: string, api: CorsRequest['api']) =>
    [chromium, firefox, webkit].map((engine) => told(engine, url, api));

  test.each([
    { url: 'ftp://x/', api: 'fetch', words: ['CorsDisabledScheme', 'CORSRequestNotHttp', 'SchemeNotAllowed'] },
    { url: 'ftp://x/', api: 'xhr', words: ['network-error', 'CORSRequestNotHttp', 'SchemeNotAllowed'] },
    { url: 'ws://x/', api: 'fetch', words: ['CorsDisabledScheme', 'network-error', 'SchemeNotAllowed'] },
    { url: 'chrome://version', api: 'xhr', words: ['network-error', 'network-error', 'SchemeNotAllowed'] },
    { url: 'data:text/plain,x', api: 'fetch', words: ['allowed', 'allowed', 'allowed'] },
    { url: 'data:,', api: 'fetch', words: ['allowed', 'allowed', 'allowed'] },
    { url: 'data:;base64,%65A==', api: 'fetch', words: ['allowed', 'allowed', 'allowed'] },
    { url: 'data:x', api: 'fetch', words: ['net::ERR_INVALID_URL', 'network-error', 'network-error'] },
    { url: 'data:;base64,@@', api: 'fetch', words: ['net::ERR_INVALID_URL', 'network-error', 'network-error'] },
  ] as const)('$url by $api is $words', ({ url, api, words }) => {
    expect(toldInEach(url, api)).toEqual(words);
  });

  const redirected = (engine: Engine, from: string, to: string) => {
    const prediction = predict(request({ url: from }), server([redirect(to)]).serve, engine);
    return nativeReason(prediction, engine.name);
  };

  test('Firefox has a category of its own for a redirect to a blob, unless request and blob are the page’s own', () => {
    const foreign = { outcome: 'blocked', reason: null };
    expect(redirected(firefox, 'https://api.test/', `blob:${page}/x`)).toEqual(foreign);
    expect(redirected(firefox, `${page}/`, 'blob:https://api.test/x')).toEqual(foreign);
    expect(redirected(firefox, `${page}/`, `blob:${page}/x`)).toEqual({ outcome: 'network-error', reason: null });
  });

  test('WebKit is silent about a broken redirect that has not left the page’s origin', () => {
    expect(redirected(webkit, `${page}/`, 'http://')).toEqual({ outcome: 'network-error', reason: null });
    expect(redirected(webkit, 'https://api.test/', 'http://')?.reason).toBe('RedirectSchemeNotHttp');
  });

  test.each([
    { method: 'GET', word: 'RestrictedPort' },
    { method: 'PUT', word: 'NetworkError' },
  ])('WebKit says of a $method that is redirected to a bad port: $word', ({ method, word }) => {
    const { serve } = server([redirect('https://api.test:25/')], allowPut);
    expect(nativeReason(predict(request({ method }), serve, webkit), 'webkit')?.reason).toBe(word);
  });

  test('an empty Location is no redirect to WebKit where the script waits for its XHR', () => {
    const outcome = (isSync: boolean) =>
      predict(request({ api: 'xhr', isSync }), server([redirect('')]).serve, webkit).outcome;
    expect([outcome(true), outcome(false)]).toEqual(['allowed', 'network-error']);
  });

  test('a Location is read as UTF-8, but for WebKit, which takes each byte for a letter', () => {
    expect(redirected(chromium, 'https://api.test/', 'http://\xe9.test/')?.reason).toBe('net::ERR_INVALID_REDIRECT');
    const { hops } = predict(request(), server([redirect('http://\xc3\xa9.test/')]).serve, chromium);
    expect(hops.at(-1)?.url).toBe('http://xn--9ca.test/');
    expect(redirected(webkit, 'https://api.test/', 'http://\xe9.test/')).toBe(null);
  });

  test('a wildcard before a member that is no token exposes everything to fetch in Firefox', () => {
    const lines: HeaderLine[] = [...allowAll, ['ETag', '"e"'], ['Access-Control-Expose-Headers', '*, b@d']];
    const readable = (engine: Engine, api: CorsRequest['api']) =>
      predict(request({ api }), server([answer(200, lines)]).serve, engine).exposure?.readable ?? [];
    expect(readable(firefox, 'fetch')).toContain('etag');
    expect(readable(firefox, 'xhr')).not.toContain('etag');
    expect(readable(chromium, 'fetch')).not.toContain('etag');
    expect(readable(webkit, 'fetch')).not.toContain('etag');
  });
});
