import type { Sample } from '../sample.ts';
import { allow, headers, json, methods, page, vary } from './header-lines.ts';

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
