import { createServer, type Server } from 'node:net';

/** Header lines as bytes: no library would send most of these. Named after the first part of their address. */
export const hostileAnswers: readonly { name: string; lines: readonly string[] }[] = [
  {
    name: 'markup',
    lines: [
      'Access-Control-Allow-Origin: <img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script>',
      'Server: "><svg onload=globalThis.ran=1>',
    ],
  },
  { name: 'script-address', lines: ['Access-Control-Allow-Origin: javascript:globalThis.ran=1'] },
  {
    name: 'bidirectional',
    lines: [`Access-Control-Allow-Origin: ${Buffer.from('http://\u202elocalhost:4790').toString('latin1')}`],
  },
  { name: 'no-utf8', lines: ['Access-Control-Allow-Origin: http://localhost\xff\xfe:4790', 'X-\xe9: \x80'] },
  {
    name: 'look-alike',
    lines: [`Access-Control-Allow-Origin: ${Buffer.from('http://lоcalhost:4790').toString('latin1')}`],
  },
  { name: 'long', lines: [`Access-Control-Allow-Origin: ${'*,'.repeat(32_000)}`] },
  { name: 'many', lines: Array.from({ length: 1_000 }, (_, index) => `X-Many-${index}: <b>${index}</b>`) },
  { name: 'redirect-to-script', lines: ['Location: javascript:globalThis.ran=1', 'Access-Control-Allow-Origin: *'] },
  { name: 'prototype', lines: ['__proto__: x', 'constructor: toString', 'Access-Control-Allow-Origin: __proto__'] },
]; // prettier-ignore

function answer(target: string): string {
  const { pathname } = new URL(target, 'http://localhost');
  const found = hostileAnswers.find(({ name }) => pathname.startsWith(`/${name}/`));
  const status = found?.name === 'redirect-to-script' ? '302 Found' : '200 OK';
  const lines = found?.lines ?? ['Content-Type: text/html'];
  return [`HTTP/1.1 ${status}`, ...lines, 'Content-Length: 2', 'Connection: close', '', 'ok'].join('\r\n');
}

/** Starts a server on this port that gives these answers, and an empty page for any other address. */
export function serveHostile(port: number): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy()); // a browser may hang up at any moment
    socket.once('data', (bytes) => socket.end(answer(bytes.toString('latin1').split(' ')[1] ?? '/'), 'latin1'));
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
