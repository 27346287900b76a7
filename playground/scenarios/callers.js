import {
  beacon,
  eventSource,
  fetchInFrame,
  fetchInWorker,
  font,
  image,
  moduleScript,
  stylesheet,
} from '../requests.js';
import { tinyFont } from '../tiny-font.js';

/** @import { Scenario } from '../scenario.js' */

const anyOrigin = { 'Access-Control-Allow-Origin': '*' };
const frame = {
  headers: { 'Content-Type': 'text/html' },
  body: '<!doctype html><script src="/elsewhere.js"></script>',
};
const svg = { 'Content-Type': 'image/svg+xml' };
const square = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';

/** @type {readonly Scenario[]} */
export const callers = [
  {
    id: 'worker-blocked',
    title: 'Worker, blocked',
    expect: "Blocked: a worker's requests have the page's origin, and the API does not name it.",
    headersCanFix: true,
    run: (at) => fetchInWorker(at.api('/products')),
    answers: () => ({ '/products': {} }),
  },
  {
    id: 'worker-preflighted',
    title: 'Worker, preflighted',
    expect: 'Allowed: the API agrees to the PUT of the worker as it would to one of the page.',
    headersCanFix: false,
    run: (at) => fetchInWorker(at.api('/orders/7'), { method: 'PUT', body: 'two' }),
    answers: () => ({
      'OPTIONS /orders/7': { status: 204, headers: { ...anyOrigin, 'Access-Control-Allow-Methods': 'PUT' } },
      '/orders/7': { headers: anyOrigin },
    }),
  },
  {
    id: 'sandboxed-frame-blocked',
    title: 'Sandboxed frame, blocked',
    expect: 'Blocked: a sandboxed frame has the origin null, even though its address is the same as that of the page.',
    headersCanFix: true,
    run: (at) => fetchInFrame(at.page('/frame'), at.api('/products'), { sandbox: 'allow-scripts' }),
    answers: ({ origins }) => ({
      '/frame': frame,
      '/products': { headers: { 'Access-Control-Allow-Origin': origins.page, Vary: 'Origin' } },
    }),
  },
  {
    id: 'font-blocked',
    title: 'Font, blocked',
    expect: 'Blocked: fonts are always fetched with CORS, and the font server does not allow it.',
    headersCanFix: true,
    run: (at) => font(at.api('/tiny.ttf')),
    answers: () => ({ '/tiny.ttf': { headers: { 'Content-Type': 'font/ttf' }, body: tinyFont } }),
  },
  {
    id: 'font',
    title: 'Font, allowed',
    expect: 'Allowed: the font server lets any origin use its fonts.',
    headersCanFix: false,
    run: (at) => font(at.api('/tiny.ttf')),
    answers: () => ({ '/tiny.ttf': { headers: { ...anyOrigin, 'Content-Type': 'font/ttf' }, body: tinyFont } }),
  },
  {
    id: 'module-script-blocked',
    title: 'Module script, blocked',
    expect: 'Blocked: module scripts are always fetched with CORS, unlike classic ones.',
    headersCanFix: true,
    run: (at) => moduleScript(at.api('/module.js')),
    answers: () => ({ '/module.js': { headers: { 'Content-Type': 'text/javascript' }, body: 'export {};' } }),
  },
  {
    id: 'module-script',
    title: 'Module script, allowed',
    expect: 'Allowed: the script server lets any origin run its modules.',
    headersCanFix: false,
    run: (at) => moduleScript(at.api('/module.js')),
    answers: () => ({
      '/module.js': { headers: { ...anyOrigin, 'Content-Type': 'text/javascript' }, body: 'export {};' },
    }),
  },
  {
    id: 'image-blocked',
    title: 'Image with crossorigin, blocked',
    expect: 'Blocked: the attribute asks for an image that scripts may read, and the server does not allow that.',
    headersCanFix: true,
    run: (at) => image(at.api('/logo.svg'), { crossOrigin: 'anonymous' }),
    answers: () => ({ '/logo.svg': { headers: svg, body: square } }),
  },
  {
    id: 'image',
    title: 'Image with crossorigin, allowed',
    expect: 'Allowed: scripts may read the image, in a canvas for example.',
    headersCanFix: false,
    run: (at) => image(at.api('/logo.svg'), { crossOrigin: 'anonymous' }),
    answers: () => ({ '/logo.svg': { headers: { ...anyOrigin, ...svg }, body: square } }),
  },
  {
    id: 'stylesheet-blocked',
    title: 'Stylesheet with crossorigin, blocked',
    expect: 'Blocked: the crossorigin attribute makes the sheet a CORS request, and its server does not allow it.',
    headersCanFix: true,
    run: (at) => stylesheet(at.api('/theme.css')),
    answers: () => ({ '/theme.css': { headers: { 'Content-Type': 'text/css' }, body: ':root { --theme: 1 }' } }),
  },
  {
    id: 'event-source-blocked',
    title: 'EventSource, blocked',
    expect: 'Blocked: an event stream is a CORS request like any other, and the API names no origin.',
    headersCanFix: true,
    run: (at) => eventSource(at.api('/events')),
    answers: () => ({
      '/events': { headers: { 'Content-Type': 'text/event-stream' }, body: 'data: 12 products\n\n' },
    }),
  },
  {
    id: 'event-source',
    title: 'EventSource, allowed',
    expect: 'Allowed: the stream opens and its first event arrives.',
    headersCanFix: false,
    run: (at) => eventSource(at.api('/events')),
    answers: () => ({
      '/events': { headers: { ...anyOrigin, 'Content-Type': 'text/event-stream' }, body: 'data: 12 products\n\n' },
    }),
  },
  {
    id: 'beacon',
    title: 'sendBeacon with JSON',
    expect: 'Allowed: the collector names the origin and allows credentials, which a beacon always brings.',
    headersCanFix: false,
    run: (at) => beacon(at.api('/collect'), new Blob(['{"clicks":1}'], { type: 'application/json' })),
    answers: ({ origins }) => {
      const allow = { 'Access-Control-Allow-Origin': origins.page, 'Access-Control-Allow-Credentials': 'true' };
      return {
        'OPTIONS /collect': { status: 204, headers: { ...allow, 'Access-Control-Allow-Headers': 'content-type' } },
        '/collect': { status: 204, headers: allow },
      };
    },
  },
  {
    id: 'beacon-text',
    title: 'sendBeacon with text',
    expect: 'Sent: text needs no permission, and nobody reads the answer.',
    headersCanFix: false,
    run: (at) => beacon(at.api('/collect'), 'clicks=1'),
    answers: () => ({ '/collect': { status: 204 } }),
  },
];
