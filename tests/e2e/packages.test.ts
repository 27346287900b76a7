import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { packageName, storeFolder } from '../../scripts/package-name.ts';

const packages = (['chrome', 'firefox', 'source'] as const).map(packageName);

function digests(): Record<string, string> {
  return Object.fromEntries(
    packages.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(storeFolder, name)))
        .digest('hex'),
    ]),
  );
}

// The first packages are those that `npm run test:e2e` made before the end-to-end tests began.
test('built and packed again, in another time zone, every byte is the same', () => {
  const before = digests();
  execFileSync('npm', ['run', 'package'], { env: { ...process.env, TZ: 'Asia/Kathmandu' }, stdio: 'pipe' });
  expect(digests()).toEqual(before);
});

test.each(['chrome', 'firefox'] as const)('the package for %s holds what was built, and its licences', (kind) => {
  const files = unzipSync(readFileSync(join(storeFolder, packageName(kind))));
  const built = readdirSync(`dist/${kind}`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(Object.keys(files)).toHaveLength(built.length);
  expect(Object.keys(files)).toContain('manifest.json');
  expect(Buffer.from(files['licenses.md'] ?? []).toString()).toContain('react-dom');
});

test('the source package holds what a reviewer needs to build, and nothing built', () => {
  const names = Object.keys(unzipSync(readFileSync(join(storeFolder, packageName('source')))));
  expect(names).toEqual(
    expect.arrayContaining(['package.json', 'package-lock.json', 'vite.config.ts', 'manifest.json']),
  );
  expect(names.filter((name) => /^(dist|node_modules|artifacts)\//.test(name))).toEqual([]);
});
