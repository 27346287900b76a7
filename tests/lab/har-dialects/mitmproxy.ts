import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Har } from 'har-format';
import type { Recording } from './recording.ts';
import { runInChromium } from './run-in-chromium.ts';

/** The script for archives that Debian's mitmproxy 8 comes with; from version 10 on it is part of the program. */
const script = '/usr/share/doc/mitmproxy/examples/contrib/har_dump.py';

const port = 26_190;

/** What mitmproxy writes, which stands between Chromium and everything, the page itself included. */
export async function recordMitmproxy(page: string, ids: readonly string[]): Promise<Recording> {
  const folder = await mkdtemp(join(tmpdir(), 'cors-lens-har-'));
  const path = join(folder, 'mitmproxy.har');
  const options = [`hardump=${path}`, `confdir=${folder}`, 'listen_host=127.0.0.1', `listen_port=${port}`];
  const proxy = spawn('mitmdump', ['-s', script, ...options.flatMap((option) => ['--set', option])]);
  const ended = once(proxy, 'exit');
  try {
    await new Promise<void>((resolve, reject) => {
      proxy.once('error', reject);
      proxy.once('exit', (code) => reject(new Error(`mitmdump ended (exit code ${code})`)));
      proxy.stdout.on('data', (text: Buffer) => String(text).includes('listening') && resolve());
    });
    const said = await runInChromium(page, ids, {
      // Else Chromium passes by every proxy on its way to this machine.
      launch: { proxy: { server: `127.0.0.1:${port}`, bypass: '<-loopback>' } },
    });
    // It writes when it is asked to end.
    proxy.kill('SIGINT');
    await ended;
    return { har: JSON.parse(await readFile(path, 'utf8')) as Har, said };
  } finally {
    proxy.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
