// Serves the page at one port and the API at another, both of localhost. Arguments: the two ports.
// A process of its own, so that it does not share its time with whoever measures.
import { createServer } from 'node:http';

const [pagePort, apiPort] = process.argv.slice(2).map(Number);
const pageOrigin = `http://localhost:${pagePort}`;

// It ends with whoever started it.
process.stdin.on('end', () => process.exit()).resume();

createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>load</title>');
}).listen(pagePort, 'localhost');

createServer((request, response) => {
  const delay = Number(new URL(request.url ?? '/', pageOrigin).searchParams.get('delay'));
  const answer = () => {
    response.writeHead(request.method === 'OPTIONS' ? 204 : 200, {
      'access-control-allow-origin': pageOrigin,
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
}).listen(apiPort, 'localhost');
