import { type ChildProcess, spawn } from 'node:child_process';
import { until } from '../browsers/until.ts';

const ports = { page: 4700, api: 4701 };

export const loadPage = `http://localhost:${ports.page}/`;
export const loadApi = `http://localhost:${ports.api}/`;

/** Starts the page's server and the API in a process of their own: they shall not share their time with whoever measures. */
export async function startLoadServer(): Promise<{ stop(): void }> {
  const script = new URL('load-server.mjs', import.meta.url).pathname;
  const child: ChildProcess = spawn('node', [script, String(ports.page), String(ports.api)], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  await until(async () => (await fetch(loadApi).catch(() => null)) ?? undefined, 'the load server');
  return { stop: () => void child.kill() };
}
