import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlCommand } from '../../../src/report/curl.ts';
import type { CurlRequest } from '../../../src/report/curl-request.ts';
import { expectedArguments, runAll } from './run-in-shell.ts';

const fragments = [
  "'",
  '"',
  '\\',
  '`',
  '$',
  '$(touch ran)',
  '`touch ran`',
  '$' + '{HOME}',
  '$HOME',
  '$IFS',
  "$'\\x41'",
  '!',
  '!!',
  '!-1',
  '%',
  '%PATH%',
  '%%',
  '%s',
  '\n',
  '\r\n',
  '\t',
  ';',
  ';touch ran;',
  '&',
  '&&touch ran',
  '|',
  '|touch ran',
  '<',
  '>',
  '>ran',
  '(',
  ')',
  '{a,b}',
  '{}',
  '[a-z]',
  '*',
  '?',
  '~',
  '#',
  ' #',
  '--',
  '-o ran',
  '@ran',
  ' ',
  '',
  '\u00e9',
  '日本',
  '😀',
  '\u202e',
  '\u2028',
  "'\\''",
  "\\'",
  '\\\n',
  'EOF',
  'a',
  'b=c',
  '\u0001',
  '\u001b[2J',
  '\u007f',
  '^',
  '^"',
  '""',
  '=',
];

const nasty = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 7 })
  .map((parts) => parts.join(''))
  // Text that no program could be handed: half a surrogate pair, and the byte that ends every argument.
  .map((text) => Buffer.from(text).toString().replaceAll('\0', ''));

const requests: fc.Arbitrary<CurlRequest> = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'patch', "x'y", '$(touch`ran)'),
  url: nasty.map((tail) => `https://api.test/${tail}`),
  headers: fc.array(fc.tuple(fc.constantFrom('Origin', 'x-a', "x-'b`", '$x'), nasty), { maxLength: 4 }),
  body: fc.option(nasty, { nil: null }),
});

test.each([
  { name: 'sh', shell: ['sh'] },
  { name: 'bash', shell: ['bash'] },
  { name: 'bash with history expansion, as at a prompt', shell: ['bash', '-o', 'history', '-o', 'histexpand'] },
  { name: 'bash in POSIX mode', shell: ['bash', '--posix'] },
])('in $name thousands of nasty requests reach curl byte for byte, and nothing else runs', ({ shell }) => {
  const samples = fc.sample(requests, { numRuns: 3000, seed: 20261122 });
  const commands = samples.map((request) => curlCommand(request, 'posix', [request.url, request.body ?? 'a comment']));
  const { calls, complaints, files } = runAll(shell, commands);
  expect(complaints).toBe('');
  expect(files).toEqual([]);
  expect(calls.length).toBe(samples.length);
  const wrong = samples
    .map((request, index) => ({ expected: expectedArguments(request), got: calls[index] }))
    .filter(({ expected, got }) => JSON.stringify(expected) !== JSON.stringify(got));
  expect(wrong.slice(0, 3)).toEqual([]);
  console.log(`${calls.length} commands through ${shell.join(' ')}`);
});
