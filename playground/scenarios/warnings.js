import { fetchHeader, fetchInFrame, fetchText } from '../requests.js';

/** @import { Scenario } from '../scenario.js' */

/** @type {readonly Scenario[]} */
export const warnings = [
  {
    id: 'hidden-response-header',
    title: 'A response header out of reach',
    expect:
      'Allowed, but the page cannot read X-Total-Count: the API does not list it in Access-Control-Expose-Headers.',
    headersCanFix: false,
    run: (at) => fetchHeader(at.api('/products'), 'X-Total-Count'),
    answers: () => ({ '/products': { headers: { 'Access-Control-Allow-Origin': '*', 'X-Total-Count': '12' } } }),
  },
  {
    id: 'exposed-response-header',
    title: 'The same header, exposed',
    expect: 'Allowed: the API lists X-Total-Count in Access-Control-Expose-Headers, so the page reads 12.',
    headersCanFix: false,
    run: (at) => fetchHeader(at.api('/products'), 'X-Total-Count'),
    answers: () => ({
      '/products': {
        headers: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Expose-Headers': 'X-Total-Count',
          'X-Total-Count': '12',
        },
      },
    }),
  },
  {
    id: 'missing-vary',
    title: 'Reflected origin without Vary',
    expect:
      'Allowed, with a risk: the API repeats whichever origin asks, but without Vary: Origin a cache may mix them up.',
    headersCanFix: false,
    run: async (at) => [
      await fetchText(at.api('/products')),
      await fetchInFrame(at.sameSite('/frame'), at.api('/products')),
    ],
    answers: ({ origins }) => ({
      '/products': ({ origin }) => ({ headers: { 'Access-Control-Allow-Origin': origin ?? '*' } }),
      '/frame': {
        headers: { 'Content-Type': 'text/html' },
        body: `<!doctype html><script src="${origins.page}/elsewhere.js"></script>`,
      },
    }),
  },
  {
    id: 'preflight-repeated',
    title: 'Preflight on every request',
    expect:
      'Allowed, but slow: with Access-Control-Max-Age: 0 each of the two requests pays for a preflight of its own.',
    headersCanFix: false,
    run: async (at) => [
      await fetchText(at.api('/cart'), { method: 'DELETE' }),
      await fetchText(at.api('/cart'), { method: 'DELETE' }),
    ],
    answers: () => ({
      'OPTIONS /cart': {
        after: 40,
        status: 204,
        headers: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'DELETE',
          'Access-Control-Max-Age': '0',
        },
      },
      '/cart': { headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
  {
    id: 'max-age-above-cap',
    title: 'Max-Age of a week',
    expect: 'Allowed, but no browser keeps the preflight for a week: Chromium stops at two hours, Firefox at a day.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/cart'), { method: 'DELETE' }),
    answers: () => ({
      'OPTIONS /cart': {
        status: 204,
        headers: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'DELETE',
          'Access-Control-Max-Age': '604800',
        },
      },
      '/cart': { headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
  {
    id: 'authorization-wildcard',
    title: 'Authorization header under a wildcard',
    expect: 'Allowed today, with a deprecation: by the standard * does not cover Authorization, which has to be named.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/account'), { headers: { Authorization: 'Bearer playground' } }),
    answers: () => ({
      'OPTIONS /account': {
        status: 204,
        headers: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Headers': '*',
          'Access-Control-Max-Age': '600',
        },
      },
      '/account': { headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
  {
    id: 'credentials-without-need',
    title: 'Credentials allowed without need',
    expect: 'Allowed, with a header too many: the API allows credentials along with *, so a request can bring none.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products'), { credentials: 'omit' }),
    answers: () => ({
      '/products': { headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' } },
    }),
  },
  {
    id: 'null-origin-allowed',
    title: 'Sandboxed frame, null allowed',
    expect: 'Allowed, with a risk: the API names null, and any sandboxed frame of any site has the origin null.',
    headersCanFix: false,
    run: (at) => fetchInFrame(at.page('/frame'), at.api('/products'), { sandbox: 'allow-scripts' }),
    answers: () => ({
      '/frame': {
        headers: { 'Content-Type': 'text/html' },
        body: '<!doctype html><script src="/elsewhere.js"></script>',
      },
      '/products': { headers: { 'Access-Control-Allow-Origin': 'null', Vary: 'Origin' } },
    }),
  },
  {
    id: 'null-origin-allowed-with-credentials',
    title: 'Sandboxed frame, null allowed with credentials',
    expect:
      "Allowed, with a grave risk: any site can make a frame of origin null, and this API lets it act with the user's session.",
    headersCanFix: false,
    run: (at) =>
      fetchInFrame(at.page('/frame'), at.sameSite('/account'), {
        sandbox: 'allow-scripts',
        init: { credentials: 'include' },
      }),
    answers: () => ({
      '/frame': {
        headers: { 'Content-Type': 'text/html' },
        body: '<!doctype html><script src="/elsewhere.js"></script>',
      },
      '/account': {
        headers: {
          'Access-Control-Allow-Origin': 'null',
          'Access-Control-Allow-Credentials': 'true',
          Vary: 'Origin',
        },
      },
    }),
  },
  {
    id: 'blocked-in-safari',
    title: 'Blocked in Safari only',
    expect:
      'Chromium and Firefox allow it; Safari still counts the redirected request as one with credentials, and refuses *.',
    headersCanFix: true,
    blockedOnlyBy: ['webkit'],
    run: (at) => fetchText(at.page('/products')),
    answers: (at) => ({
      '/products': { status: 302, headers: { Location: at.api('/v2/products') } },
      '/v2/products': {
        status: 302,
        headers: { 'Access-Control-Allow-Origin': '*', Location: at.api('/v3/products') },
      },
      '/v3/products': { headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
  {
    id: 'user-agent-header',
    title: 'User-Agent set by the script',
    expect:
      'Chromium drops the header and allows the request; Firefox and Safari ask first, and the API does not allow user-agent.',
    headersCanFix: true,
    blockedOnlyBy: ['firefox', 'webkit'],
    run: (at) => fetchText(at.api('/products'), { headers: { 'User-Agent': 'playground/1.0' } }),
    answers: () => ({
      'OPTIONS /products': { status: 204, headers: { 'Access-Control-Allow-Origin': '*' } },
      '/products': { headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
];
