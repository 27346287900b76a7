import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A screen that nobody sees, for what only a headed browser shows. */
export interface VirtualDisplay {
  /** As the environment variable DISPLAY has it. */
  readonly name: string;
  /** Presses keys, one after the other, in the window that has the focus. */
  press(...keys: string[]): Promise<void>;
  close(): void;
}

/** Needs Xvfb and xdotool. */
export async function openVirtualDisplay(): Promise<VirtualDisplay> {
  // Xvfb looks for a free display itself, and writes its number to the third file descriptor.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended (exit code ${code})`)));
    server.stdio[3]?.once('data', (number: Buffer) => resolve(`:${String(number).trim()}`));
  });
  return {
    name,
    press: async (...keys) => void (await run('xdotool', ['key', ...keys], { env: { ...process.env, DISPLAY: name } })),
    close: () => void server.kill(),
  };
}
