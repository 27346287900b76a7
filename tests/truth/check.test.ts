import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'truth-check-'));

function check(name: string, content: string | null): { status: number | null; output: string } {
  const path = join(folder, name);
  if (content !== null) writeFileSync(path, content);
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'tests/truth/check.ts', path], { encoding: 'utf8' });
  return { status, output: `${stdout}\n${stderr}` };
}

const origins = {
  PAGE: 'http://a.test',
  SITE: 'http://b.a.test',
  API: 'http://b.test',
  OTHER: 'http://c.test',
  PAGE80: 'http://d.test',
};

/** One simple GET that every engine is said to have ended in the same way. */
function truthOf(outcome: string): string {
  const verdict = { outcome, preflightSent: false, actualSent: true };
  return JSON.stringify({
    format: 'cors-oracle/1',
    origins,
    cases: [
      {
        id: 'one',
        group: 'g',
        description: 'a simple GET without CORS headers',
        initiator: 'page',
        api: 'fetch',
        request: { url: 'http://b.test/r/0?case=one', method: 'GET' },
        server: { response: { status: 200, headers: [] } },
      },
    ],
    truth: { one: { chromium: verdict, firefox: verdict, webkit: verdict } },
  });
}

test.each([
  { name: 'a missing file', file: 'missing.json', content: null, says: 'cannot be read' },
  { name: 'a file that is no JSON', file: 'broken.json', content: '{', says: 'is not JSON' },
  { name: 'JSON that is no truth file', file: 'other.json', content: '[]', says: 'is not a truth file' },
])('$name gets a message and no stack trace', ({ file, content, says }) => {
  const { status, output } = check(file, content);
  expect(status).toBe(1);
  expect(output).toContain(`${file}: ${says}`);
  expect(output).not.toContain('    at ');
});

test('a mismatch is told with what was recorded, what is ours and which case, and fails', () => {
  const { status, output } = check('mismatch.json', truthOf('allowed'));
  expect(status).toBe(1);
  expect(output).toContain('one chromium outcome: recorded allowed, ours blocked [a simple GET without CORS headers]');
});
