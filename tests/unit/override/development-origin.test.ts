import { expect, test } from 'vitest';
import { isDevelopmentOrigin, readOrigin } from '../../../src/override/development-origin.ts';

test.each([
  'http://localhost',
  'http://localhost:3000',
  'https://app.localhost:8443',
  'http://127.0.0.1:8080',
  'http://127.255.1.2',
  'http://[::1]:3000',
  'https://shop.test',
  'https://a.b.test:8443',
  'http://printer.local',
  'http://10.1.2.3',
  'http://172.16.0.1',
  'http://172.31.255.255',
  'http://192.168.0.17:5173',
  'http://169.254.7.7',
  'http://[fd12:3456::1]',
  'http://[fe80::1]',
  'http://localhost.',
])('%s is a development origin', (origin) => {
  expect(isDevelopmentOrigin(origin, [])).toBe(true);
});

test.each([
  'https://shop.example',
  'https://localhost.example',
  'https://test.example',
  'https://mylocalhost',
  'https://contest',
  'http://172.15.0.1',
  'http://172.32.0.1',
  'http://128.0.0.1',
  'http://11.0.0.1',
  'http://192.169.0.1',
  'http://8.8.8.8',
  'http://[2001:db8::1]',
  'http://[fc::1]',
  'https://10.0.0.1.example',
  'https://localhost:3000/path',
  'ftp://localhost',
  'file://',
  'null',
  '',
])('%s is none', (origin) => {
  expect(isDevelopmentOrigin(origin, [])).toBe(false);
});

test('an origin that the person added is one, with this scheme and port only', () => {
  const added = ['https://dev.shop.example:8443'];
  expect(isDevelopmentOrigin('https://dev.shop.example:8443', added)).toBe(true);
  expect(isDevelopmentOrigin('http://dev.shop.example:8443', added)).toBe(false);
  expect(isDevelopmentOrigin('https://dev.shop.example', added)).toBe(false);
  expect(isDevelopmentOrigin('https://a.dev.shop.example:8443', added)).toBe(false);
});

test.each([
  [' https://Dev.Shop.example:443/path?q ', 'https://dev.shop.example'],
  ['http://[0:0::1]:80', 'http://[::1]'],
  ['dev.shop.example', null],
  ['file:///home', null],
  ['javascript:alert(1)', null],
])('what is written as %j means %j', (text, origin) => {
  expect(readOrigin(text)).toBe(origin);
});
