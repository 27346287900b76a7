import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** For each room in its order, the rooms that it may import from. ARCHITECTURE.md has the picture. */
const street: Record<string, readonly string[]> = {
  cors: [],
  browser: [],
  exchange: ['cors'],
  judge: ['cors', 'exchange'],
  explain: ['cors', 'exchange', 'judge'],
  fix: ['cors', 'exchange', 'judge', 'explain'],
  report: ['cors', 'exchange', 'judge', 'explain', 'fix'],
  override: ['cors', 'exchange', 'explain', 'fix', 'browser'],
  messages: ['exchange', 'override'],
  capture: ['cors', 'exchange', 'browser'],
  background: ['capture', 'exchange', 'override', 'messages', 'browser'],
  devtools: ['capture', 'exchange', 'messages', 'browser'],
  panel: ['cors', 'exchange', 'judge', 'explain', 'fix', 'report', 'override', 'messages'],
};

/** The only files of the panel that know an extension API: they build its host. */
const doors = ['src/panel/main.tsx', 'src/panel/live-host.ts'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => `src/${path}`);

/** The room of a path below src: its folder, or its own name for a file of the top level. */
function roomOf(path: string): string {
  const [, first = ''] = path.split('/');
  return first.replace(/\.tsx?$/, '');
}

function importsOf(path: string): string[] {
  const source = readFileSync(path, 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier = '']) => specifier);
}

test('every file lives in a room that the street knows', () => {
  expect(files.filter((file) => !(roomOf(file) in street))).toEqual([]);
});

test('the street goes one way: no room may import from one that comes after it', () => {
  const order = Object.keys(street);
  const backwards = Object.entries(street).flatMap(([room, allowed]) =>
    allowed.filter((other) => order.indexOf(other) >= order.indexOf(room)).map((other) => `${room} from ${other}`),
  );
  expect(backwards).toEqual([]);
});

test('no room imports from a room that it may not know', () => {
  const strays = files
    .filter((file) => !doors.includes(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => roomOf(normalize(join(dirname(file), specifier))))
        .filter((room) => room !== roomOf(file) && !street[roomOf(file)]?.includes(room))
        .map((room) => `${file} imports from ${room}`),
    );
  expect(strays).toEqual([]);
});

test('one file alone imports the extension API', () => {
  const importers = files.filter((file) => importsOf(file).includes('webextension-polyfill'));
  expect(importers.filter((file) => file !== 'src/browser.ts')).toEqual([]);
});
