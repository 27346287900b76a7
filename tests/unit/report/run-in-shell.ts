import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CurlRequest } from '../../../src/report/curl-request.ts';

/** What curl is to be given, worked out from its manual and not from the code under test. */
export function expectedArguments({ method, url, headers, body }: CurlRequest): string[] {
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

/** Runs commands in a real shell. Gives what each call of curl was given, what the shell complained of, and files that came to be. */
export function runAll(
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
  const files = readdirSync(folder).filter((name) => name !== 'script.sh');
  rmSync(folder, { recursive: true });
  return { calls, complaints: run.stderr, files };
}
