import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlCommand } from '../../../src/report/curl.ts';
import type { CurlRequest } from '../../../src/report/curl-request.ts';

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
]; // prettier-ignore

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

/** What curl is to be given, worked out from its manual and not from the code under test. */
function expectedArguments({ method, url, headers, body }: CurlRequest): string[] {
  const lines = headers.map(([name, value]) => {
    const oneLine = value.replace(/[\r\n]+/g, ' ');
    return ['--header', oneLine.trim() === '' ? `${name};` : `${name}: ${oneLine}`];
  });
  return [
    '--include',
    '--globoff',
    '--path-as-is',
    ...(method === 'HEAD' ? ['--head'] : []),
    ...(method === 'HEAD' || (method === 'GET' && body === null) ? [] : ['--request', method]),
    '--url',
    url,
    ...lines.flat(),
    ...(body === null ? [] : ['--data-raw', body, '--header', 'Content-Type:']),
  ];
}

/** In place of curl, and of anything that an injected command would run. Each argument ends with a NUL, each call with an empty one. */
const standIn = `curl() { printf '%s\\0' "$@" ''; }\ntouch() { printf 'RAN\\0'; }\n`;

function runAll(
  shell: readonly string[],
  commands: readonly string[],
): { calls: string[][]; complaints: string; files: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'cors-lens-'));
  const script = join(folder, 'script.sh');
  writeFileSync(script, `${standIn}cd ${folder}\n${commands.join('\n')}\n`);
  const [program = 'sh', ...options] = shell;
  const run = spawnSync(program, [...options, script], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { HOME: '/HOME' },
  });
  const calls: string[][] = [[]];
  // An argument may be empty too, but never the first: the flags begin each call.
  const words = run.stdout.split('\0');
  words.pop();
  for (const [index, word] of words.entries()) {
    const endsCall = word === '' && (words[index + 1] === '--include' || index === words.length - 1);
    if (endsCall) calls.push([]);
    else calls.at(-1)?.push(word);
  }
  calls.pop();
  return { calls, complaints: run.stderr, files: readdirSync(folder).filter((name) => name !== 'script.sh') };
}

test.each([
  { name: 'sh', shell: ['sh'] },
  { name: 'bash', shell: ['bash'] },
  { name: 'bash with history expansion, as at a prompt', shell: ['bash', '-o', 'history', '-o', 'histexpand'] },
  { name: 'bash in POSIX mode', shell: ['bash', '--posix'] },
])(
  'in $name thousands of nasty requests reach curl byte for byte, and nothing else runs',
  { timeout: 60_000 },
  ({ shell }) => {
    const samples = fc.sample(requests, { numRuns: 3000, seed: 20261122 });
    const commands = samples.map((request) =>
      curlCommand(request, 'posix', [request.url, request.body ?? 'a comment']),
    );
    const { calls, complaints, files } = runAll(shell, commands);
    expect(complaints).toBe('');
    expect(files).toEqual([]);
    expect(calls.length).toBe(samples.length);
    const wrong = samples
      .map((request, index) => ({ expected: expectedArguments(request), got: calls[index] }))
      .filter(({ expected, got }) => JSON.stringify(expected) !== JSON.stringify(got));
    expect(wrong.slice(0, 3)).toEqual([]);
    console.log(`${calls.length} commands through ${shell.join(' ')}`);
  },
);
