import type { Sample } from '../sample.ts';
import { allow, credentials, headers, json, maxAge, methods, page, vary } from './header-lines.ts';

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
    preflight: { status: 204, headers: [allow('*'), headers('*'), maxAge('600')], took: 44 },
    answers: [{ status: 200, headers: [allow('*'), json] }],
  },
  {
    name: 'null-origin-allowed',
    page: 'null',
    url: 'https://api.shop.test/v1/widget',
    answers: [{ status: 200, headers: [allow('null'), credentials, vary, json] }],
  },
  {
    name: 'credentials-allowed-without-need',
    url: 'https://api.shop.test/v1/faq',
    answers: [{ status: 200, headers: [allow('*'), credentials, json] }],
  },
  {
    name: 'preflight-repeated',
    times: 2,
    method: 'DELETE',
    url: 'https://api.shop.test/v1/favourites/4',
    preflight: { status: 204, headers: [allow(page), methods('DELETE'), maxAge('0'), vary], took: 38 },
    answers: [{ status: 200, headers: [allow(page), vary, json] }],
  },
  {
    name: 'max-age-above-cap',
    method: 'DELETE',
    url: 'https://api.shop.test/v1/wish-list/4',
    preflight: { status: 204, headers: [allow(page), methods('DELETE'), maxAge('604800'), vary], took: 29 },
    answers: [{ status: 200, headers: [allow(page), vary, json] }],
  },
  {
    name: 'blocked-elsewhere',
    url: 'https://app.shop.test/v1/offers',
    answers: [
      { status: 302, headers: [['Location', 'https://api.shop.test/v1/offers']], took: 9 },
      { status: 302, headers: [allow('*'), ['Location', 'https://api.shop.test/v2/offers']], took: 21 },
      { status: 200, headers: [allow('*'), json] },
    ],
  },
];
