import { expect, test } from 'vitest';
import { type HeaderLine, HeaderList } from '../../../src/cors/header-list.ts';
import { exposeHeaders } from '../../../src/cors/response-headers.ts';

const lines: HeaderLine[] = [
  ['Content-Type', 'text/plain'],
  ['ETag', '"e"'],
  ['Set-Cookie', 'k=v'],
  ['X-Total-Count', '12'],
];

function readable(expose: readonly string[], credentialed = false): readonly string[] {
  const exposing = expose.map((value): HeaderLine => ['Access-Control-Expose-Headers', value]);
  const headers = new HeaderList([...lines, ...exposing]);
  return exposeHeaders(headers, 'cors', credentialed).readable.filter((name) => !name.startsWith('access-control'));
}

test.each<{ name: string; expose: readonly string[]; credentialed?: boolean; expected: readonly string[] }>([
  { name: 'without a word, only the safelisted ones', expose: [], expected: ['content-type'] },
  { name: 'one that is named, in any case', expose: ['x-total-COUNT'], expected: ['content-type', 'x-total-count'] },
  {
    name: 'those of several lines',
    expose: ['ETag', 'X-Total-Count'],
    expected: ['content-type', 'etag', 'x-total-count'],
  },
  { name: 'all but cookies by a wildcard', expose: ['*'], expected: ['content-type', 'etag', 'x-total-count'] },
  { name: 'none by a wildcard with credentials', expose: ['*'], credentialed: true, expected: ['content-type'] },
  { name: 'none where a member is no token', expose: ['X-Total-Count, "ETag"'], expected: ['content-type'] },
  { name: 'those around empty members', expose: ['X-Total-Count,,'], expected: ['content-type', 'x-total-count'] },
  { name: 'never a cookie, though it is named', expose: ['Set-Cookie'], expected: ['content-type'] },
])('script can read $name', ({ expose, credentialed = false, expected }) => {
  expect(readable(expose, credentialed)).toEqual(expected);
});

test('of the page’s own origin, script can read everything but cookies', () => {
  expect(exposeHeaders(new HeaderList(lines), 'basic', true)).toEqual({
    readable: ['content-type', 'etag', 'x-total-count'],
    hidden: ['set-cookie'],
  });
});

test('of an opaque response, script can read nothing', () => {
  expect(exposeHeaders(new HeaderList(lines), 'opaque', false).readable).toEqual([]);
});
