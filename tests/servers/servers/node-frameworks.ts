import { npmVersions, versionFrom } from '../processes.ts';
import type { ServerUnderTest } from '../server-under-test.ts';

/** Every file is `server.mjs`, which node runs. */
function inNode(
  id: ServerUnderTest['id'],
  version: ServerUnderTest['version'],
  source: (port: number, parts: readonly string[] | null) => string,
): ServerUnderTest {
  return {
    id,
    packages: [],
    version,
    setup: ({ port }, parts) => ({
      files: { 'server.mjs': source(port, parts), 'package.json': '{ "type": "module" }' },
      command: ['node', 'server.mjs'],
    }),
  };
}

const nodeHttp = inNode(
  'node-http',
  () => versionFrom('node', ['--version'], /^v(\S+)/)?.replace(/^/, 'Node.js ') ?? null,
  (port, parts) => `import { createServer } from 'node:http';

${parts?.[0] ?? ''}
createServer((request, response) => {
  ${parts?.[1] ?? ''}
  const json = (status, body) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-total': '3' });
    response.end(JSON.stringify(body));
  };
  if (request.url === '/api/items' && request.method === 'GET') {
    json(200, { cookie: (request.headers.cookie ?? '').includes('session=1') });
  } else if (request.url === '/api/items/1' && request.method === 'PUT') {
    let text = '';
    request.on('data', (chunk) => { text += chunk; });
    request.on('end', () => json(200, { name: JSON.parse(text).name }));
  } else if (request.url === '/api/error') {
    json(500, {});
  } else {
    json(404, {});
  }
}).listen(${port}, 'localhost');
`,
);

const express = inNode(
  'express',
  () => npmVersions({ express: 'Express', cors: 'cors' }),
  (port, parts) => `import express from 'express';
const app = express();
${parts?.[0] ?? ''}
app.use(express.json());
app.get('/api/items', (request, response) => {
  response.set('X-Total', '3').json({ cookie: (request.headers.cookie ?? '').includes('session=1') });
});
app.put('/api/items/1', (request, response) => response.json({ name: request.body.name }));
app.get('/api/error', () => { throw new Error('on purpose'); });
app.listen(${port}, 'localhost');
`,
);

const fastify = inNode(
  'fastify',
  () => npmVersions({ fastify: 'Fastify', '@fastify/cors': '@fastify/cors' }),
  (port, parts) => `import Fastify from 'fastify';
const app = Fastify();
${parts?.[0] ?? ''}
app.get('/api/items', async (request, reply) => {
  reply.header('X-Total', '3');
  return { cookie: (request.headers.cookie ?? '').includes('session=1') };
});
app.put('/api/items/1', async (request) => ({ name: request.body.name }));
app.get('/api/error', async () => { throw new Error('on purpose'); });
await app.listen({ port: ${port}, host: 'localhost' });
`,
);

const koa = inNode(
  'koa',
  () => npmVersions({ koa: 'Koa', '@koa/cors': '@koa/cors' }),
  (port, parts) => `import Koa from 'koa';
const app = new Koa();
${parts?.[0] ?? ''}
app.use(async (context) => {
  const { path, method, req } = context;
  if (path === '/api/items' && method === 'GET') {
    context.set('X-Total', '3');
    context.body = { cookie: (req.headers.cookie ?? '').includes('session=1') };
  } else if (path === '/api/items/1' && method === 'PUT') {
    let text = '';
    for await (const chunk of req) text += chunk;
    context.body = { name: JSON.parse(text).name };
  } else if (path === '/api/error') {
    throw new Error('on purpose');
  }
});
app.on('error', () => {});
app.listen(${port}, 'localhost');
`,
);

const hono = inNode(
  'hono',
  () => npmVersions({ hono: 'Hono', '@hono/node-server': '@hono/node-server' }),
  (port, parts) => `import { serve } from '@hono/node-server';
import { Hono } from 'hono';
const app = new Hono();
${parts?.[0] ?? ''}
app.get('/api/items', (context) => {
  context.header('X-Total', '3');
  return context.json({ cookie: (context.req.header('Cookie') ?? '').includes('session=1') });
});
app.put('/api/items/1', async (context) => context.json({ name: (await context.req.json()).name }));
app.get('/api/error', () => { throw new Error('on purpose'); });
serve({ fetch: app.fetch, port: ${port}, hostname: 'localhost' });
`,
);

