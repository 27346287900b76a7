import { expect, test } from 'vitest';
import { plainText } from '../../../src/explain/rich-text.ts';
import { isWorthExposing, whyNotExposed } from '../../../src/explain/worth-exposing.ts';

test.each(['etag', 'x-total-count', 'www-authenticate', 'server', 'x-vary'])('code may want %s', (name) => {
  expect(isWorthExposing(name)).toBe(true);
});

test.each([
  {
    names: ['access-control-allow-origin', 'vary'],
    why: 'access-control-allow-origin and vary are for browsers and caches.',
  },
  { names: ['vary'], why: 'vary is for browsers and caches.' },
  { names: ['set-cookie', 'vary'], why: 'vary is for browsers and caches. No code may ever read set-cookie.' },
  { names: ['Set-Cookie'], why: 'No code may ever read Set-Cookie.' },
])('$names are left out, with the reason', ({ names, why }) => {
  expect(names.filter(isWorthExposing)).toEqual([]);
  expect(plainText(whyNotExposed(names))).toBe(why);
});
