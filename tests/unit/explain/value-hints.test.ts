import fc from 'fast-check';
import { expect, test } from 'vitest';
import { credentialsHint } from '../../../src/explain/look-alike/credentials-hint.ts';
import { editDistance } from '../../../src/explain/look-alike/edit-distance.ts';
import { headerNamesHint } from '../../../src/explain/look-alike/header-names-hint.ts';
import { methodsHint } from '../../../src/explain/look-alike/methods-hint.ts';
import { unicodeHost } from '../../../src/explain/look-alike/punycode.ts';
import { misspeltHeader } from '../../../src/explain/look-alike/response-header-hint.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { proseFaults } from './prose.ts';

test.each([
  { found: 'True', says: 'in lower case' },
  { found: 'TRUE', says: 'in lower case' },
  { found: '1', says: 'only the word true' },
  { found: 'yes', says: 'only the word true' },
  { found: '*', says: 'only the word true' },
  { found: '?1', says: 'only the word true' },
  { found: 'false', says: 'the same as no header at all' },
  { found: '"true"', says: 'The quotes became part of the value' },
  { found: 'true, true', says: 'set more than once' },
  { found: 'true,', says: 'no list' },
  { found: 'true\u000B', says: 'cannot be seen' },
  { found: '', says: 'but empty' },
])('Access-Control-Allow-Credentials: $found', ({ found, says }) => {
  const text = credentialsHint(found)?.text ?? [];
  expect(plainText(text)).toContain(says);
  expect(proseFaults(text, 'sentences')).toEqual([]);
});

test.each([
  { method: 'PUT', found: 'get, put', marks: ['put'], says: 'Make the server list PUT' },
  { method: 'patch', found: 'GET, PATCH', marks: ['PATCH'], says: 'write PATCH in your code' },
  { method: 'PUT', found: '*', marks: ['*'], says: '* is no wildcard' },
  { method: 'PUT', found: 'ALL', marks: ['ALL'], says: 'taken as the name of a method' },
  { method: 'DELETE', found: 'GET, DELTE', marks: ['DELTE'], says: 'nearly DELETE' },
  { method: 'PUT', found: 'GET PUT', marks: [' '], says: 'only a space between' },
  { method: 'PUT', found: 'GET; PUT', marks: ['; '], says: 'not by semicolons' },
  { method: 'PUT', found: '"PUT"', marks: ['"', '"'], says: 'The quotes became part' },
  { method: 'PUT', found: '[PUT]', marks: ['[', ']'], says: 'makes the whole list unreadable' },
])('Access-Control-Allow-Methods: $found, for $method', ({ method, found, marks, says }) => {
  const hint = methodsHint(method, found, true);
  expect(plainText(hint?.text ?? [])).toContain(says);
  expect(hint?.found.map(([from, to]) => found.slice(from, to))).toEqual(marks);
  expect(proseFaults(hint?.text ?? [], 'sentences')).toEqual([]);
});

test.each([
  { method: 'PUT', found: 'GET, POST' },
  { method: 'PUT', found: 'PUT' },
  { method: 'PUT', found: '' },
  { method: 'POST', found: 'PUT' },
])('$found says nothing special about $method', ({ method, found }) => {
  expect(methodsHint(method, found, false)).toBeNull();
});

test.each([
  { name: 'x-request-id', found: 'content-type, x-*', marks: ['x-*'], says: 'no patterns' },
  { name: 'x-api-key', found: 'x_api_key', marks: ['x_api_key'], says: 'two names' },
  { name: 'authorization', found: 'Authorisation', marks: ['Authorisation'], says: 'nearly authorization' },
  { name: 'content-type', found: 'Accept, ContentType', marks: ['ContentType'], says: 'two names' },
  { name: 'x-token', found: 'token', marks: ['token'], says: 'nearly x-token' },
  { name: 'content-type', found: '*', marks: ['*'], says: '* is no wildcard' },
  { name: 'x-b', found: 'x-a x-b', marks: [' '], says: 'only a space between' },
])('Access-Control-Allow-Headers: $found, for $name', ({ name, found, marks, says }) => {
  const hint = headerNamesHint(name, found, true);
  expect(plainText(hint?.text ?? [])).toContain(says);
  expect(hint?.found.map(([from, to]) => found.slice(from, to))).toEqual(marks);
  expect(proseFaults(hint?.text ?? [], 'sentences')).toEqual([]);
});

