import { fetchInFrame, fetchText, image } from '../requests.js';

/** @import { Origins } from '../origins.js' */
/** @import { Scenario } from '../scenario.js' */

/** Node sends each character of a value as one byte. */
const inUtf8 = (/** @type {string} */ value) => String.fromCharCode(...new TextEncoder().encode(value));

/** A page that fetches for the playground's page, wherever it is. */
const frame = {
  headers: { 'Content-Type': 'text/html' },
  body: '<!doctype html><script src="/elsewhere.js"></script>',
};

/**
 * The values that go wrong, each tried on a simple request.
 *
 * @type {readonly { id: string, title: string, value: (origins: Origins) => string | string[], expect: string }[]}
 */
const wrongValues = [
  {
    id: 'trailing-slash',
    title: 'A trailing slash',
    value: ({ page }) => `${page}/`,
    expect: 'Blocked: an origin ends with its port; the slash makes it another value.',
  },
  {
    id: 'path',
    title: 'A path',
    value: ({ page }) => `${page}/app/index.html`,
    expect: 'Blocked: the API names a URL, but an origin has no path.',
  },
  {
    id: 'query',
    title: 'A query',
    value: ({ page }) => `${page}?app=shop`,
    expect: 'Blocked: an origin ends with its port, and this value goes on with a query.',
  },
  {
    id: 'fragment',
    title: 'A fragment',
    value: ({ page }) => `${page}#top`,
    expect: 'Blocked: an origin ends with its port, and this value goes on with a fragment.',
  },
  {
    id: 'userinfo',
    title: 'A user name and a password',
    value: ({ page }) => page.replace('://', '://user:secret@'),
    expect: 'Blocked: an origin has no user name and no password.',
  },
  {
    id: 'https-for-http',
    title: 'https in place of http',
    value: ({ page }) => page.replace('http:', 'https:'),
    expect: 'Blocked: the scheme is part of the origin, and this page came over http.',
  },
  {
    id: 'loopback-address',
    title: '127.0.0.1 in place of localhost',
    value: ({ page }) => page.replace('localhost', '127.0.0.1'),
    expect: 'Blocked: both names reach the same machine, but they are different hosts.',
  },
  {
    id: 'ipv6-loopback-address',
    title: '[::1] in place of localhost',
    value: ({ page }) => page.replace('localhost', '[::1]'),
    expect: 'Blocked: both names reach the same machine, but they are different hosts.',
  },
  {
    id: 'other-port',
    title: 'Another port',
    value: () => 'http://localhost:5173',
    expect: "Blocked: the port is part of the origin, and this is another dev server's.",
  },
  {
    id: 'no-port',
    title: 'The port left out',
    value: () => 'http://localhost',
    expect: 'Blocked: without a port the origin means port 80.',
  },
  {
    id: 'www',
    title: 'www. in front',
    value: ({ page }) => page.replace('localhost', 'www.localhost'),
    expect: 'Blocked: www.localhost is another host.',
  },
  {
    id: 'trailing-dot',
    title: 'A dot behind the host',
    value: ({ page }) => page.replace('localhost', 'localhost.'),
    expect: 'Blocked: to a browser localhost. is another host.',
  },
  {
    id: 'look-alike-letters',
    title: 'A digit that looks like a letter',
    value: ({ page }) => page.replace('localhost', 'loca1host'),
    expect: 'Blocked: the host is spelt with the digit 1 in place of the letter l.',
  },
  {
    id: 'misspelt-host',
    title: 'A misspelt host',
    value: ({ page }) => page.replace('localhost', 'locahost'),
    expect: 'Blocked: a letter of the host is missing.',
  },
  {
    id: 'upper-case',
    title: 'Upper case',
    value: ({ page }) => page.toUpperCase(),
    expect: 'Blocked: the value is compared byte by byte, and browsers send origins in lower case.',
  },
  {
    id: 'production-origin',
    title: 'The production origin',
    value: () => 'https://shop.example',
    expect: 'Blocked: the API is configured for another environment than the one this page runs in.',
  },
  {
    id: 'subdomain-pattern',
    title: 'A pattern',
    value: () => 'http://*.localhost',
    expect: 'Blocked: * stands alone or not at all; it is no part of a pattern.',
  },
  {
    id: 'null-for-page',
    title: 'null',
    value: () => 'null',
    expect: 'Blocked: null is the origin of sandboxed frames and local files, not of this page.',
  },
  {
    id: 'empty-value',
    title: 'An empty value',
    value: () => '',
    expect: 'Blocked: the header is there, but it names no origin.',
  },
  {
    id: 'no-scheme',
    title: 'A host without scheme',
    value: ({ page }) => page.replace('http:', ''),
    expect: 'Blocked: without its scheme it is not an origin.',
  },
  {
    id: 'single-slash',
    title: 'A slash left out',
    value: ({ page }) => page.replace('://', ':/'),
    expect: 'Blocked: an origin has two slashes behind its scheme.',
  },
  {
    id: 'undefined',
    title: 'undefined',
    value: () => 'undefined',
    expect: 'Blocked: the setting that should hold the origin was never set, and the server sent the word undefined.',
  },
  {
    id: 'template',
    title: 'A template never filled in',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what such a server sends.
    value: () => '${origin}',
    expect: 'Blocked: the server sent the text of its template instead of the origin.',
  },
  {
    id: 'server-variable',
    title: 'A variable never filled in',
    value: () => '$http_origin',
    expect: "Blocked: the server sent the name of nginx's variable instead of its value.",
  },
  {
    id: 'regular-expression',
    title: 'A regular expression',
    value: () => '/^http://localhost/',
    expect: 'Blocked: the server sent its expression instead of the origin that matched it.',
  },
  {
    id: 'quotes',
    title: 'Quotes around it',
    value: ({ page }) => `"${page}"`,
    expect: 'Blocked: the quotes are part of the value.',
  },
  {
    id: 'space-inside',
    title: 'A space inside',
    value: ({ page }) => page.replace('://', ':// '),
    expect: 'Blocked: the value is compared byte by byte, and the space is one of them.',
  },
  {
    id: 'invisible-character',
    title: 'A character that cannot be seen',
    value: ({ page }) => inUtf8(`${page}\u200B`),
    expect: 'Blocked: the value ends with a zero-width space, as pasted text sometimes does.',
  },
  {
    id: 'comma-behind',
    title: 'A comma behind it',
    value: ({ page }) => `${page},`,
    expect: 'Blocked: the comma makes a list of it, and the header takes one origin.',
  },
  {
    id: 'comma-list',
    title: 'A list of origins',
    value: ({ page }) => `${page}, https://shop.example`,
    expect: 'Blocked: the header takes one origin; a server with several answers with the one that asked.',
  },
  {
    id: 'comma-list-of-others',
    title: 'A list of other origins',
    value: () => 'https://shop.example, https://admin.shop.example',
    expect: "Blocked: the header takes one origin, and this page's is not even among the two.",
  },
  {
    id: 'two-header-lines',
    title: 'The header twice',
    value: ({ page }) => [page, page],
    expect:
      'Blocked: the application and its proxy each add the header, and two values are one too many even when equal.',
  },
  {
    id: 'wildcard-and-origin',
    title: 'The header twice, once with *',
    value: ({ page }) => ['*', page],
    expect: 'Blocked: each value alone would do, but together they are two.',
  },
];

