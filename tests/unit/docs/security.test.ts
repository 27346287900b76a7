import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The rows of the tables of threats: threat, defence, tests. */
const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 5 && cells[1] !== 'Threat' && !/^-+$/.test(cells[1] ?? ''));

test('there are threats', () => {
  expect(rows.length).toBeGreaterThan(15);
});

test.each(rows.map(([, threat = '', , tests = '']) => ({ threat, tests })))('$threat: its test exists', ({ tests }) => {
  const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
  expect(files.length).toBeGreaterThan(0);
  for (const path of files) {
    expect(path).toMatch(/^tests\/.*\.test\.tsx?$/);
    expect(existsSync(path) && statSync(path).isFile()).toBe(true);
  }
});
