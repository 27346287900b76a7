import type { Step, StepName } from '../sequence/step.ts';
import type { ComparedUrl, Picture } from './picture.ts';

const step = (name: StepName, from: number, to: number, text: string, tone: Step['tone'] = 'plain'): Step => ({
  name,
  from,
  to,
  text,
  tone,
  arrives: true,
});

const ask = (to: number, text: string, from = 0): Step => step('request', from, to, text);
const preflight = (to: number, text: string): Step => step('preflight', 0, to, text);
const answer = (from: number, text: string, tone: Step['tone'] = 'plain', to = 0): Step =>
  step('answer', from, to, text, tone);
const readable = (text: string): Step => step('outcome', 0, 0, text, 'good');
/** What does not arrive: a dashed line that ends on its way. */
const kept = (text: string, from = 0, to = 0): Step => ({ ...step('fault', from, to, text, 'bad'), arrives: false });

const sequence = (caption: string | null, parties: readonly string[], ...steps: readonly Step[]): Picture => ({
  kind: 'sequence',
  caption,
  sequence: { parties, steps },
});

export const originAnatomy: Picture = {
  kind: 'anatomy',
  caption: null,
  pieces: [
    { text: 'https', name: 'scheme', isInOrigin: true },
    { text: '://', name: '', isInOrigin: true },
    { text: 'app.test', name: 'host', isInOrigin: true },
    { text: ':', name: '', isInOrigin: true },
    { text: '8443', name: 'port', isInOrigin: true },
    { text: '/cart', name: 'path', isInOrigin: false },
  ],
};

const url = (scheme: string, host: string, port: string, path: string): ComparedUrl => ({ scheme, host, port, path });

export const originPairs: Picture = {
  kind: 'comparison',
  caption: 'A page on a server, and who is of its origin',
  page: url('https', 'app.test', '443', '/shop'),
  others: [
    url('https', 'app.test', '443', '/cart'),
    url('http', 'app.test', '80', '/shop'),
    url('https', 'api.app.test', '443', '/shop'),
    url('https', 'www.app.test', '443', '/shop'),
    url('https', 'app.test', '8443', '/shop'),
  ],
};

export const localPairs: Picture = {
  kind: 'comparison',
  caption: 'A page on your own machine',
  page: url('http', 'localhost', '5173', '/'),
  others: [
    url('http', 'localhost', '5173', '/api'),
    url('http', 'localhost', '3000', '/api'),
    url('http', '127.0.0.1', '5173', '/'),
  ],
};

export const keptFromThePage: Picture = sequence(
  'In a page, the browser stands between',
  ['your code', 'browser', 'mail.test'],
  ask(1, 'fetch(url)'),
  ask(2, 'GET with your cookies', 1),
  answer(2, '200, your mail', 'plain', 1),
  kept('kept: app.test is not allowed', 1, 0),
);

export const curlIsNotBound: Picture = sequence(
  'Curl has nobody to protect',
  ['curl', 'mail.test'],
  ask(1, 'GET without your cookies'),
  answer(1, '200, no mail'),
  readable('shown: nobody to protect'),
);

/** The three small ones of the cards. */
export const askedForThePage: Picture = sequence(
  null,
  ['app.test', 'mail.test'],
  ask(1, 'GET  Origin: app.test'),
  answer(1, '200 allows no origin', 'bad'),
  kept('kept from the page'),
);

export const askedByCurl: Picture = sequence(
  null,
  ['curl', 'mail.test'],
  ask(1, 'GET'),
  answer(1, '200 allows no origin'),
  readable('shown to you'),
);

export const sentAtOnce: Picture = sequence(
  'Sent at once',
  ['app.test', 'api.test'],
  ask(1, 'GET /orders'),
  answer(1, '200 allows: https://app.test'),
  readable('your code reads it'),
);

