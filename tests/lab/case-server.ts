import { readFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tinyFont } from '../../playground/tiny-font.js';
import type { HeaderLine } from '../../src/cors/header-list.ts';
import type { TruthAnswer, TruthCase, TruthOrigins } from '../truth/truth-case.ts';
import { Gate } from './gate.ts';
import { serveConnection, type WireAnswer, type WireRequest } from './http-connection.ts';
import type { LabStep } from './lab-step.ts';

const usualPort = 8801;

/** @param port first of three in a row; another than the usual one needs a system where all of 127.0.0.0/8 is this machine */
export function labOriginsAt(port: number): TruthOrigins {
  return {
    /** The page. */
    PAGE: `http://localhost:${port}`,
    /** Cross-origin, same site. */
    SITE: `http://localhost:${port + 1}`,
    /** Cross-origin and cross-site. */
    API: `http://127.0.0.1:${port + 1}`,
    OTHER: `http://127.0.0.1:${port + 2}`,
    /** A page on the default port, of which a machine has only one per address. */
    PAGE80: port === usualPort ? 'http://localhost' : `http://127.${port >> 8}.${port & 255}.1`,
  };
}

export const labOrigins: TruthOrigins = labOriginsAt(usualPort);

/** One request that reached the server. */
export interface SentRequest {
  readonly method: string;
  readonly host: string;
  readonly step: number;
  readonly preflight: boolean;
  readonly headers: readonly HeaderLine[];
}

export interface CaseServer {
  readonly origins: TruthOrigins;
  /** Where the runner page is. */
  readonly pageUrl: string;
  /** Makes the server answer `/r/N?case=ID` as the case says. */
  add(truthCase: TruthCase): void;
  /** What reached the server for the case since it was last asked, in order. */
  takeSent(id: string): readonly SentRequest[];
  /** Serves a page that runs these steps by itself, and writes what the script saw to the console. */
  serveSteps(steps: readonly LabStep[]): ServedSteps;
  close(): Promise<void>;
}

export interface ServedSteps {
  readonly url: string;
  /** Lets the page go on to its next step. */
  next(): void;
}

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const textBody = { type: 'text/plain', bytes: Buffer.from('ok') };
const bodies: Readonly<Record<string, { type: string; bytes: Buffer }>> = {
  text: textBody,
  js: { type: 'text/javascript', bytes: Buffer.from('export default 1;') },
  css: { type: 'text/css', bytes: Buffer.from('.lab{}') },
  sse: { type: 'text/event-stream', bytes: Buffer.from('data: ok\n\n') },
  png: { type: 'image/png', bytes: Buffer.from(png, 'base64') },
  font: { type: 'font/ttf', bytes: Buffer.from(tinyFont) },
};

const scripts = ['run-case.js', 'lab-page.js', 'run-steps.js'];

