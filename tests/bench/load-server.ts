import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface LoadServer {
  /** Address of the page that makes the requests. */
  readonly page: string;
  /** Address of the API that answers them. */
  readonly api: string;
  stop(): void;
}

/** Starts the page's server and the API in a process of their own: they shall not share their time with whoever measures. */
export async function startLoadServer(): Promise<LoadServer> {
  const script = new URL('load-server.mjs', import.meta.url).pathname;
  const child = spawn('node', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout)) {
    const { page, api } = JSON.parse(line) as Pick<LoadServer, 'page' | 'api'>;
    return { page, api, stop: () => void child.kill() };
  }
  throw new Error('the load server did not start');
}
