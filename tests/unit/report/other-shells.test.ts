import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { curlCommand } from '../../../src/report/curl.ts';
import { cmdWord, curlConfigValue } from '../../../src/report/shell-quote.ts';

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        '\\\\',
        '^',
        '&',
        '|',
        '<',
        '>',
        '(',
        ')',
        '%',
        '%PATH%',
        '!',
        "'",
        '\n',
        ' ',
        '@',
        ';',
        'a',
        '""',
        '\\"',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''));

/** A model of cmd's second phase: a caret takes the next character's meaning away, and two line feeds after it are one. */
function afterCmd(line: string): { text: string; unescaped: string } {
  let text = '';
  let unescaped = '';
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? '';
    if (character === '^') {
      index += 1;
      if (line[index] === '\n') index += 1;
      text += line[index] ?? '';
    } else {
      if (/["&|<>()\n]/.test(character)) unescaped += character;
      text += character;
    }
  }
  return { text, unescaped };
}

/** Microsoft's rules for one argument. */
function afterTheRuntime(line: string): string[] {
  const words: string[] = [];
  let word = '';
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const slashes = /^\\*/.exec(line.slice(index))?.[0].length ?? 0;
    if (slashes > 0 && line[index + slashes] === '"') {
      word += '\\'.repeat(Math.floor(slashes / 2));
      index += slashes;
      if (slashes % 2 === 1) word += '"';
      else quoted = !quoted;
    } else if (line[index] === '"') {
      quoted = !quoted;
    } else if (line[index] === ' ' && !quoted) {
      words.push(word);
      word = '';
    } else {
      word += line[index];
    }
  }
  return [...words, word];
}

test('in a model of cmd and of the C runtime every text comes out as it went in, and no character acts', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const { text: line, unescaped } = afterCmd(cmdWord(text));
      expect(unescaped).toBe('');
      expect(afterTheRuntime(line)).toEqual([text.replace(/\r\n?/g, '\n')]);
      expect(cmdWord(text)).not.toMatch(/%[A-Za-z0-9_]+%/);
    }),
    { numRuns: 5000 },
  );
});

test('no line of what PowerShell hands to curl can end the here-string or begin another option', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const request = { method: 'PUT', url: `https://a.test/${text}`, headers: [['x-a', text] as const], body: text };
      const lines = curlCommand(request, 'powershell').split('\n');
      expect(lines[0]).toBe("@'");
      expect(lines.slice(1, -1).every((line) => /^(?:request|url|header|data-raw) = ".*"$/.test(line))).toBe(true);
      expect(lines.at(-1)).toBe("'@ | curl.exe --include --globoff --path-as-is --config -");
    }),
    { numRuns: 2000 },
  );
});

let received: { header: string; body: string }[] = [];
const server = createServer((request: IncomingMessage, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    received.push({ header: String(request.headers['x-a']), body });
    response.end();
  });
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

test('real curl reads from that configuration what was put in', async () => {
  const port = (server.address() as AddressInfo).port;
  const samples = fc.sample(nasty, { numRuns: 60, seed: 7 });
  const printable = (text: string) => text.replace(/[^!-~]/g, '');
  const blocks = samples.map((text) =>
    [
      `url = ${curlConfigValue(`http://127.0.0.1:${port}/`)}`,
      `header = ${curlConfigValue(`x-a: ${printable(text)}.`)}`,
      `data-raw = ${curlConfigValue(text)}`,
    ].join('\n'),
  );
  received = [];
  await new Promise<void>((resolve, reject) => {
    const child = spawn('curl', ['--silent', '--config', '-'], { stdio: ['pipe', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('close', () => resolve());
    child.stdin.end(blocks.join('\nnext\n'));
  });
  expect(received.map(({ header }) => header)).toEqual(samples.map((text) => `${printable(text)}.`));
  expect(received.map(({ body }) => body)).toEqual(samples);
});
