import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import packageJson from '../../../package.json' with { type: 'json' };

test('every permission of the manifest is justified for the stores, and no other', () => {
  const page = readFileSync('docs/store/permissions.md', 'utf8');
  const justified = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name);
  expect(justified.toSorted()).toEqual(manifest.permissions.toSorted());
});

test('access to sites is never asked for at installation', () => {
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest.optional_host_permissions).toEqual(['<all_urls>']);
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('externally_connectable');
});

test('the README names the oldest browsers that the manifest lets in', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readme).toContain(`for Chrome and Edge ${manifest.minimum_chrome_version} or later`);
  expect(`${manifest.browser_specific_settings.gecko.strict_min_version} `).toMatch(
    new RegExp(`^${/for Firefox (\d+) or later/.exec(readme)?.[1]}\\.`),
  );
});

test('every package that is shipped is justified, and no other', () => {
  const [, table = ''] = readFileSync('docs/security.md', 'utf8').split('## What it is made of');
  const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) => names.split(', '));
  const justified = named.filter((name) => name !== 'Package' && name !== '---');
  expect(justified.toSorted()).toEqual(Object.keys(packageJson.dependencies).toSorted());
});
