import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { until } from '../browsers/until.ts';
import type { Setup } from './server-under-test.ts';

/** A server that runs, and how to end it. */
export interface Running {
  stop(): Promise<void>;
  log(): string;
}

/** Writes the files and builds what is to be built. Throws with the output where that fails. */
export function prepare(folder: string, setup: Setup): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(setup.files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const [program = '', ...options] of setup.build ?? []) {
    const run = spawnSync(program, options, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...setup.env } });
    if (run.status !== 0) throw new Error(`${program} ${options.join(' ')}\n${run.stdout}${run.stderr}`);
  }
}

/** Starts it in a process group of its own, and waits until it answers. */
export async function start(folder: string, setup: Setup, port: number, patience = 60_000): Promise<Running> {
  const [program = '', ...options] = setup.command;
  const logFile = join(folder, 'output.log');
  const log = openSync(logFile, 'w');
  const child = spawn(program, options, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...setup.env },
  });
  const running = { stop: () => stop(child), log: () => readFileSync(logFile, 'utf8') };
  try {
    await until(() => (child.exitCode === null ? answers(port) : ended(program)), `${program} at ${port}`, patience);
  } catch (error) {
    await running.stop();
    throw new Error(`${error instanceof Error ? error.message : error}\n${running.log()}`);
  }
  return running;
}

function ended(program: string): never {
  throw new Error(`${program} ended before it answered`);
}

async function answers(port: number): Promise<true | undefined> {
  try {
    await fetch(`http://localhost:${port}/`, { redirect: 'manual', signal: AbortSignal.timeout(20_000) });
    return true;
  } catch {
    return undefined;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  signal(pid, 'SIGTERM');
  const isGone = () => (groupIsGone(pid) ? true : undefined);
  await until(isGone, `the end of process group ${pid}`, 4_000).catch(() => signal(pid, 'SIGKILL'));
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended already.
  }
}

function groupIsGone(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return false;
  } catch {
    return true;
  }
}

/** The first line of what a program says of its version; null where there is no such program. */
export function versionFrom(program: string, options: readonly string[], pattern: RegExp): string | null {
  const run = spawnSync(program, options, { encoding: 'utf8' });
  if (run.error || run.status !== 0) return null;
  return pattern.exec(`${run.stdout}${run.stderr}`)?.[1] ?? null;
}

/** The version of a package of `tests/servers`; null where it is not installed. */
function npmVersion(name: string): string | null {
  try {
    const text = readFileSync(new URL(`./node_modules/${name}/package.json`, import.meta.url), 'utf8');
    return (JSON.parse(text) as { version: string }).version;
  } catch {
    return null;
  }
}

/** "Express 5.3.0, cors 2.8.6"; null where one of them is missing. */
export function npmVersions(packages: Readonly<Record<string, string>>): string | null {
  const versions = Object.entries(packages).map(([name, title]) => [title, npmVersion(name)] as const);
  return versions.some(([, version]) => version === null) ? null : versions.map((pair) => pair.join(' ')).join(', ');
}

/** The version of a Debian Python module; null where it is not there. */
export function pythonVersion(module: string): string | null {
  return versionFrom(
    '/usr/bin/python3',
    [
      '-c',
      `import ${module}; from importlib.metadata import version; print(version("${module.replaceAll('_', '-')}"))`,
    ],
    /^(\S+)/,
  );
}
