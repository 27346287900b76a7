import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { answer } from './answer.js';
import { originsFrom } from './origins.js';

/** @import { IncomingMessage, Server, ServerResponse } from 'node:http' */
/** @import { Origins } from './origins.js' */

const defaultPort = 4310;

/**
 * Starts the page's server and the API servers, on `port` and the three ports after it; the fourth is kept free, for a
 * scenario with no server.
 *
 * @param {{ host?: string, portBase?: number }} [options] `host` is the address to listen at: this machine only by default.
 * @returns {Promise<{ url: string, origins: Origins, close: () => Promise<void> }>} `close` ends every connection too.
 * @throws {Error} naming the port, when one of them is taken.
 */
export async function startPlayground({ host = '127.0.0.1', portBase = defaultPort } = {}) {
  const origins = originsFrom(portBase);
  const api = () => createServer((request, response) => answer(request, response, origins));
  const page = createServer((request, response) => void servePage(request, response, origins));
  /** @type {Server[]} */
  const servers = [];
  const close = async () => void (await Promise.all(servers.map(stop)));
  try {
    await stop(await listen(createServer(), portBase + 4, host));
    for (const [offset, server] of [page, api(), api(), api()].entries()) {
      servers.push(await listen(server, portBase + offset, host));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `${origins.page}/`, origins, close };
}

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css'],
  ['.js', 'text/javascript'],
]);

/**
 * The page's own files lie beside this one; every other path is a scenario's.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {Origins} origins
 */
async function servePage(request, response, origins) {
  const { pathname } = new URL(request.url ?? '/', origins.page);
  if (pathname === '/' && `http://${request.headers.host}` !== origins.page) {
    // Reached by another name, the page would have another origin than the scenarios say.
    response.writeHead(302, { Location: `${origins.page}/` }).end();
    return;
  }
  const file = pathname === '/' ? '/index.html' : pathname;
  const type = /^\/(?:scenarios\/)?[a-z-]+\.[a-z]+$/.test(file) ? types.get(extname(file)) : undefined;
  const content = type && (await readFile(new URL(`.${file}`, import.meta.url)).catch(() => undefined));
  if (type === undefined || content === undefined) answer(request, response, origins);
  else response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(content);
}

/**
 * @param {Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<Server>}
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is busy. Stop what listens there, or choose other ports with --port.`)
          : error,
      ),
    );
    server.listen(port, host, () => resolve(server));
  });
}

/**
 * @param {Server} server
 * @returns {Promise<void>}
 */
function stop(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: String(defaultPort) } } });
  try {
    const { url } = await startPlayground({ portBase: Number(values.port) });
    console.log(`The playground is at ${url} (Ctrl+C ends it)`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
