import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/cors/engine.ts';
import { engines } from '../../../src/cors/engines.ts';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import { nativeReason } from '../../../src/cors/native-reason.ts';
import { predict } from '../../../src/cors/predict.ts';
import type { CorsRequest } from '../../../src/cors/request.ts';
import type { Answer } from '../../../src/cors/server.ts';
import { allowAll, answer, page, preflightSent, request, server } from './asking.ts';

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
