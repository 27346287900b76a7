// The API behind the proxies, without a word of CORS. Argument: the port.
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const json = (/** @type {number} */ status, /** @type {object} */ body) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-total': '3' });
    response.end(JSON.stringify(body));
  };
  if (path === '/api/items' && request.method === 'GET') {
    json(200, { cookie: (request.headers.cookie ?? '').includes('session=1') });
  } else if (path === '/api/items/1' && request.method === 'PUT') {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => json(200, { name: JSON.parse(text).name }));
  } else if (path === '/api/error') {
    json(500, { error: true });
  } else {
    json(404, {});
  }
});
server.listen(Number(process.argv[2]), 'localhost');
