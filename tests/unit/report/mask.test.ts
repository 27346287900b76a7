import { expect, test } from 'vitest';
import { isSecretName, maskHeaderValue, maskText, maskUrl } from '../../../src/report/mask.ts';

test.each([
  ['Cookie', 'sid=abc; theme=dark', 'sid=***; theme=***'],
  ['Set-Cookie', 'sid=abc; Path=/; HttpOnly; SameSite=None', 'sid=***; Path=/; HttpOnly; SameSite=None'],
  ['Authorization', 'Bearer abc.def', 'Bearer ***'],
  ['authorization', 'abcdef', '***'],
  ['Authorization', 'Digest username="a", response="b"', 'Digest ***'],
  ['X-Api-Key', 'abc', '***'],
  ['apikey', 'abc', '***'],
  ['X-CSRF-Token', 'abc', '***'],
  ['X-Amz-Security-Token', 'abc', '***'],
  ['X-Trace', 'id eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'id ***'],
  [
    'Location',
    'https://a.test/cb?code=abc&page=2#access_token=x',
    'https://a.test/cb?code=***&page=2#access_token=***',
  ],
  ['Access-Control-Allow-Headers', 'authorization, x-api-key', 'authorization, x-api-key'],
  ['Access-Control-Expose-Headers', 'x-auth-token', 'x-auth-token'],
  ['Content-Type', 'application/json', 'application/json'],
  ['Origin', 'https://token.test', 'https://token.test'],
])('%s: %s is shown as %s', (name, value, shown) => {
  expect(maskHeaderValue(name, value)).toBe(shown);
});

test.each([
  ['https://a.test/x?api_key=1&q=2', 'https://a.test/x?api_key=***&q=2'],
  ['https://a.test/x?accessToken=1', 'https://a.test/x?accessToken=***'],
  ['https://a.test/x?X-Amz-Signature=1&X-Amz-Date=2', 'https://a.test/x?X-Amz-Signature=***&X-Amz-Date=2'],
  ['https://a.test/x?to%6ben=1', 'https://a.test/x?to%6ben=***'],
  ['https://me:pw@a.test/', 'https://***@a.test/'],
  ['https://a.test/?a=b#token=1', 'https://a.test/?a=b#token=***'],
  ['https://a.test/monkey?keyboard=1', 'https://a.test/monkey?keyboard=1'],
  ['/items?sid=1', '/items?sid=***'],
  ['https://a.test/%zz?%zz=1', 'https://a.test/%zz?%zz=1'],
])('the URL %s is shown as %s', (url, shown) => {
  expect(maskUrl(url)).toBe(shown);
});

test.each(['session', 'PHPSESSID', 'JSESSIONID', 'refresh_token', 'client-secret', 'x-goog-api-key', 'password'])(
  '%s is the name of a secret',
  (name) => {
    expect(isSecretName(name)).toBe(true);
  },
);

test.each(['x-requested-with', 'content-type', 'page', 'author', 'x-total-count', 'sec-fetch-mode'])(
  '%s is not',
  (name) => {
    expect(isSecretName(name)).toBe(false);
  },
);

test('a text that quotes a URL keeps its words', () => {
  expect(maskText('redirected to https://a.test/?token=1 today')).toBe('redirected to https://a.test/?token=*** today');
});