const nestjs: ServerUnderTest = {
  id: 'nestjs',
  packages: [],
  version: () => npmVersions({ '@nestjs/core': 'NestJS' }),
  setup: ({ port }, parts) => ({
    files: {
      'package.json': '{ "type": "module" }',
      'tsconfig.json': '{ "compilerOptions": { "experimentalDecorators": true, "module": "esnext" } }',
      'main.ts': `import 'reflect-metadata';
import { Body, Controller, Get, Module, Put, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller('api')
class ItemsController {
  @Get('items') items(@Req() request: any, @Res() response: any) {
    response.set('X-Total', '3').json({ cookie: (request.headers.cookie ?? '').includes('session=1') });
  }
  @Put('items/1') put(@Body() body: any) {
    return { name: body.name };
  }
  @Get('error') error() {
    throw new Error('on purpose');
  }
}

@Module({ controllers: [ItemsController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: false });
${parts?.[0] ?? ''}
await app.listen(${port}, 'localhost');
`,
    },
    command: ['npx', '--no-install', 'tsx', 'main.ts'],
  }),
};

const nextjs: ServerUnderTest = {
  id: 'nextjs',
  packages: [],
  version: () => npmVersions({ next: 'Next.js' }),
  setup: ({ port }, parts) => ({
    files: {
      'package.json': '{ "type": "module" }',
      'next.config.mjs': 'export default { turbopack: { root: process.env.NEXT_ROOT } };\n',
      'app/layout.jsx':
        'export default function Layout({ children }) { return <html><body>{children}</body></html>; }\n',
      'app/page.jsx': 'export default function Page() { return <p>page</p>; }\n',
      'app/api/items/route.js': `export function GET(request) {
  const cookie = (request.headers.get('cookie') ?? '').includes('session=1');
  return Response.json({ cookie }, { headers: { 'X-Total': '3' } });
}
`,
      'app/api/items/1/route.js': `export async function PUT(request) {
  const { name } = await request.json();
  return Response.json({ name });
}
`,
      'app/api/error/route.js': `export const dynamic = 'force-dynamic';
export function GET() { throw new Error('on purpose'); }
`,
      ...(parts === null ? {} : { 'proxy.ts': parts[0] ?? '' }),
    },
    build: [['npx', '--no-install', 'next', 'build']],
    command: ['npx', '--no-install', 'next', 'start', '--port', String(port), '--hostname', 'localhost'],
    env: { NEXT_TELEMETRY_DISABLED: '1', NEXT_ROOT: new URL('..', import.meta.url).pathname },
  }),
};

const cloudflareWorkers: ServerUnderTest = {
  id: 'cloudflare-workers',
  packages: [],
  version: () => npmVersions({ workerd: 'workerd' }),
  setup: ({ port }, parts) => ({
    files: {
      'worker.js': `${parts?.[0] ?? ''}
const worker = {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/items' && request.method === 'GET') {
      const cookie = (request.headers.get('Cookie') ?? '').includes('session=1');
      return Response.json({ cookie }, { headers: { 'X-Total': '3' } });
    }
    if (pathname === '/api/items/1' && request.method === 'PUT') {
      return Response.json({ name: (await request.json()).name });
    }
    if (pathname === '/api/error') throw new Error('on purpose');
    return new Response('not found', { status: 404 });
  },
};

${parts?.[1] ?? 'export default worker;'}
`,
      'config.capnp': `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [(name = "worker.js", esModule = embed "worker.js")], compatibilityDate = "2026-01-01"))],
  sockets = [(name = "http", address = "localhost:${port}", http = (), service = "main")],
);
`,
    },
    command: [
      new URL('../node_modules/@cloudflare/workerd-linux-64/bin/workerd', import.meta.url).pathname,
      'serve',
      'config.capnp',
    ],
  }),
};

export const nodeFrameworks = [express, fastify, koa, hono, nestjs, nextjs, nodeHttp, cloudflareWorkers];
