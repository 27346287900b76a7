import { readFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  validateHeaderName,
  validateHeaderValue,
} from 'node:http';
import type { HeaderLine } from '../../src/cors/header-list.ts';
import type { TruthAnswer, TruthCase } from '../truth/truth-case.ts';

/** The origins that the cases' addresses are made of. */
export interface LabOrigins {
  /** The page. */
  readonly PAGE: string;
  /** Cross-origin, same site. */
  readonly SITE: string;
  /** Cross-origin and cross-site. */
  readonly API: string;
  readonly OTHER: string;
  /** A page on the default port. */
  readonly PAGE80: string;
}

export const labOrigins: LabOrigins = {
  PAGE: 'http://localhost:8801',
  SITE: 'http://localhost:8802',
  API: 'http://127.0.0.1:8802',
  OTHER: 'http://127.0.0.1:8803',
  PAGE80: 'http://localhost',
};

/** One request that reached the server. */
export interface SentRequest {
  readonly method: string;
  readonly host: string;
  readonly step: number;
  readonly preflight: boolean;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export interface CaseServer {
  /** Where the runner page is. */
  readonly pageUrl: string;
  /** Makes the server answer `/r/N?case=ID` as the case says. */
  add(truthCase: TruthCase): void;
  /** What reached the server for the case, in order. */
  sentFor(id: string): readonly SentRequest[];
  close(): Promise<void>;
}

const bodies: Record<string, { type: string; bytes: () => Buffer }> = {
  text: { type: 'text/plain', bytes: () => Buffer.from('ok') },
  js: { type: 'text/javascript', bytes: () => Buffer.from('export default 1;') },
  css: { type: 'text/css', bytes: () => Buffer.from('.lab{}') },
  sse: { type: 'text/event-stream', bytes: () => Buffer.from('data: ok\n\n') },
  png: {
    type: 'image/png',
    bytes: () =>
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
  },
};

const files = new Map<string, { type: string; path: URL }>([
  ['/lab/run-case.js', { type: 'text/javascript', path: new URL('./run-case.js', import.meta.url) }],
  ['/lab/lab-page.js', { type: 'text/javascript', path: new URL('./lab-page.js', import.meta.url) }],
]);

/** Listens on the ports of the origins; on IPv4 and IPv6, so that `localhost` is answered at the first try. */
export async function startCaseServer(origins: LabOrigins = labOrigins): Promise<CaseServer> {
  const cases = new Map<string, TruthCase>();
  const sent = new Map<string, SentRequest[]>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (url.pathname.startsWith('/lab/')) return serveLab(url, response, origins);
    const step = Number(/^\/r\/(\d+)$/.exec(url.pathname)?.[1] ?? Number.NaN);
    const truthCase = cases.get(url.searchParams.get('case') ?? '');
    if (truthCase === undefined || Number.isNaN(step)) {
      response.writeHead(404).end();
      return;
    }
    const preflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    sent.get(truthCase.id)?.push({
      method: request.method ?? '',
      host: request.headers.host ?? '',
      step,
      preflight,
      headers: pairs(request.rawHeaders),
    });
    request.resume();
    serveAnswer(answerOf(truthCase, step, preflight), preflight, request, response);
  };

  const ports = [...new Set(Object.values(origins).map((origin) => Number(new URL(origin).port || 80)))];
  const servers = await Promise.all(
    ports.flatMap((port) =>
      ['127.0.0.1', '::1'].map((host) =>
        listen(
          createServer((...both) => void answer(...both)),
          port,
          host,
        ),
      ),
    ),
  );
  return {
    pageUrl: `${origins.PAGE}/lab/page`,
    add(truthCase) {
      cases.set(truthCase.id, truthCase);
      sent.set(truthCase.id, []);
    },
    sentFor: (id) => sent.get(id) ?? [],
    async close() {
      await Promise.all(servers.map(closeServer));
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function serveLab(url: URL, response: ServerResponse, origins: LabOrigins): Promise<void> {
  const file = files.get(url.pathname);
  if (file) {
    // A frame or worker of an opaque origin loads it too.
    response.writeHead(200, { 'content-type': file.type, 'access-control-allow-origin': '*' });
    response.end(await readFile(file.path));
    return;
  }
  const scripts =
    url.pathname === '/lab/page'
      ? `<script>globalThis.labPage80=${JSON.stringify(origins.PAGE80)}</script><script src="/lab/run-case.js"></script><script src="/lab/lab-page.js"></script>`
      : '<script src="/lab/run-case.js"></script>';
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`<!doctype html><title>lab</title><link rel="icon" href="data:,">${scripts}`);
}

const noPreflightAnswer: TruthAnswer = { status: 404, headers: [] };

function answerOf({ server }: TruthCase, step: number, preflight: boolean): TruthAnswer {
  const own = server.hops?.[step] ?? server.response ?? { status: 200, headers: [] };
  return preflight ? (own.preflight ?? server.preflight ?? noPreflightAnswer) : own;
}

function pairs(flat: readonly string[]): [string, string][] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [flat[index * 2] ?? '', flat[index * 2 + 1] ?? '']);
}

function serveAnswer(
  answer: TruthAnswer,
  preflight: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (answer.drop) {
    request.socket.destroy();
    return;
  }
  if (answer.raw !== undefined) {
    request.socket.end(answer.raw);
    return;
  }
  const kind = bodies[answer.body ?? 'text'] ?? bodies.text;
  const empty = preflight || answer.status === 204 || answer.status === 304 || request.method === 'HEAD';
  const body = empty || !kind ? Buffer.alloc(0) : kind.bytes();
  const has = (name: string) => answer.headers.some(([other]) => other.toLowerCase() === name);
  const lines: HeaderLine[] = answer.headers.map(([name, value]) => [name, value]);
  if (!has('content-type') && kind) lines.push(['Content-Type', kind.type]);
  if (!has('cache-control')) lines.push(['Cache-Control', 'no-store']);
  if (answer.status !== 204 && answer.status !== 304) {
    lines.push(['Content-Length', String(body.length + (answer.truncate ? 100 : 0))]);
  }
  if (answer.status < 200 || lines.some(refusedByNode)) {
    writeByHand(request, answer, lines, body);
    return;
  }
  response.sendDate = false;
  response.removeHeader('connection');
  response.writeHead(answer.status, answer.statusText ?? 'Status', lines.flat());
  if (answer.truncate || answer.close) response.end(body, () => request.socket.destroy());
  else response.end(body);
}

/** Cases have odd spaces and bytes that Node's own writer refuses. */
function refusedByNode([name, value]: HeaderLine): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return false;
  } catch {
    return true;
  }
}

function writeByHand({ socket }: IncomingMessage, answer: TruthAnswer, lines: HeaderLine[], body: Buffer): void {
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const start = `HTTP/1.1 ${answer.status} ${answer.statusText ?? 'Status'}\r\n`;
  socket.end(Buffer.concat([Buffer.from(`${start}${head}\r\n`, 'latin1'), body]));
}
