import type { Sample } from '../sample.ts';
import { allow, cookie, credentials, failed, json, page, vary } from './header-lines.ts';

/** One request for each reason that lies in the answer itself, or in a redirect. */
export const blockedAnswerSamples: readonly Sample[] = [
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
  {
    name: 'CorsDisabledScheme',
    url: 'https://api.shop.test/v1/open',
    answers: [{ status: 302, headers: [allow(page), vary, ['Location', 'shop-app://orders/7']] }],
    error: failed,
  },
];
