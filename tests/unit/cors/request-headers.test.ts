import { describe, expect, test } from 'vitest';
import { engines } from '../../../src/cors/engines.ts';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import { isForbiddenRequestHeader, unsafeRequestHeaderNames } from '../../../src/cors/request-headers.ts';

const { chromium, firefox, webkit } = engines;

test.each<HeaderLine>([
  ['Accept', 'application/json'],
  ['Accept', 'a'.repeat(128)],
  ['Accept-Language', 'en-US,en;q=0.5'],
  ['Content-Language', 'de'],
  ['Content-Type', 'text/plain;charset=utf-8'],
  ['Content-Type', 'TEXT/PLAIN'],
  ['Content-Type', 'multipart/form-data; boundary=x'],
  ['Content-Type', 'text/plain;garbage'],
  ['Range', 'bytes=0-499'],
  ['Range', 'bytes=500-'],
])('%s: %s asks for no preflight', (name, value) => {
  for (const engine of [chromium, firefox, webkit])
    expect(unsafeRequestHeaderNames([[name, value]], engine)).toEqual([]);
});

test.each<HeaderLine>([
  ['Accept', 'a"b'],
  ['Accept', 'a'.repeat(129)],
  ['Accept-Language', 'en_US'],
  ['Content-Language', 'de@x'],
  ['Content-Type', 'application/json'],
  ['Content-Type', ''],
  ['Content-Type', 'text/plain, application/json'],
  ['Content-Type', 'text/plain; charset="utf-8"'],
  ['Range', 'bytes=-5'],
  ['Range', 'bytes=10-5'],
  ['Range', `bytes=${'9'.repeat(61)}-`],
  ['X-Requested-With', 'XMLHttpRequest'],
  ['Authorization', 'Bearer x'],
])('%s: %s asks for a preflight', (name, value) => {
  for (const engine of [chromium, firefox, webkit]) {
    expect(unsafeRequestHeaderNames([[name, value]], engine)).toEqual([name.toLowerCase()]);
  }
});

test('names are listed in lower case, sorted, each once', () => {
  const lines: HeaderLine[] = [
    ['X-B', '1'],
    ['x-a', '1'],
    ['x-b', '2'],
    ['Accept', '*/*'],
  ];
  expect(unsafeRequestHeaderNames(lines, chromium)).toEqual(['x-a', 'x-b']);
});

describe('where engines differ', () => {
  test('client hints are safe in Chromium only', () => {
    expect(unsafeRequestHeaderNames([['DPR', '2']], chromium)).toEqual([]);
    expect(unsafeRequestHeaderNames([['DPR', 'two']], chromium)).toEqual(['dpr']);
    expect(unsafeRequestHeaderNames([['DPR', '2']], firefox)).toEqual(['dpr']);
    expect(unsafeRequestHeaderNames([['DPR', '2']], webkit)).toEqual(['dpr']);
  });

  test('Chromium drops a User-Agent that script sets; the others ask for it', () => {
    expect(unsafeRequestHeaderNames([['User-Agent', 'x']], chromium)).toEqual([]);
    expect(unsafeRequestHeaderNames([['User-Agent', 'x']], firefox)).toEqual(['user-agent']);
  });

  test('Firefox judges a header set twice line by line, the others its combined value', () => {
    const lines: HeaderLine[] = [
      ['Accept', 'a'.repeat(64)],
      ['Accept', 'a'.repeat(64)],
    ];
    expect(unsafeRequestHeaderNames(lines, firefox)).toEqual([]);
    expect(unsafeRequestHeaderNames(lines, chromium)).toEqual(['accept']);
    expect(unsafeRequestHeaderNames(lines, webkit)).toEqual(['accept']);
  });

  test('WebKit takes the range’s unit in any case', () => {
    expect(unsafeRequestHeaderNames([['Range', 'BYTES=0-10']], webkit)).toEqual([]);
    expect(unsafeRequestHeaderNames([['Range', 'BYTES=0-10']], chromium)).toEqual(['range']);
  });

  test('more than 1024 safelisted bytes ask for a preflight, but not in Firefox', () => {
    const hints = ['dpr', 'width', 'rtt', 'downlink', 'viewport-width', 'device-memory', 'intervention'];
    const lines: HeaderLine[] = [...hints, 'accept', 'accept-language'].map((name) => [name, '1'.repeat(128)]);
    expect(unsafeRequestHeaderNames(lines, chromium)).toHaveLength(9);
    expect(unsafeRequestHeaderNames(lines.slice(0, 8), chromium)).toEqual([]);
  });
});

test.each<[string, string, boolean]>([
  ['Cookie', 'a=b', true],
  ['sec-fetch-mode', 'cors', true],
  ['Proxy-Authorization', 'x', true],
  ['X-HTTP-Method-Override', 'put, TRACE', true],
  ['X-HTTP-Method-Override', 'PUT', false],
  ['Authorization', 'x', false],
  ['Secret', 'x', false],
])('%s: %s is out of script’s reach: %s', (name, value, forbidden) => {
  expect(isForbiddenRequestHeader(name, value)).toBe(forbidden);
});
