import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/cors/engine.ts';
import { engines } from '../../../src/cors/engines.ts';
import { predict } from '../../../src/cors/predict.ts';
import { allowAll, answer, request, server } from './asking.ts';

const { chromium, firefox, webkit } = engines;

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

describe('what nobody observed is not guessed', () => {
  test('an unknown preflight', () => {
    expect(predict(request({ method: 'PUT' }), () => ({ kind: 'not-known' }), chromium).outcome).toBe('unknown');
  });

  test('an unknown answer', () => {
    expect(predict(request(), () => ({ kind: 'not-known' }), firefox).outcome).toBe('unknown');
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
