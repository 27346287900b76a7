import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { unpacked } from './unpacked.ts';

interface Report {
  readonly errors: readonly Message[];
  readonly notices: readonly Message[];
  readonly warnings: readonly Message[];
}

interface Message {
  readonly code: string;
  readonly file?: string;
}

test('addons.mozilla.org’s own linter finds nothing in the package but what React brings', async () => {
  const folder = await unpacked('firefox');
  const found = execFileSync('npx', ['web-ext', 'lint', '--source-dir', folder, '--output', 'json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { errors, notices, warnings } = JSON.parse(found) as Report;
  await rm(folder, { recursive: true });
  expect(errors).toEqual([]);
  expect(notices).toEqual([]);
  // React's two ways to set innerHTML, which no component here uses: docs/firefox.md.
  expect(warnings.map(({ code }) => code)).toEqual(['UNSAFE_VAR_ASSIGNMENT', 'UNSAFE_VAR_ASSIGNMENT']);
  expect(warnings.every(({ file }) => /^assets\/panel-.*\.js$/.test(file ?? ''))).toBe(true);
});