export const askedFirst: Picture = sequence(
  'Asked first',
  ['app.test', 'api.test'],
  preflight(1, 'OPTIONS asks: PUT'),
  answer(1, '204 allows: PUT'),
  ask(1, 'PUT /orders/7'),
  answer(1, '200 allows: https://app.test'),
  readable('your code reads it'),
);

export const withoutCredentials: Picture = sequence(
  'Without credentials',
  ['app.test', 'api.test'],
  ask(1, 'GET, no cookie'),
  answer(1, '200 allows: *'),
  readable('your code reads it'),
);

export const credentialsAllowed: Picture = sequence(
  'With credentials, allowed',
  ['app.test', 'api.test'],
  ask(1, 'GET  Cookie: id=7'),
  answer(1, '200 allows: https://app.test, credentials'),
  readable('your code reads it'),
);

export const credentialsRefused: Picture = sequence(
  'With credentials, refused',
  ['app.test', 'api.test'],
  ask(1, 'GET  Cookie: id=7'),
  answer(1, '200 allows: *', 'bad'),
  kept('kept: * is not enough'),
);

export const remembered: Picture = sequence(
  null,
  ['app.test', 'api.test'],
  preflight(1, 'OPTIONS asks: PUT'),
  answer(1, '204 allows: PUT  Max-Age: 600'),
  ask(1, 'PUT /orders/7'),
  answer(1, '200 allows: https://app.test'),
  { ...step('cached-preflight', 0, 1, 'remembered, not asked again', 'quiet'), arrives: false },
  ask(1, 'PUT /orders/7'),
  answer(1, '200 allows: https://app.test'),
);

export const originLostOnTheWay: Picture = sequence(
  null,
  ['app.test', 'api.test', 'files.test'],
  ask(1, 'GET  Origin: https://app.test'),
  step('redirect', 1, 0, '302 to files.test  allows: https://app.test'),
  ask(2, 'GET  Origin: null'),
  answer(2, '200 allows: https://app.test', 'bad'),
  kept('kept: null is another origin'),
);

export const sourcesOfNull: Picture = {
  kind: 'sources',
  caption: null,
  sources: ['a page from a file', 'a sandboxed frame', 'a redirect between origins'],
  result: 'Origin: null',
};

export const whatCodeSees: Picture = {
  kind: 'screen',
  caption: 'What your code sees',
  lines: [
    { text: 'TypeError: Failed to fetch', tone: 'bad' },
    { text: 'no status, no header,', tone: 'quiet' },
    { text: 'no reason', tone: 'quiet' },
  ],
};

export const whatDevToolsSee: Picture = {
  kind: 'screen',
  caption: 'What DevTools see',
  lines: [
    { text: 'OPTIONS asks: PUT, authorization', tone: 'plain' },
    { text: '204 allows: PUT', tone: 'plain' },
    { text: '✕ authorization is not allowed', tone: 'bad' },
  ],
};

export const opaqueAnswer: Picture = sequence(
  null,
  ['app.test', 'api.test'],
  ask(1, 'GET  mode: no-cors'),
  answer(1, '200, with headers and a body'),
  step('outcome', 0, 0, 'your code gets status 0 and nothing else', 'quiet'),
);

export const corsFirst: Picture = sequence(
  'CORS before the login: right',
  ['browser', 'CORS', 'login', 'route'],
  preflight(1, 'OPTIONS'),
  answer(1, '204 allows: PUT'),
  ask(3, 'PUT  Authorization: …'),
  answer(3, '200 allows: https://app.test'),
);

export const loginFirst: Picture = sequence(
  'CORS behind the login: wrong',
  ['browser', 'login', 'CORS', 'route'],
  preflight(1, 'OPTIONS, never with a login'),
  answer(1, '401 allows nothing', 'bad'),
  kept('PUT never sent'),
);

export const devProxy: Picture = sequence(
  null,
  ['localhost:5173', 'dev server', 'api.test'],
  ask(1, 'GET /api/orders, same origin'),
  ask(2, 'GET /orders', 1),
  answer(2, '200', 'plain', 1),
  answer(1, '200'),
  readable('no permission needed'),
);