/** @type {readonly Scenario[]} */
export const allowOrigin = [
  {
    id: 'missing-allow-origin',
    title: 'No Access-Control-Allow-Origin',
    expect: 'Blocked: the request was answered, but the API does not say that this page may read it.',
    headersCanFix: true,
    run: (at) => fetchText(at.api('/products')),
    answers: () => ({ '/products': { body: '{"products":12}' } }),
  },
  ...wrongValues.map(({ id, title, value, expect }) => ({
    id,
    title,
    expect,
    headersCanFix: true,
    run: (/** @type {import('../scenario.js').Addresses} */ at) => fetchText(at.api('/products')),
    answers: (/** @type {{ origins: Origins }} */ { origins }) => ({
      '/products': { headers: { 'Access-Control-Allow-Origin': value(origins) } },
    }),
  })),
  {
    id: 'cached-without-vary',
    title: 'A cached answer for somebody else',
    expect:
      'Blocked: an <img> asked first and was given no CORS headers; without Vary: Origin the cache hands that answer to fetch too.',
    headersCanFix: true,
    // Both with credentials: browsers keep what came with them apart from what came without.
    run: async (at) => [
      await image(at.sameSite('/logo.svg')),
      await fetchText(at.sameSite('/logo.svg'), { credentials: 'include' }),
    ],
    answers: () => ({
      '/logo.svg': ({ origin }) => ({
        headers: {
          'Content-Type': 'image/svg+xml',
          'Cache-Control': 'max-age=600',
          ...(origin && { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }),
        },
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
      }),
    }),
  },
  {
    id: 'sibling-subdomain',
    title: 'A sibling subdomain',
    expect: 'Blocked: the frame is on app.shop.localhost, and the API allows admin.shop.localhost only.',
    headersCanFix: true,
    run: (at) => fetchInFrame(at.page('/frame').replace('localhost', 'app.shop.localhost'), at.api('/products')),
    answers: ({ origins }) => ({
      '/frame': frame,
      '/products': {
        headers: { 'Access-Control-Allow-Origin': origins.page.replace('localhost', 'admin.shop.localhost') },
      },
    }),
  },
  {
    id: 'unicode-host',
    title: 'A host name with a letter beyond ASCII',
    expect:
      'Blocked: browsers write xn--aj-dma.localhost in the origin of that frame, and the API writes čaj.localhost.',
    headersCanFix: true,
    run: (at) => fetchInFrame(at.page('/frame').replace('localhost', 'xn--aj-dma.localhost'), at.api('/products')),
    answers: ({ origins }) => ({
      '/frame': frame,
      '/products': {
        headers: { 'Access-Control-Allow-Origin': inUtf8(origins.page.replace('localhost', 'čaj.localhost')) },
      },
    }),
  },
];
