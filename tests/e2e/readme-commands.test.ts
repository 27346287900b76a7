import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';

// The commands of the README, as its reader types them. `npm ci`, `npm test` and `npm run build` brought us here.

const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...withoutDisplay } = process.env;
const knownToRun = ['npm ci', 'npm test', 'npm run build'];
const readme = readFileSync('README.md', 'utf8');
let started: ChildProcess | null = null;

afterEach(() => {
  // npm's children are not npm: the whole group has to go.
  if (started?.pid !== undefined) process.kill(-started.pid);
  started = null;
});

/** What a command prints, once that matches. */
function printed(command: string, expected: RegExp): Promise<string> {
  const [program = '', ...words] = command.split(' ');
  const child = spawn(program, words, { env: withoutDisplay, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  started = child;
  return new Promise((resolve, reject) => {
    let text = '';
    child.on('exit', (code) => reject(new Error(`${command} ended with ${code} and said:\n${text}`)));
    child.stdout.on('data', (chunk) => {
      text += String(chunk);
      if (expected.test(text)) resolve(text);
    });
  });
}

const screenshot = 'artifacts/cors-panel.png';

test.each([
  { command: 'npm start', browser: 'Chromium' },
  { command: 'npm start -- --browser firefox', browser: 'Firefox' },
])('$command: without a display, the verdicts as a table and a screenshot', ({ command, browser }) => {
  expect(readme).toContain(command);
  rmSync(screenshot, { force: true });
  const text = execFileSync('sh', ['-c', command], { env: withoutDisplay, encoding: 'utf8' });
  expect(text).toContain(`${browser} `);
  expect(text).toMatch(/^blocked +GET +http:\/\/127\.0\.0\.1:4311\/missing-allow-origin\//m);
  expect(text).toMatch(/^allowed +GET +http:\/\/127\.0\.0\.1:4311\/named-origin\//m);
  expect(text).toMatch(/\d+ cross-origin requests: \d+ blocked, \d+ allowed/);
  expect(existsSync(screenshot)).toBe(true);
});

test('npm start with an address of one’s own opens that page', () => {
  expect(readme).toContain('npm start -- --url http://localhost:3000/');
  const text = execFileSync('sh', ['-c', 'npm start -- --url data:text/html,mine'], {
    env: withoutDisplay,
    encoding: 'utf8',
  });
  expect(text).toContain('Page: data:text/html,mine');
});

test('npm run playground prints the address of the page', async () => {
  expect(readme).toContain('npm run playground');
  const text = await printed('npm run playground', /http:\/\/localhost:4310/);
  expect((await fetch('http://localhost:4310/')).status).toBe(200);
  expect(text).toContain('http://localhost:4310');
});

test('every command of the README is one of these', () => {
  const commands = [...readme.matchAll(/`?(npm (?:ci|test|start|run [\w:-]+)(?: -- [^`\n&]+)?)/g)].map(([, one = '']) =>
    one.trim(),
  );
  const tried = [
    'npm start',
    'npm start -- --browser firefox',
    'npm start -- --url http://localhost:3000/',
    'npm run playground',
  ];
  expect(commands.filter((command) => ![...tried, ...knownToRun].includes(command))).toEqual([]);
  expect(commands.length).toBeGreaterThan(6);
});
