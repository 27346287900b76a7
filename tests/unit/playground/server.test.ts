import { Agent, createServer, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressesOf } from '../../../playground/scenario.js';
import { scenarios } from '../../../playground/scenarios.js';
import { startPlayground } from '../../../playground/server.js';

type Playground = Awaited<ReturnType<typeof startPlayground>>;
interface Answer {
  status: number | undefined;
  headers: [name: string, value: string][];
  body: Buffer;
}

const asked = { origin: 'http://localhost:4360', cookie: 'session=playground' };
let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({ portBase: 4360 });
});
afterAll(() => playground.close());

/** Asks without a browser in between, and reads the header lines as they came. */
async function ask(url: string, options: { method?: string; headers?: OutgoingHttpHeaders; path?: string } = {}) {
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { agent: false, ...options })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { rawHeaders, statusCode: status } = incoming;
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  const headers = names.map((name, index): [string, string] => [name.toLowerCase(), rawHeaders[index * 2 + 1] ?? '']);
  return { status, headers, body: Buffer.concat(chunks) } satisfies Answer;
}

/** What a server adds on its own, about the connection and not about the answer. */
const plumbing = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/** Header lines in an order that does not matter. */
function lines(headers: OutgoingHttpHeaders): string[] {
  const all = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name.toLowerCase()}: ${one}`),
  );
  return all.sort();
}

const nowhere = { page: '', api: '', sameSite: '', other: '', closed: '' };
const routes = scenarios.flatMap(({ id, answers }) =>
  Object.entries(answers(addressesOf(id, nowhere, '')))
    .filter(([, answer]) => answer !== 'never') // the last test's
    .filter(([, answer]) => typeof answer !== 'object' || !answer.cutOff) // a test of its own
    .map(([route]) => ({ id, route, answers })),
);

test.each(routes)('$id answers $route as it says, and adds nothing', async ({ id, route, answers }) => {
  const at = addressesOf(id, playground.origins, 'r1');
  const declared = answers(at)[route];
  const answer = typeof declared === 'function' ? declared(asked) : declared;
  const isPreflight = route.startsWith('OPTIONS ');
  const url = at.api(route.replace('OPTIONS ', ''));
  const headers = { ...asked, ...(isPreflight ? { 'access-control-request-method': 'PUT' } : {}) };
  const got = () => ask(url, { method: isPreflight ? 'OPTIONS' : 'GET', headers });

  if (typeof answer !== 'object') {
    await expect(got()).rejects.toThrow('socket hang up');
    return;
  }
  const { status, headers: received, body } = await got();
  expect(status).toBe(answer.status ?? 200);
  expect(
    received
      .filter(([name]) => !plumbing.has(name))
      .map(([name, value]) => `${name}: ${value}`)
      .sort(),
  ).toEqual(
    lines({
      'cache-control': 'no-store',
      ...(status === 204 ? {} : { 'content-type': 'application/json' }),
      ...Object.fromEntries(Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
    }),
  );
  if (answer.body !== undefined) expect(body).toEqual(Buffer.from(answer.body));
});

test('an answer that is cut off ends before what its headers announce', async () => {
  const { api } = addressesOf('cut-off', playground.origins, 'r1');
  await expect(ask(api('/products'))).rejects.toThrow('aborted');
});

test('an OPTIONS request without Access-Control-Request-Method is no preflight', async () => {
  const { api } = addressesOf('preflighted', playground.origins, '');
  expect((await ask(api('/orders/7'), { method: 'OPTIONS' })).status).toBe(200);
});

test('an answer that nobody described is a 404 without CORS headers', async () => {
  const { status, headers } = await ask(`${playground.origins.api}/no-such-scenario/products`);
  expect(status).toBe(404);
  expect(headers.filter(([name]) => name.startsWith('access-control-'))).toEqual([]);
});

test.each([
  { path: '/', type: 'text/html; charset=utf-8' },
  { path: '/page.js', type: 'text/javascript' },
  { path: '/scenarios/allowed.js', type: 'text/javascript' },
  { path: '/style.css', type: 'text/css' },
])('the page is served: $path', async ({ path, type }) => {
  const { status, headers } = await ask(`${playground.origins.page}${path}`);
  expect(status).toBe(200);
  expect(headers).toContainEqual(['content-type', type]);
});

test.each(['/../package.json', '/%2e%2e/package.json', '/scenarios/../../biome.json', '/..%2fpackage.json'])(
  'nothing beside the playground is served: %s',
  async (path) => {
    expect((await ask(playground.origins.page, { path })).status).toBe(404);
  },
);

test('the page reached by address sends to its name, because the scenarios speak of that origin', async () => {
  const { status, headers } = await ask('http://127.0.0.1:4360/');
  expect(status).toBe(302);
  expect(headers).toContainEqual(['location', playground.url]);
});

test('nobody listens at the closed port', async () => {
  await expect(ask(playground.origins.closed)).rejects.toThrow('ECONNREFUSED');
});

test.each([4370, 4371, 4373, 4374])('a busy port %i is named, and no other port stays taken', async (port) => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  await expect(startPlayground({ portBase: 4370 })).rejects.toThrow(`Port ${port} is busy`);
  await new Promise((resolve) => squatter.close(resolve));
  await (await startPlayground({ portBase: 4370 })).close();
});

test('closing ends connections kept alive and requests still waiting', async () => {
  const { close, origins } = await startPlayground({ portBase: 4380 });
  const { api } = addressesOf('aborted', origins, '');
  const agent = new Agent({ keepAlive: true });
  const waiting = new Promise((_, reject) => request(api('/slow')).on('response', reject).on('error', reject).end());
  const ended = expect(waiting).rejects.toThrow('socket hang up');
  const idle = await new Promise<IncomingMessage>((resolve) =>
    request(`${origins.api}/simple/products`, { agent }).on('response', resolve).end(),
  );
  const closed = new Promise((resolve) => idle.socket.once('close', resolve));
  idle.resume();
  await close();
  await Promise.all([ended, closed]);
  await (await startPlayground({ portBase: 4380 })).close();
});
