import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A screen that nobody sees, for what only a headed browser shows. */
export interface VirtualDisplay {
  /** As the environment variable DISPLAY has it. */
  readonly name: string;
  /** A name for what the upper half of the screen shows: the same as long as nothing changes there. */
  upperHalf(): Promise<string>;
  /** Presses keys, one after the other, in the window that has the focus. */
  press(...keys: string[]): Promise<void>;
  close(): Promise<void>;
}

/** Needs Xvfb and xdotool. */
export async function openVirtualDisplay(): Promise<VirtualDisplay> {
  const folder = await mkdtemp(join(tmpdir(), 'cors-lens-display-'));
  // Xvfb looks for a free display itself, and writes its number to the third file descriptor.
  const server = spawn('Xvfb', ['-displayfd', '3', '-fbdir', folder, '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended (exit code ${code})`)));
    server.stdio[3]?.once('data', (number: Buffer) => resolve(`:${String(number).trim()}`));
  });
  return {
    name,
    async upperHalf() {
      const dump = await readFile(join(folder, 'Xvfb_screen0'));
      return createHash('sha256')
        .update(dump.subarray(0, dump.length / 2))
        .digest('hex');
    },
    press: async (...keys) => void (await run('xdotool', ['key', ...keys], { env: { ...process.env, DISPLAY: name } })),
    async close() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
