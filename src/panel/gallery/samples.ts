import type { HeaderLine } from '../../cors/header-list.ts';
import type { Sample } from './sample.ts';

const page = 'https://app.shop.test';
const failed = 'net::ERR_FAILED';
const cookie: HeaderLine = ['Cookie', 'session=8f2c61'];
const json: HeaderLine = ['Content-Type', 'application/json'];

const allow = (value: string): HeaderLine => ['Access-Control-Allow-Origin', value];
const methods = (value: string): HeaderLine => ['Access-Control-Allow-Methods', value];
const headers = (value: string): HeaderLine => ['Access-Control-Allow-Headers', value];
const credentials: HeaderLine = ['Access-Control-Allow-Credentials', 'true'];
const vary: HeaderLine = ['Vary', 'Origin'];

/** A request as it should be. */
export const allowedSamples: readonly Sample[] = [
  {
    name: 'Allowed with a preflight',
    method: 'POST',
    url: 'https://api.shop.test/v1/login',
    headers: [json],
    preflight: {
      status: 204,
      headers: [allow(page), methods('POST'), headers('content-type'), ['Access-Control-Max-Age', '600'], vary],
      took: 31,
    },
    answers: [{ status: 200, headers: [allow(page), vary, json] }],
  },
  {
    name: 'Allowed font',
    type: 'font',
    url: 'https://cdn.shop.test/inter.woff2',
    answers: [{ status: 200, headers: [allow('*'), ['Content-Type', 'font/woff2']], took: 12 }],
  },
  {
    name: 'Allowed with a cached preflight',
    method: 'PATCH',
    url: 'https://api.shop.test/v1/profile',
    headers: [json],
    answers: [{ status: 200, headers: [allow(page), vary, json], took: 47 }],
  },
];

