import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** WebKitGTK's own small browser. It runs no extension; it tells what WebKit decides. */
const miniBrowsers = ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

export function findMiniBrowser(): string | undefined {
  return miniBrowsers.find(existsSync);
}

/** Milliseconds without a line, after which the browser is taken for dead: its web process may crash without a word. */
const patience = 60_000;

/**
 * Opens the page in a browser with a profile of its own, and ends the browser once `isLast` says so.
 *
 * @param isLast takes the page's console, message by message; may throw, to end it all
 */
export async function readConsole(
  program: string,
  url: string,
  environment: NodeJS.ProcessEnv,
  isLast: (message: string) => boolean,
): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'cors-lens-webkit-'));
  const words = ['--', program, '--enable-write-console-messages-to-stdout=true', url];
  const child = spawn('dbus-run-session', words, {
    detached: true, // a group of processes, to end all of them
    env: {
      ...environment,
      XDG_CACHE_HOME: profile,
      XDG_CONFIG_HOME: profile,
      XDG_DATA_HOME: profile,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve()); // it never began
  });
  let silence: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (what: string) => reject(new Error(`WebKit ${what} before the last case`));
      silence = setTimeout(fail, patience, `was silent for ${patience / 1_000} s`);
      const read = (line: string) => {
        const message = /CONSOLE [A-Z]+ (.*)$/.exec(line)?.[1];
        if (message === undefined) return;
        silence?.refresh();
        try {
          if (isLast(message)) resolve();
        } catch (error) {
          reject(error);
        }
      };
      // The console comes on the second, whatever the option's name says.
      for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', read);
      child.once('error', reject);
      child.once('exit', (code) => fail(`ended (exit code ${code})`));
    });
  } finally {
    clearTimeout(silence);
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid);
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
