import { fetchText, xhr } from '../requests.js';

/** @import { Scenario } from '../scenario.js' */

/** @type {readonly Scenario[]} */
export const allowed = [
  {
    id: 'same-origin',
    title: 'Same origin',
    expect: 'Allowed: the page asks its own server, so no permission is needed.',
    headersCanFix: false,
    run: (at) => fetchText(at.page('/products')),
    answers: () => ({ '/products': { body: '{"products":12}' } }),
  },
  {
    id: 'simple',
    title: 'Simple request, any origin',
    expect: 'Allowed: the API says * and the request brings no credentials.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products')),
    answers: () => ({ '/products': { headers: { 'Access-Control-Allow-Origin': '*' }, body: '{"products":12}' } }),
  },
  {
    id: 'named-origin',
    title: 'Simple request, origin named',
    expect: "Allowed: the API names the page's origin, byte for byte.",
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products')),
    answers: ({ origins }) => ({
      '/products': { headers: { 'Access-Control-Allow-Origin': origins.page, Vary: 'Origin' } },
    }),
  },
  {
    id: 'credentials',
    title: 'With credentials',
    expect:
      'Allowed: the API names the origin and allows credentials, so the page reads an answer made for its cookie.',
    headersCanFix: false,
    run: (at) => {
      // Cookies know hosts, not ports: this one goes to the second API too, on the same host.
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
      document.cookie = 'session=playground; Path=/credentials; SameSite=Lax';
      return fetchText(at.sameSite('/account'), { credentials: 'include' });
    },
    answers: ({ origins }) => ({
      '/account': ({ cookie }) => ({
        headers: {
          'Access-Control-Allow-Origin': origins.page,
          'Access-Control-Allow-Credentials': 'true',
          Vary: 'Origin',
        },
        body: JSON.stringify({ cookie: cookie ?? null }),
      }),
    }),
  },
  {
    id: 'xhr-credentials',
    title: 'XMLHttpRequest with credentials',
    expect: 'Allowed: withCredentials is set, and the API names the origin and allows credentials.',
    headersCanFix: false,
    run: (at) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
      document.cookie = 'session=playground; Path=/xhr-credentials; SameSite=Lax';
      return xhr(at.sameSite('/account'), { withCredentials: true });
    },
    answers: ({ origins }) => ({
      '/account': ({ cookie }) => ({
        headers: {
          'Access-Control-Allow-Origin': origins.page,
          'Access-Control-Allow-Credentials': 'true',
          Vary: 'Origin',
        },
        body: JSON.stringify({ cookie: cookie ?? null }),
      }),
    }),
  },
  {
    id: 'preflighted',
    title: 'Preflighted PUT',
    expect: 'Allowed: the browser asks first with OPTIONS, and the API agrees to the method and the header.',
    headersCanFix: false,
    run: (at) =>
      fetchText(at.api('/orders/7'), {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: '{"quantity":2}',
      }),
    answers: ({ origins }) => ({
      'OPTIONS /orders/7': {
        status: 204,
        headers: {
          'Access-Control-Allow-Origin': origins.page,
          'Access-Control-Allow-Methods': 'GET, PUT, DELETE',
          'Access-Control-Allow-Headers': 'content-type',
          'Access-Control-Max-Age': '600',
          Vary: 'Origin',
        },
      },
      '/orders/7': { headers: { 'Access-Control-Allow-Origin': origins.page, Vary: 'Origin' } },
    }),
  },
  {
    id: 'cached-preflight',
    title: 'Preflight kept for ten minutes',
    expect: 'Allowed: two DELETE requests but one preflight, because its answer may be kept for 600 seconds.',
    headersCanFix: false,
    run: async (at) => [
      await fetchText(at.api('/cart'), { method: 'DELETE' }),
      await fetchText(at.api('/cart'), { method: 'DELETE' }),
    ],
    answers: () => ({
      'OPTIONS /cart': {
        status: 204,
        headers: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'DELETE',
          'Access-Control-Max-Age': '600',
        },
      },
      '/cart': { headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
  {
    id: 'not-found-with-cors',
    title: 'A 404 with CORS headers',
    expect: 'Allowed: the status does not matter to the CORS check, so the page can read the 404.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/orders/404')),
    answers: () => ({
      '/orders/404': {
        status: 404,
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: '{"error":"no such order"}',
      },
    }),
  },
  {
    id: 'authorization',
    title: 'Authorization header, named',
    expect: 'Allowed: the preflight names the Authorization header.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/account'), { headers: { Authorization: 'Bearer playground' } }),
    answers: () => ({
      'OPTIONS /account': {
        status: 204,
        headers: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Headers': 'authorization',
          'Access-Control-Max-Age': '600',
        },
      },
      '/account': { headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
];
