import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { proxyIds } from '../../../src/fix/recipes/dev-proxies/proxy-registry.ts';
import { serverIds } from '../../../src/fix/recipes/server-id.ts';
import { serversUnderTest } from '../../servers/candidates.ts';
import { proxiesUnderTest } from '../../servers/proxies/dev-proxies.ts';
import { notRunProxies, notRunServers } from '../../servers/servers/not-run.ts';

test.each([
  { kind: 'server', ids: serverIds, tried: [...serversUnderTest, ...notRunServers] },
  { kind: 'proxy', ids: proxyIds, tried: [...proxiesUnderTest, ...notRunProxies] },
])('every recipe for a $kind is tried on the real one, or it is said why not', ({ ids, tried }) => {
  expect(tried.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

test('the page of recipes has no row but those of recipes, and none that failed', () => {
  const [, table = ''] = readFileSync('docs/recipes.md', 'utf8').split('| --- | --- | --- |\n');
  const rows = table
    .trim()
    .split('\n')
    .map((row) => /^\| ([\w-]+)(?: \(development proxy\))? \| .* \| (.*) \|$/.exec(row)?.slice(1) ?? [row]);
  const known: readonly string[] = [...serverIds, ...proxyIds];
  expect(rows.map(([id = '']) => id).filter((id) => !known.includes(id))).toEqual([]);
  expect(rows.filter(([, result = '']) => !/^(works|not run: .+)$/.test(result))).toEqual([]);
});
