import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export const page = 'http://localhost:4420';
export const api = 'http://localhost:4421';

export interface EchoServers {
  /** Requests that reached the API, preflights left out: path and when, in milliseconds since the epoch. */
  readonly arrived: { readonly path: string; readonly at: number }[];
  close(): Promise<void>;
}

/**
 * Starts a page's server and an API that allows everything but what is below `/refuse`, after the milliseconds that `?wait=` says. `/worker.js`,
 * `/shared.js` and `/service.js` are workers that fetch once from the API. `/frame#NAME` is a frame that makes a few
 * requests of its own.
 */
export async function startEchoServers(): Promise<EchoServers> {
  const arrived: EchoServers['arrived'] = [];
  const servers = [createServer(servePage), createServer((request, response) => serveApi(request, response, arrived))];
  await Promise.all([listen(servers[0], 4420), listen(servers[1], 4421)]);
  return {
    arrived,
    close: async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
    },
  };
}

function listen(server: Server | undefined, port: number): Promise<void> {
  return new Promise((listening) => server?.listen(port, listening));
}

const scripts: Record<string, string> = {
  '/worker.js': `fetch('${api}/from-worker')`,
  '/shared.js': `onconnect = () => setTimeout(() => fetch('${api}/from-shared-worker'), 500)`,
};

/** What a frame does: four requests, each with the frame's name in it. It tells its parent when they have ended. */
export const frameScript = `
  const name = globalThis.frameName ?? location.hash.slice(1);
  const ends = [0, 1, 2, 3].map((index) => {
    const path = (index === 3 ? '/refuse' : '/allow') + '/frame/' + name + '/' + index;
    return fetch('${api}' + path, { method: index === 1 ? 'PUT' : 'GET' }).then((it) => it.text(), () => null);
  });
  Promise.all(ends).then(() => parent.postMessage('ended', '*'));`;

function servePage({ url = '/' }: IncomingMessage, response: ServerResponse): void {
  const script = scripts[url];
  response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
  const frame = url.startsWith('/frame') ? `<script>${frameScript}</script>` : '';
  response.end(script ?? `<!doctype html><title>Page</title><h1>Page</h1>${frame}`);
}

function serveApi(request: IncomingMessage, response: ServerResponse, arrived: EchoServers['arrived']): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', api);
  if (request.method !== 'OPTIONS') arrived.push({ path: pathname, at: Date.now() });
  setTimeout(
    () => {
      response.writeHead(200, {
        ...(!pathname.startsWith('/refuse') && { 'access-control-allow-origin': '*' }),
        'access-control-allow-methods': '*',
        'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
        'access-control-max-age': '0',
      });
      response.end('ok');
    },
    Number(searchParams.get('wait') ?? 0),
  );
}
