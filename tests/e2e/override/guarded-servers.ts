import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { OverrideCommand } from '../../../src/override/commands.ts';

const pagePort = 4860;

/** Every name stands for this machine. `shop.example` is no development origin. */
export const hosts = ['app.test', 'api.test', 'other.test', 'frame.test', 'shop.example'];
export const page = `http://app.test:${pagePort}`;
export const frameSite = `http://frame.test:${pagePort}`;
export const publicSite = `http://shop.example:${pagePort}`;
/** The server that the override is for. */
export const api = `http://api.test:${pagePort + 1}`;
export const otherPort = `http://api.test:${pagePort + 2}`;
export const otherHost = `http://other.test:${pagePort + 1}`;

/** Starts an override that changes as much as one can: everybody may read, and requests and answers are marked. */
export const start: OverrideCommand = {
  kind: 'start',
  patches: [
    {
      target: api,
      initiator: page,
      sparedHosts: [],
      actions: [
        { operation: 'set', name: 'Access-Control-Allow-Origin', value: '*' },
        { operation: 'append', name: 'Access-Control-Allow-Methods', value: 'PUT' },
        { operation: 'append', name: 'Access-Control-Allow-Headers', value: 'x-a' },
        { operation: 'set', name: 'Access-Control-Max-Age', value: '0' },
      ],
    },
  ],
};

export const markRequestsAndAnswers: OverrideCommand = {
  kind: 'set-own-rules',
  ownRules: [
    { target: api, direction: 'request', action: { operation: 'set', name: 'X-Leaked', value: '1' } },
    { target: api, direction: 'response', action: { operation: 'set', name: 'X-Injected', value: '1' } },
  ],
};

/** A request that a page is to make. `/closed…` is answered without CORS headers, `/open…` allows whoever asks. */
export interface Attempt {
  readonly url: string;
  readonly method: 'GET' | 'PUT';
  readonly credentials: 'include' | 'omit';
  readonly header: boolean;
}

/** What a page saw: the headers that it could read, or that it could read nothing. */
export type Seen = Readonly<Record<string, string>> | 'nothing';

/** What `/open` answers, as far as a page that is allowed can read it. */
export const openAnswer = { 'x-own': '1', 'cache-control': 'no-cache', 'access-control-max-age': '77' };

export interface GuardedServers {
  /** Requests that reached the servers, preflights left out: method, path, and whether they bear the mark. */
  readonly arrived: { readonly method: string; readonly path: string; readonly isMarked: boolean }[];
  close(): Promise<void>;
}

export async function startGuardedServers(): Promise<GuardedServers> {
  const arrived: GuardedServers['arrived'] = [];
  const answer = (request: IncomingMessage, response: ServerResponse) => serveApi(request, response, arrived);
  const servers = [createServer(servePage), createServer(answer), createServer(answer)];
  await Promise.all(servers.map((server, index) => listen(server, pagePort + index)));
  return {
    arrived,
    close: async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((listening) => server.listen(port, '127.0.0.1', listening));
}

/** `?attempts=` are made as early as a page can make them; frames make those that are posted to them. */
const script = `
  async function attempt({ url, method, credentials, header }) {
    try {
      const answer = await fetch(url, { method, credentials, headers: header ? { 'x-a': '1' } : {} });
      await answer.text();
      return Object.fromEntries(answer.headers);
    } catch { return 'nothing'; }
  }
  const attemptAll = (attempts) => Promise.all(attempts.map(attempt));
  const early = attemptAll(JSON.parse(new URLSearchParams(location.search).get('attempts') ?? '[]'));
  addEventListener('message', async ({ data, ports: [port] }) => port.postMessage(await attemptAll(data)));
  async function inFrame(src, sandbox, attempts) {
    const frame = document.createElement('iframe');
    if (sandbox) frame.sandbox = 'allow-scripts';
    frame.src = src;
    await new Promise((loaded) => { frame.onload = loaded; document.body.append(frame); });
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
    frame.contentWindow.postMessage(attempts, '*', [port2]);
    const seen = await answer;
    frame.remove();
    return seen;
  }
`;

function servePage(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(`<!doctype html><title>Page</title><script>${script}</script><body>`);
}

function serveApi(request: IncomingMessage, response: ServerResponse, arrived: GuardedServers['arrived']): void {
  const { method = '', url: path = '/', headers } = request;
  const isPreflight = method === 'OPTIONS';
  if (!isPreflight) arrived.push({ method, path, isMarked: headers['x-leaked'] !== undefined });
  const allow = {
    'access-control-allow-origin': headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'PUT',
    'access-control-allow-headers': 'x-a',
    'access-control-expose-headers': 'x-own, x-injected, access-control-max-age',
    'access-control-max-age': '77',
    'x-own': '1',
  };
  response.writeHead(isPreflight ? 204 : 200, {
    ...(path.startsWith('/open') && allow),
    'cache-control': 'no-cache',
  });
  response.end();
}