/** One request for each reason for which a request that reaches the network is blocked. */
export const blockedSamples: readonly Sample[] = [
  {
    name: 'HeaderDisallowedByPreflightResponse',
    method: 'PUT',
    url: 'https://api.shop.test/v1/orders/7',
    headers: [json, ['Authorization', 'Bearer eyJhbGciOi']],
    preflight: {
      status: 204,
      headers: [
        allow(page),
        methods('PUT, GET'),
        headers('content-type'),
        credentials,
        ['X-Powered-By', 'Express'],
        vary,
      ],
    },
    error: failed,
  },
  {
    name: 'MethodDisallowedByPreflightResponse',
    method: 'DELETE',
    url: 'https://api.shop.test/v1/cart/3',
    preflight: { status: 204, headers: [allow(page), methods('GET, POST'), vary] },
    error: failed,
  },
  {
    name: 'MissingAllowOriginHeader',
    url: 'https://api.shop.test/v1/products?page=1',
    answers: [{ status: 200, headers: [json, ['Server', 'nginx/1.26']] }],
    error: failed,
  },
  {
    name: 'AllowOriginMismatch',
    url: 'https://api.shop.test/v1/session',
    answers: [{ status: 200, headers: [allow(`${page}/`), vary, json] }],
    error: failed,
  },
  {
    name: 'WildcardOriginNotAllowed',
    url: 'https://auth.shop.test/session',
    headers: [cookie],
    answers: [{ status: 200, headers: [allow('*'), credentials, json] }],
    error: failed,
  },
  {
    name: 'MultipleAllowOriginValues',
    url: 'https://api.shop.test/v1/stock',
    answers: [{ status: 200, headers: [allow(page), allow(page), json] }],
    error: failed,
  },
  {
    name: 'InvalidAllowOriginValue',
    url: 'https://api.shop.test/v1/prices',
    answers: [{ status: 200, headers: [allow('app.shop.test'), json] }],
    error: failed,
  },
  {
    name: 'InvalidAllowCredentials',
    url: 'https://api.shop.test/v1/me',
    headers: [cookie],
    answers: [{ status: 200, headers: [allow(page), ['Access-Control-Allow-Credentials', 'True'], vary] }],
    error: failed,
  },
  {
    name: 'PreflightInvalidStatus',
    method: 'PUT',
    url: 'https://api.shop.test/v1/upload',
    headers: [json],
    preflight: { status: 405, headers: [allow(page), ['Allow', 'GET, PUT']] },
    error: failed,
  },
  {
    name: 'PreflightDisallowedRedirect',
    method: 'PUT',
    url: 'http://api.shop.test/v1/upload',
    headers: [json],
    preflight: { status: 302, headers: [['Location', 'https://api.shop.test/v1/upload']] },
    error: failed,
  },
  {
    name: 'PreflightMissingAllowOriginHeader',
    method: 'POST',
    url: 'https://api.shop.test/v1/orders',
    headers: [json],
    preflight: { status: 401, headers: [['WWW-Authenticate', 'Bearer']] },
    error: failed,
  },
  {
    name: 'PreflightAllowOriginMismatch',
    page: 'http://localhost:5173',
    method: 'POST',
    url: 'http://127.0.0.1:8080/v1/orders',
    headers: [json],
    preflight: { status: 204, headers: [allow('http://127.0.0.1:5173'), methods('POST'), headers('content-type')] },
    error: failed,
  },
  {
    name: 'PreflightMultipleAllowOriginValues',
    method: 'POST',
    url: 'https://api.shop.test/v1/likes',
    headers: [json],
    preflight: {
      status: 204,
      headers: [allow(`${page}, https://admin.shop.test`), methods('POST'), headers('content-type')],
    },
    error: failed,
  },
  {
    name: 'PreflightInvalidAllowOriginValue',
    method: 'POST',
    url: 'https://api.shop.test/v1/votes',
    headers: [json],
    preflight: { status: 204, headers: [allow(''), methods('POST'), headers('content-type')] },
    error: failed,
  },
  {
    name: 'InvalidAllowMethodsPreflightResponse',
    method: 'PUT',
    url: 'https://api.shop.test/v1/notes/1',
    preflight: { status: 204, headers: [allow(page), methods('GET; PUT')] },
    error: failed,
  },
  {
    name: 'InvalidAllowHeadersPreflightResponse',
    method: 'PUT',
    url: 'https://api.shop.test/v1/notes/2',
    headers: [json],
    preflight: { status: 204, headers: [allow(page), methods('PUT'), headers('"content-type"')] },
    error: failed,
  },
  {
    name: 'RedirectContainsCredentials',
    url: 'https://api.shop.test/v1/go',
    answers: [{ status: 302, headers: [allow(page), ['Location', 'https://user:secret@files.shop.test/a']] }],
    error: failed,
  },
  {
    name: 'A redirect makes the origin null',
    url: 'https://api.shop.test/v1/files/9',
    answers: [
      { status: 302, headers: [allow(page), ['Location', 'https://files.other.test/9']], took: 22 },
      { status: 200, headers: [allow(page), json], took: 51 },
    ],
    error: failed,
  },
  {
    name: 'A sandboxed frame',
    page: 'null',
    url: 'https://api.shop.test/v1/embed',
    answers: [{ status: 200, headers: [allow(page)] }],
    error: failed,
  },
];

