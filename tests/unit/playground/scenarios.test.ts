import { expect, test } from 'vitest';
import { originsFrom } from '../../../playground/origins.js';
import { addressesOf } from '../../../playground/scenario.js';
import { scenarios } from '../../../playground/scenarios.js';

test('there are scenarios enough for every kind of verdict', () => {
  expect(scenarios.length).toBeGreaterThan(100);
});

test('no two scenarios have the same id', () => {
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
});

test('no two scenarios of a group have the same title', () => {
  expect(new Set(scenarios.map(({ group, title }) => `${group}: ${title}`)).size).toBe(scenarios.length);
});

test.each(scenarios)(
  '$id reads well in a URL and as a sentence, and can be run',
  ({ id, title, expect: says, run }) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(title).not.toBe('');
    expect(says).toMatch(/^[A-Z][^\n]+\.$/);
    expect(run).toBeTypeOf('function');
  },
);

test.each(scenarios)('$id says in its first word what becomes of it', ({ expect: says, blockedOnlyBy }) => {
  expect(says).toMatch(blockedOnlyBy ? /Blocked in Chromium|Chromium/ : /^(Allowed|Blocked|Not CORS|Sent)\b/);
});

test.each(scenarios.filter(({ expect: says }) => /^(Allowed|Not CORS|Sent)\b/.test(says)))(
  '$id is not blocked by CORS, so there is nothing for headers to fix',
  ({ headersCanFix }) => {
    expect(headersCanFix).toBe(false);
  },
);

test('an address names its server, the scenario, the path and the run', () => {
  const at = addressesOf('simple', originsFrom(4310), 'r1');
  expect([at.page('/a'), at.api('/a'), at.sameSite('/a'), at.other('/a'), at.closed('/a')]).toEqual([
    'http://localhost:4310/simple/a?run=r1',
    'http://127.0.0.1:4311/simple/a?run=r1',
    'http://localhost:4312/simple/a?run=r1',
    'http://127.0.0.1:4313/simple/a?run=r1',
    'http://127.0.0.1:4314/simple/a?run=r1',
  ]);
});