/** Listens on the ports of the origins; on IPv4 and IPv6, so that `localhost` is answered at the first try. */
export async function startCaseServer(origins: TruthOrigins = labOrigins): Promise<CaseServer> {
  const cases = new Map<string, TruthCase>();
  const sent = new Map<string, SentRequest[]>();
  const sockets = new Set<Socket>();
  let stepsToServe: readonly LabStep[] = [];
  const gate = new Gate();

  async function answer(request: WireRequest): Promise<WireAnswer> {
    const url = new URL(request.target, `http://${request.host}`);
    if (url.pathname === '/lab/next') await gate.pass();
    if (url.pathname.startsWith('/lab/')) return whole(await labFile(url.pathname, origins, stepsToServe));
    const step = Number(/^\/r\/(\d+)$/.exec(url.pathname)?.[1] ?? Number.NaN);
    // WebKit joins several Location lines by a comma, and follows the whole as one address.
    const [id = ''] = (url.searchParams.get('case') ?? '').split(',');
    const truthCase = cases.get(id);
    if (truthCase === undefined || Number.isNaN(step)) return whole({ status: 404, lines: [], body: Buffer.alloc(0) });
    const { method, host, headers } = request;
    const preflight = method === 'OPTIONS' && request.header('access-control-request-method') !== null;
    sent.get(truthCase.id)?.push({ method, host, step, preflight, headers });
    return caseAnswer(answerOf(truthCase, step, preflight), method);
  }

  const serve = () =>
    createServer((socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      serveConnection(socket, answer);
    });
  const servers = await Promise.all(addressesOf(origins).map(([host, port]) => listen(serve(), port, host)));
  return {
    origins,
    pageUrl: `${origins.PAGE}/lab/page`,
    add(truthCase) {
      cases.set(truthCase.id, truthCase);
      sent.set(truthCase.id, []);
    },
    takeSent: (id) => sent.get(id)?.splice(0) ?? [],
    serveSteps(steps) {
      stepsToServe = steps;
      return { url: `${origins.PAGE}/lab/steps`, next: () => gate.open() };
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

/** Each address once; `localhost` is two. */
function addressesOf(origins: TruthOrigins): (readonly [host: string, port: number])[] {
  const addresses = Object.values(origins).flatMap((origin: string) => {
    const { hostname, port } = new URL(origin);
    const hosts = hostname === 'localhost' ? ['127.0.0.1', '::1'] : [hostname];
    return hosts.map((host) => [host, Number(port || 80)] as const);
  });
  return [...new Map(addresses.map((address) => [address.join(' '), address])).values()];
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

interface Message {
  readonly status: number;
  readonly lines: readonly HeaderLine[];
  readonly body: Buffer;
}

function whole({ status, lines, body }: Message): WireAnswer {
  const all = [...lines, ['Content-Length', String(body.length)] as const];
  return { bytes: Buffer.concat([head(status, all), body]), end: false };
}

function head(status: number, lines: readonly HeaderLine[]): Buffer {
  const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`HTTP/1.1 ${status} Status\r\n${text}\r\n`, 'latin1');
}

/** JSON that cannot end the script element it stands in. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

async function labFile(path: string, origins: TruthOrigins, steps: readonly LabStep[]): Promise<Message> {
  const script = scripts.find((name) => path === `/lab/${name}`);
  if (script !== undefined) {
    const body = await readFile(new URL(`./${script}`, import.meta.url));
    // A frame or worker of an opaque origin loads it too.
    const lines: HeaderLine[] = [
      ['Content-Type', 'text/javascript'],
      ['Access-Control-Allow-Origin', '*'],
    ];
    return { status: 200, lines, body };
  }
  const runner = '<script src="/lab/run-case.js"></script>';
  const page = `<script>globalThis.labPage80=${inScript(origins.PAGE80)}</script>${runner}<script src="/lab/lab-page.js"></script>`;
  const bySelf = `${page}<script>globalThis.labSteps=${inScript(steps)}</script><script src="/lab/run-steps.js"></script>`;
  const content = { '/lab/page': page, '/lab/steps': bySelf }[path] ?? runner;
  const body = Buffer.from(`<!doctype html><title>lab</title><link rel="icon" href="data:,">${content}`);
  return { status: 200, lines: [['Content-Type', 'text/html; charset=utf-8']], body };
}

const noPreflightAnswer: TruthAnswer = { status: 404, headers: [] };

function answerOf({ server }: TruthCase, step: number, preflight: boolean): TruthAnswer {
  const own = server.hops?.[step] ?? server.response;
  return preflight ? (own.preflight ?? server.preflight ?? noPreflightAnswer) : own;
}

/** The case's own header lines to the byte; a type, a length and `no-store` where the case has none. */
function caseAnswer(answer: TruthAnswer, method: string): WireAnswer {
  if (answer.drop) return null;
  if (answer.raw !== undefined) return { bytes: Buffer.from(answer.raw, 'latin1'), end: true };
  const kind = bodies[answer.body ?? ''] ?? textBody;
  const bodiless = answer.status === 204 || answer.status === 304;
  const body = bodiless || method === 'HEAD' || method === 'OPTIONS' ? Buffer.alloc(0) : kind.bytes;
  const has = (name: string) => answer.headers.some(([other]) => other.toLowerCase() === name);
  const lines = [...answer.headers];
  if (!has('content-type') && !bodiless) lines.push(['Content-Type', kind.type]);
  if (!has('cache-control')) lines.push(['Cache-Control', 'no-store']);
  if (!bodiless) lines.push(['Content-Length', String(body.length + (answer.truncate ? 100 : 0))]);
  // An early end that nobody announced is an error to WebKit, too.
  if (answer.truncate) lines.push(['Connection', 'close']);
  const end = answer.truncate === true || answer.close === true;
  return { bytes: Buffer.concat([head(answer.status, lines), body]), end };
}
