import type { Sample } from '../sample.ts';
import { allow, failed } from './header-lines.ts';

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
  {
    name: 'blocked-by-extension',
    url: 'https://metrics.shop.test/collect',
    error: 'net::ERR_BLOCKED_BY_CLIENT',
    neverSent: true,
  },
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
  {
    name: 'login-page',
    url: 'https://api.shop.test/v1/invoices',
    answers: [{ status: 302, headers: [['Location', 'https://sso.shop.test/login?next=/v1/invoices']] }],
    error: failed,
  },
  { name: 'connection-closed', url: 'https://crash.shop.test/v1', error: 'net::ERR_EMPTY_RESPONSE' },
  { name: 'timed-out', url: 'https://slow.shop.test/v1', error: 'net::ERR_CONNECTION_TIMED_OUT' },
  { name: 'offline', url: 'https://api.shop.test/v1/sync', error: 'net::ERR_INTERNET_DISCONNECTED' },
  {
    name: 'invalid-response',
    url: 'https://api.shop.test/v1/export',
    answers: [{ status: 200, headers: [allow('*'), ['Content-Length', '48211']], took: 410 }],
    error: 'net::ERR_CONTENT_LENGTH_MISMATCH',
  },
  {
    name: 'mixed-content',
    url: 'http://api.shop.test/v1/prices',
    error: 'net::ERR_FAILED',
    neverSent: true,
  },
  {
    name: 'content-security-policy',
    url: 'https://maps.other.test/tiles',
    error: 'net::ERR_BLOCKED_BY_CSP',
    neverSent: true,
  },
  {
    name: 'coep',
    type: 'image',
    mode: 'no-cors',
    url: 'https://img.other.test/banner.png',
    answers: [{ status: 200, headers: [['Content-Type', 'image/png']] }],
    error: 'net::ERR_BLOCKED_BY_RESPONSE',
  },
  {
    name: 'redirect-mode-error',
    url: 'https://api.shop.test/v1/latest',
    answers: [{ status: 302, headers: [allow('*'), ['Location', 'https://api.shop.test/v2/latest']] }],
    error: 'net::ERR_ABORTED',
  },
  {
    name: 'redirect-invalid',
    url: 'https://api.shop.test/v1/old',
    answers: [{ status: 302, headers: [allow('*'), ['Location', 'http://[api]/v2']] }],
    error: 'net::ERR_INVALID_REDIRECT',
  },
  {
    name: 'too-many-redirects',
    url: 'https://api.shop.test/v1/loop',
    answers: [{ status: 302, headers: [allow('*'), ['Location', 'https://api.shop.test/v1/loop']] }],
    error: 'net::ERR_TOO_MANY_REDIRECTS',
  },
  { name: 'unsafe-port', url: 'http://mail.shop.test:25/', error: 'net::ERR_UNSAFE_PORT', neverSent: true },
  { name: 'aborted', url: 'https://api.shop.test/v1/suggest?q=sho', error: 'net::ERR_ABORTED' },
  { name: 'other-network-error', url: 'https://api.shop.test/v1/odd', error: 'net::ERR_ICANN_NAME_COLLISION' },
];
