import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/cors/engine.ts';
import { engines } from '../../../src/cors/engines.ts';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import { predict } from '../../../src/cors/predict.ts';
import { PreflightCache } from '../../../src/cors/preflight-cache.ts';
import type { CorsRequest } from '../../../src/cors/request.ts';
import { answer, page, preflightSent, request, server } from './asking.ts';

const { chromium, firefox, webkit } = engines;

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

  test('a wildcard kept for credentials covers a request without them in WebKit only', () => {
    const lines: HeaderLine[] = [
      ['Access-Control-Allow-Origin', page],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Methods', '*, PUT'],
    ];
    const { serve } = server([answer(200, lines)], answer(204, lines));
    const preflighted = (engine: Engine) => {
      const cache = new PreflightCache();
      predict(request({ method: 'PUT', credentials: 'include' }), serve, engine, cache);
      return preflightSent(predict(request({ method: 'DELETE' }), serve, engine, cache));
    };
    expect([preflighted(chromium), preflighted(firefox), preflighted(webkit)]).toEqual([true, true, false]);
  });

  test('a kept answer does not cover another method, another URL or credentials', () => {
    expect(preflightedAgain(chromium, '600', { method: 'DELETE' })).toBe(true);
    expect(preflightedAgain(chromium, '600', { url: 'https://api.test/2' })).toBe(true);
    expect(preflightedAgain(chromium, '600', { credentials: 'include' })).toBe(true);
  });
});
