import { expect, test } from 'vitest';
import { jsonFault } from '../../../src/exchange/json-fault.ts';

const begin = { line: 40, column: 7 };

test.each([
  {
    name: 'Chromium, with a position',
    message: 'Expected double-quoted property name in JSON at position 12 (line 2 column 4)',
    place: { line: 41, column: 4 },
    why: 'Expected double-quoted property name',
  },
  {
    name: 'Chromium, in the first line',
    message: 'Unexpected token } in JSON at position 6',
    place: { line: 40, column: 13 },
    why: 'Unexpected token }',
  },
  {
    name: 'Chromium, without a position',
    message: 'Unexpected token \'u\', ..."request": undefined}" is not valid JSON',
    place: begin,
    why: "Unexpected token 'u'",
  },
  {
    name: 'Firefox',
    message: 'JSON.parse: expected double-quoted property name at line 2 column 4 of the JSON data',
    place: { line: 41, column: 4 },
    why: 'expected double-quoted property name',
  },
])('what is wrong, and its place in the file: $name', ({ message, place, why }) => {
  expect(jsonFault(new SyntaxError(message), '{"a": 1,\n  "b"}', begin)).toEqual({ place, why });
});
