import { addressesOf } from './scenario.js';
import { scenarios } from './scenarios.js';

/** @import { Answer, Message } from './scenario.js' */
/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { Origins } from './origins.js' */

/**
 * Answers a request for a scenario's path, `/scenario-id/...`, as the scenario says.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {Origins} origins
 */
export function answer(request, response, origins) {
  request.resume(); // bodies are of no interest, but have to be taken
  const found = find(request, origins);
  if (found === 'never') return;
  if (found === 'hang up') request.destroy();
  else setTimeout(write, found.after ?? 0, response, found);
}

/**
 * @param {IncomingMessage} request
 * @param {Origins} origins
 * @returns {Answer}
 */
function find({ method, url = '/', headers }, origins) {
  const { pathname, searchParams } = new URL(url, 'http://playground');
  const [, id = '', path = ''] = /^\/([^/]+)(\/.*)$/.exec(pathname) ?? [];
  const scenario = scenarios.find((candidate) => candidate.id === id);
  const routes = scenario?.answers(addressesOf(id, origins, searchParams.get('run') ?? '')) ?? {};
  const isPreflight = method === 'OPTIONS' && 'access-control-request-method' in headers;
  const route = routes[isPreflight ? `OPTIONS ${path}` : path] ?? { status: 404, body: '{"error":"no such route"}' };
  return typeof route === 'function' ? route({ origin: headers.origin, cookie: headers.cookie }) : route;
}

/**
 * @param {ServerResponse} response
 * @param {Message} answer
 */
function write(response, { status = 200, headers = {}, body = '{"answer":"yes"}', cutOff = false }) {
  response.setHeader('Cache-Control', 'no-store');
  if (status !== 204) response.setHeader('Content-Type', 'application/json');
  response.writeHead(status, headers);
  if (cutOff) response.write(body, () => response.destroy());
  else response.end(status === 204 ? undefined : body);
}
