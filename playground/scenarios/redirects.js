import { fetchText } from '../requests.js';

/** @import { Scenario } from '../scenario.js' */

/** @type {readonly Scenario[]} */
export const redirects = [
  {
    id: 'redirect',
    title: 'Redirect within the API',
    expect: "Allowed: the redirect and the answer behind it both name the page's origin.",
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products')),
    answers: (at) => ({
      '/products': {
        status: 302,
        headers: { 'Access-Control-Allow-Origin': at.origins.page, Location: at.api('/v2/products') },
      },
      '/v2/products': { headers: { 'Access-Control-Allow-Origin': at.origins.page } },
    }),
  },
  {
    id: 'redirect-to-api',
    title: 'Redirect from the own server to the API',
    expect: 'Allowed: the first step is same-origin and needs nothing, and the API names the origin.',
    headersCanFix: false,
    run: (at) => fetchText(at.page('/products')),
    answers: (at) => ({
      '/products': { status: 302, headers: { Location: at.api('/v2/products') } },
      '/v2/products': { headers: { 'Access-Control-Allow-Origin': at.origins.page } },
    }),
  },
  {
    id: 'redirect-missing-allow-origin',
    title: 'Redirect without CORS headers',
    expect:
      'Blocked: the answer behind the redirect is right, but the redirect itself has no Access-Control-Allow-Origin.',
    headersCanFix: true,
    run: (at) => fetchText(at.api('/products')),
    answers: (at) => ({
      '/products': { status: 302, headers: { Location: at.api('/v2/products') } },
      '/v2/products': { headers: { 'Access-Control-Allow-Origin': at.origins.page } },
    }),
  },
  {
    id: 'redirect-tainted',
    title: 'Redirect to a third server',
    expect:
      "Blocked: after two changes of server the browser sends Origin: null, and the page's origin no longer matches.",
    headersCanFix: true,
    run: (at) => fetchText(at.api('/download')),
    answers: (at) => ({
      '/download': {
        status: 302,
        headers: { 'Access-Control-Allow-Origin': at.origins.page, Location: at.other('/file') },
      },
      '/file': { headers: { 'Access-Control-Allow-Origin': at.origins.page } },
    }),
  },
  {
    id: 'redirect-tainted-wildcard',
    title: 'Redirect to a third server that allows all',
    expect: 'Allowed: the browser sends Origin: null, and * covers null too.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/download')),
    answers: (at) => ({
      '/download': {
        status: 302,
        headers: { 'Access-Control-Allow-Origin': at.origins.page, Location: at.other('/file') },
      },
      '/file': { headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
  {
    id: 'redirect-tainted-preflight',
    title: 'Preflight after a redirect to a third server',
    expect:
      "Blocked in Chromium and Safari, where that preflight has Origin: null; allowed in Firefox, where it has the page's.",
    headersCanFix: true,
    blockedOnlyBy: ['chromium', 'webkit'],
    run: (at) => fetchText(at.api('/orders/7'), { method: 'PUT', body: 'two' }),
    answers: (at) => ({
      'OPTIONS /orders/7': {
        status: 204,
        headers: { 'Access-Control-Allow-Origin': at.origins.page, 'Access-Control-Allow-Methods': 'PUT' },
      },
      '/orders/7': {
        status: 307,
        headers: { 'Access-Control-Allow-Origin': at.origins.page, Location: at.other('/moved/7') },
      },
      'OPTIONS /moved/7': {
        status: 204,
        headers: { 'Access-Control-Allow-Origin': at.origins.page, 'Access-Control-Allow-Methods': 'PUT' },
      },
      '/moved/7': { headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
  {
    id: 'redirect-second-preflight',
    title: 'Second preflight refused',
    expect:
      'Blocked: the redirected PUT needs a preflight of its own, and the new address does not answer OPTIONS rightly.',
    headersCanFix: true,
    run: (at) => fetchText(at.api('/orders/7'), { method: 'PUT', body: 'two' }),
    answers: (at) => ({
      'OPTIONS /orders/7': {
        status: 204,
        headers: { 'Access-Control-Allow-Origin': at.origins.page, 'Access-Control-Allow-Methods': 'PUT' },
      },
      '/orders/7': {
        status: 307,
        headers: { 'Access-Control-Allow-Origin': at.origins.page, Location: at.api('/v2/orders/7') },
      },
      'OPTIONS /v2/orders/7': { status: 204 },
      '/v2/orders/7': { headers: { 'Access-Control-Allow-Origin': at.origins.page } },
    }),
  },
  {
    id: 'redirect-with-password',
    title: 'Redirect to an address with a password',
    expect: 'Blocked: a cross-origin redirect may not carry a user name and password in its address.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/download')),
    answers: (at) => ({
      '/download': {
        status: 302,
        headers: {
          'Access-Control-Allow-Origin': '*',
          Location: at.other('/file').replace('://', '://user:secret@'),
        },
      },
      '/file': { headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
  {
    id: 'redirect-to-app',
    title: "Redirect to an app's own scheme",
    expect: 'Blocked: fetch follows redirects to http and https only, and this one leads to shop-app:.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/open')),
    answers: () => ({
      '/open': { status: 302, headers: { 'Access-Control-Allow-Origin': '*', Location: 'shop-app://orders/7' } },
    }),
  },
  {
    id: 'redirect-mode-error',
    title: 'Redirect that the page refuses',
    expect: "Not CORS: the page itself asked with redirect: 'error', so any redirect fails the request.",
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products'), { redirect: 'error' }),
    answers: (at) => ({
      '/products': {
        status: 302,
        headers: { 'Access-Control-Allow-Origin': '*', Location: at.api('/v2/products') },
      },
      '/v2/products': { headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
  {
    id: 'redirect-invalid',
    title: 'Redirect to nowhere',
    expect: 'Not CORS: the Location header is no valid URL.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products')),
    answers: () => ({
      '/products': { status: 302, headers: { 'Access-Control-Allow-Origin': '*', Location: 'http://[api]/products' } },
    }),
  },
  {
    id: 'redirect-loop',
    title: 'Redirect in circles',
    expect: 'Not CORS: the address redirects to itself, and the browser gives up after twenty times.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products')),
    answers: (at) => ({
      '/products': { status: 302, headers: { 'Access-Control-Allow-Origin': '*', Location: at.api('/products') } },
    }),
  },
];
