import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/cors/engine.ts';
import { engines } from '../../../src/cors/engines.ts';
import { predict } from '../../../src/cors/predict.ts';
import type { Server } from '../../../src/cors/server.ts';
import { allowAll, allowPut, answer, page, redirect, request, server } from './asking.ts';

const { chromium, firefox, webkit } = engines;

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