/** What people take for CORS. */
export const notCorsSamples: readonly Sample[] = [
  {
    name: 'server-error-page',
    url: 'https://api.shop.test/v1/report',
    answers: [
      {
        status: 500,
        headers: [
          ['Content-Type', 'text/html'],
          ['Server', 'nginx/1.26'],
        ],
        took: 880,
      },
    ],
    error: failed,
  },
  { name: 'connection-refused', url: 'http://localhost:3000/api', error: 'net::ERR_CONNECTION_REFUSED' },
  { name: 'name-not-resolved', url: 'https://api.shop.tset/v1', error: 'net::ERR_NAME_NOT_RESOLVED' },
  { name: 'certificate', url: 'https://self-signed.shop.test/', error: 'net::ERR_CERT_AUTHORITY_INVALID' },
  { name: 'no-secure-connection', url: 'https://localhost:3000/api', error: 'net::ERR_SSL_PROTOCOL_ERROR' },
  {
    name: 'local-network-access',
    url: 'http://192.168.1.20/status',
    error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS',
  },
  { name: 'blocked-by-extension', url: 'https://metrics.shop.test/collect', error: 'net::ERR_BLOCKED_BY_CLIENT' },
  {
    name: 'orb',
    type: 'image',
    mode: 'no-cors',
    url: 'https://img.other.test/pixel',
    error: 'net::ERR_BLOCKED_BY_ORB',
  },
  {
    name: 'corp',
    type: 'image',
    mode: 'no-cors',
    url: 'https://img.other.test/logo.png',
    answers: [{ status: 200, headers: [['Cross-Origin-Resource-Policy', 'same-origin']] }],
    error: 'net::ERR_BLOCKED_BY_RESPONSE',
  },
];

/** What will hurt later although the request passed. */
export const warningSamples: readonly Sample[] = [
  {
    name: 'missing-vary-origin',
    url: 'https://api.shop.test/v1/catalogue',
    answers: [{ status: 200, headers: [allow(page), ['Cache-Control', 'max-age=300'], json] }],
  },
  {
    name: 'headers-not-exposed',
    url: 'https://api.shop.test/v1/list',
    answers: [
      {
        status: 200,
        headers: [
          allow('*'),
          ['X-Total-Count', '412'],
          ['Link', '<https://api.shop.test/v1/list?page=2>; rel="next"'],
          json,
        ],
      },
    ],
  },
  {
    name: 'wildcard-covers-authorization',
    url: 'https://api.shop.test/v1/wish-list',
    headers: [['Authorization', 'Bearer eyJhbGciOi']],
    preflight: { status: 204, headers: [allow('*'), headers('*'), ['Access-Control-Max-Age', '86400']], took: 44 },
    answers: [{ status: 200, headers: [allow('*'), json] }],
  },
];

/** What is neither allowed nor blocked. */
export const otherSamples: readonly Sample[] = [
  {
    name: 'opaque',
    type: 'image',
    mode: 'no-cors',
    url: 'https://pixel.stats.test/t.gif',
    answers: [{ status: 200, headers: [] }],
  },
  { name: 'pending', url: 'https://api.shop.test/v1/events', stillRunning: true },
  {
    name: 'contradiction',
    url: 'https://api.shop.test/v1/strange',
    answers: [{ status: 200, headers: [allow(page), credentials, vary, json] }],
    error: failed,
  },
];

/** Text that would like to be something else. */
export const hostileSamples: readonly Sample[] = [
  {
    name: 'Bidi override in the path',
    url: 'https://api.shop.test/v1/\u202Egpj.exe?next=\u2066hidden\u2069',
    answers: [{ status: 200, headers: [allow('https://app.shop.test\u200B')] }],
    error: failed,
  },
  {
    name: 'Markup',
    method: 'PUT',
    url: 'https://api.shop.test/%3Cimg%20src=x%20onerror=alert(1)%3E?<b>bold</b>',
    preflight: { status: 204, headers: [allow('<script>alert(1)</script>'), methods('<b>PUT</b>')] },
    error: failed,
  },
  {
    name: 'Very long',
    url: `https://api.shop.test/v1/search?q=${'long+'.repeat(2400)}`,
    answers: [{ status: 200, headers: [allow('https://evil.test'), ['X-Long', 'value '.repeat(3000)]] }],
    error: failed,
  },
  {
    name: 'Control characters',
    url: 'https://api.shop.test/v1/control',
    answers: [{ status: 200, headers: [allow('*\u000B')] }],
    error: failed,
  },
  { name: 'No URL', url: 'http://:no url at all', error: 'net::ERR_FAILED' },
];

/** A shop's morning: the mock's list and some more. */
export const everySample: readonly Sample[] = [
  ...blockedSamples,
  ...notCorsSamples,
  ...warningSamples,
  ...allowedSamples,
  ...otherSamples,
];