test.each([
  { names: ['Access-Control-Allow-Origins'], finds: 'Access-Control-Allow-Origins' },
  { names: ['Access-Control-Allowed-Origin'], finds: 'Access-Control-Allowed-Origin' },
  { names: ['Acces-Control-Allow-Origin'], finds: 'Acces-Control-Allow-Origin' },
  { names: ['Access_Control_Allow_Origin'], finds: 'Access_Control_Allow_Origin' },
  { names: ['X-Access-Control-Allow-Origin'], finds: 'X-Access-Control-Allow-Origin' },
  { names: ['Access-Control-Request-Origin'], finds: 'Access-Control-Request-Origin' },
  { names: ['Allow-Origin'], finds: 'Allow-Origin' },
  { names: ['Server', 'Origin'], finds: 'Origin' },
])('$names was meant to be Access-Control-Allow-Origin', ({ names, finds }) => {
  const misspelt = misspeltHeader('access-control-allow-origin', names);
  expect(misspelt?.name).toBe(finds);
  expect(proseFaults(misspelt?.text ?? [], 'sentences')).toEqual([]);
});

test.each([
  { names: ['Access-Control-Allow-Methods', 'Access-Control-Allow-Headers', 'Access-Control-Expose-Headers'] },
  { names: ['Content-Type', 'Timing-Allow-Origin', 'Vary'] },
  { names: ['Access-Control-Allow-Origins', 'access-control-allow-origin'] },
])('$names holds no misspelling of Access-Control-Allow-Origin', ({ names }) => {
  expect(misspeltHeader('access-control-allow-origin', names)).toBeNull();
});

test.each([
  { one: 'abc', other: 'abc', is: 0 },
  { one: 'abc', other: 'abd', is: 1 },
  { one: 'abc', other: 'acb', is: 1 },
  { one: 'abc', other: 'ab', is: 1 },
  { one: '', other: 'abc', is: 3 },
  { one: 'kitten', other: 'sitting', is: 3 },
])('$one and $other are $is mistakes apart', ({ one, other, is }) => {
  expect(editDistance(one, other, 5)).toBe(is);
});

test.each([
  { ascii: 'xn--bcher-kva.example', unicode: 'bücher.example' },
  { ascii: 'xn--mnchen-3ya.de', unicode: 'münchen.de' },
  { ascii: 'xn--n3h.example', unicode: '☃.example' },
  { ascii: 'xn--fiqs8s.test', unicode: '中国.test' },
  { ascii: 'app.example', unicode: 'app.example' },
  { ascii: 'xn--!!!', unicode: 'xn--!!!' },
])('$ascii is $unicode to a person', ({ ascii, unicode }) => {
  expect(unicodeHost(ascii)).toBe(unicode);
});

test('no value makes a hint throw, and all ranges lie within the value', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.string({ unit: fc.constantFrom(...'PUTx-*, ;"_ true'.split('')), maxLength: 30 }),
  );
  fc.assert(
    fc.property(
      value,
      fc.string({ maxLength: 20 }),
      fc.constantFrom(true, false, null),
      (found, name, credentialed) => {
        misspeltHeader('access-control-allow-origin', [found]);
        unicodeHost(`xn--${found}`);
        for (const hint of [
          credentialsHint(found),
          methodsHint(name, found, credentialed),
          headerNamesHint(name, found, credentialed),
        ]) {
          for (const [from, to] of hint?.found ?? []) {
            expect(from).toBeLessThan(to);
            expect(to).toBeLessThanOrEqual(found.length);
          }
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
