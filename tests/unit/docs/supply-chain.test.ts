import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import packageLock from '../../../package-lock.json' with { type: 'json' };

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const folders = ['.', 'tests/servers'];

test.each(folders)('every package that %s asks for has one exact version', (folder) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(`${folder}/package.json`, 'utf8'),
  ) as Package;
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test.each(folders)('the lockfile of %s names no address to download from', (folder) => {
  const lockfile = readFileSync(`${folder}/package-lock.json`, 'utf8');
  expect(lockfile).not.toContain('"resolved"');
  expect(lockfile.match(/https?:\/\/[^"]*\.tgz/g)).toBeNull();
});

test('what is shipped without being asked for by name is named in the docs, and nothing else', () => {
  const locked = packageLock.packages as Readonly<Record<string, { readonly dev?: true; readonly license?: string }>>;
  const shipped = Object.entries(locked).filter(([path, { dev }]) => path !== '' && dev !== true);
  const names = shipped.map(([path]) => path.replace(/^.*node_modules\//, ''));
  // Types, which no program holds, come along with one that has optional ones.
  const isCode = (name: string) => !name.startsWith('@types/') && name !== 'csstype';
  const brought = names.filter((name) => !(name in packageJson.dependencies) && isCode(name));
  const [, sentence = ''] = /^They bring along (.+)\.$/m.exec(readFileSync('docs/security.md', 'utf8')) ?? [];
  expect(sentence.split(/, | and /).sort()).toEqual(brought.sort());
  expect(shipped.filter(([, { license }]) => !/^(?:MIT|MPL-2\.0)$/.test(license ?? ''))).toEqual([]);
});
