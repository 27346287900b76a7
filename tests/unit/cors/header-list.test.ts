import { expect, test } from 'vitest';
import { HeaderList } from '../../../src/cors/header-list.ts';

test('a header is found in any case of its name', () => {
  const headers = new HeaderList([['ACCESS-Control-allow-ORIGIN', '*']]);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(headers.has('access-CONTROL-allow-origin')).toBe(true);
});

test('a header that is not there is null, which an empty one is not', () => {
  const headers = new HeaderList([['Vary', '']]);
  expect(headers.get('vary')).toBe('');
  expect(headers.get('etag')).toBeNull();
});

test('several lines are combined with a comma and a space, each trimmed', () => {
  const headers = new HeaderList([
    ['Access-Control-Allow-Origin', ' http://a.test\t'],
    ['X-Other', '1'],
    ['access-control-allow-origin', ''],
  ]);
  expect(headers.get('access-control-allow-origin')).toBe('http://a.test, ');
  expect(headers.getAll('access-control-allow-origin')).toEqual(['http://a.test', '']);
  expect(headers.names()).toEqual(['access-control-allow-origin', 'x-other']);
});

test.each([
  { name: 'spaces and tabs', value: ' \t*\t ', trimmed: '*' },
  { name: 'nothing but spaces', value: '   ', trimmed: '' },
  { name: 'no vertical tab', value: '\u000b*', trimmed: '\u000b*' },
  { name: 'no form feed', value: '*\u000c', trimmed: '*\u000c' },
  { name: 'no non-breaking space', value: '*\u00a0', trimmed: '*\u00a0' },
])('the whitespace that does not count is $name', ({ value, trimmed }) => {
  expect(new HeaderList([['X', value]]).get('x')).toBe(trimmed);
});
