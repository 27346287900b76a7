// Serves the page and the API at two free ports of localhost, and prints their addresses.
// A process of its own, so that it does not share its time with whoever measures.
import { createServer } from 'node:http';

// It ends with whoever started it.
process.stdin.on('end', () => process.exit()).resume();

const page = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>load</title>');
});

const api = createServer((request, response) => {
  const delay = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('delay'));
  const answer = () => {
    response.writeHead(request.method === 'OPTIONS' ? 204 : 200, {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-headers': 'x-load',
      'access-control-max-age': '0',
      'cache-control': 'no-store',
      'content-type': 'application/json',
      vary: 'Origin',
    });
    response.end(request.method === 'OPTIONS' ? undefined : '{"ok":true}');
  };
  if (delay > 0) setTimeout(answer, delay);
  else answer();
});

const addresses = await Promise.all(
  [page, api].map(
    (server) =>
      new Promise((resolve) => {
        server.listen(0, 'localhost', () => {
          const address = server.address();
          resolve(`http://localhost:${typeof address === 'object' ? address?.port : ''}/`);
        });
      }),
  ),
);
console.log(JSON.stringify({ page: addresses[0], api: addresses[1] }));
