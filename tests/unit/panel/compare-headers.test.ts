import { expect, test } from 'vitest';
import { compareHeaders } from '../../../src/panel/detail/compare-headers.ts';

test('the server’s own headers stand beside those that the page got, each line once', () => {
  expect(
    compareHeaders(
      [
        ['Content-Type', 'text/plain'],
        ['X-Twice', '1'],
        ['X-Twice', '2'],
        ['Access-Control-Allow-Origin', '*'],
        ['X-Gone', 'yes'],
      ],
      [
        ['content-type', 'text/plain'],
        ['X-Twice', '1'],
        ['X-Twice', '2'],
        ['access-control-allow-origin', 'https://app.test'],
        ['access-control-max-age', '0'],
      ],
    ),
  ).toEqual([
    { name: 'Content-Type', own: 'text/plain', effective: 'text/plain' },
    { name: 'X-Twice', own: '1', effective: '1' },
    { name: 'X-Twice', own: '2', effective: '2' },
    { name: 'Access-Control-Allow-Origin', own: '*', effective: 'https://app.test' },
    { name: 'X-Gone', own: 'yes', effective: null },
    { name: 'access-control-max-age', own: null, effective: '0' },
  ]);
});
