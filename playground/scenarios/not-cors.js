import { fetchInFrame, fetchText, image } from '../requests.js';

/** @import { Scenario } from '../scenario.js' */

const anyOrigin = { 'Access-Control-Allow-Origin': '*' };
const frame = '<!doctype html><script src="/elsewhere.js"></script>';
const html = { 'Content-Type': 'text/html' };

/** @type {readonly Scenario[]} */
export const serverTrouble = [
  {
    id: 'server-error-page',
    title: 'Error page without CORS headers',
    expect: 'Blocked, but not the real trouble: the server failed with 500, and its error page has no CORS headers.',
    headersCanFix: true,
    run: (at) => fetchText(at.api('/orders')),
    answers: () => ({ '/orders': { status: 500, headers: html, body: '<h1>Internal Server Error</h1>' } }),
  },
  {
    id: 'login-page',
    title: 'Redirect to a login page',
    expect: 'Blocked, but not the real trouble: the session has ended, and the API sends its callers to a login page.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/orders')),
    answers: (at) => ({
      '/orders': { status: 302, headers: { Location: at.other('/login') } },
      '/login': { headers: html, body: '<h1>Please log in</h1>' },
    }),
  },
  {
    id: 'login-page-behind-redirect',
    title: 'Login page behind an allowed redirect',
    expect: 'Blocked at the second step: the redirect has CORS headers, but the login page it leads to has none.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/orders')),
    answers: (at) => ({
      '/orders': {
        status: 302,
        headers: { 'Access-Control-Allow-Origin': at.origins.page, Location: at.other('/login') },
      },
      '/login': { headers: html, body: '<h1>Please log in</h1>' },
    }),
  },
  {
    id: 'connection-refused',
    title: 'Connection refused',
    expect: 'Not CORS: no server listens at that address.',
    headersCanFix: false,
    run: (at) => fetchText(at.closed('/products')),
    answers: () => ({}),
  },
  {
    id: 'connection-refused-preflight',
    title: 'Connection refused at the preflight',
    expect: 'Not CORS: no server listens at that address, and the preflight is the first to find out.',
    headersCanFix: false,
    run: (at) => fetchText(at.closed('/orders/7'), { method: 'PUT', body: 'two' }),
    answers: () => ({}),
  },
  {
    id: 'connection-closed',
    title: 'Connection closed unanswered',
    expect: 'Not CORS: the server closes the connection without an answer, as a crashed one does.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products')),
    answers: () => ({ '/products': 'hang up' }),
  },
  {
    id: 'cut-off',
    title: 'Answer cut off',
    expect: 'Not CORS: the server announces more than it sends, and closes the connection in between.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products')),
    answers: () => ({
      '/products': { headers: { ...anyOrigin, 'Content-Length': '1000' }, body: '{"products":', cutOff: true },
    }),
  },
  {
    id: 'name-not-resolved',
    title: 'Unknown host',
    expect: 'Not CORS: no host has that name.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products').replace(at.origins.api, 'http://api.invalid')),
    answers: () => ({}),
  },
  {
    id: 'https-on-http-port',
    title: 'https to a server that speaks http',
    expect: 'Not CORS: the address begins with https, but the server behind that port does not speak TLS.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products').replace('http:', 'https:')),
    answers: () => ({}),
  },
  {
    id: 'aborted',
    title: 'Given up by the page',
    expect: 'Not CORS: the server takes its time, and the page stops waiting after a fifth of a second.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/slow'), { signal: AbortSignal.timeout(200) }),
    answers: () => ({ '/slow': 'never' }),
  },
];

/** @type {readonly Scenario[]} */
export const otherRules = [
  {
    id: 'no-cors',
    title: 'Mode no-cors',
    expect: 'Sent, but opaque: this mode asks for no permission and gets nothing to read.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products'), { mode: 'no-cors' }),
    answers: () => ({ '/products': { headers: { 'Content-Type': 'text/plain' }, body: '12 products' } }),
  },
  {
    id: 'no-cors-redirect',
    title: 'Mode no-cors, redirects refused',
    expect: 'Blocked unsent: mode no-cors has to follow redirects, and this request says it will not.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products'), { mode: 'no-cors', redirect: 'error' }),
    answers: () => ({ '/products': {} }),
  },
  {
    id: 'mode-same-origin',
    title: 'Mode same-origin',
    expect: 'Blocked unsent: the page itself allows this request its own origin only.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products'), { mode: 'same-origin' }),
    answers: () => ({ '/products': { headers: anyOrigin } }),
  },
  {
    id: 'unsupported-scheme',
    title: 'ftp:',
    expect: 'Blocked unsent: fetch speaks http and https, not ftp.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products').replace('http:', 'ftp:')),
    answers: () => ({}),
  },
  {
    id: 'unsafe-port',
    title: 'Unsafe port',
    expect: 'Not CORS: browsers never connect to port 6000, which belongs to another protocol.',
    headersCanFix: false,
    run: (at) => fetchText(at.api('/products').replace(at.origins.api, 'http://127.0.0.1:6000')),
    answers: () => ({}),
  },
  {
    id: 'csp-connect-src',
    title: 'Content Security Policy',
    expect: "Not CORS: the frame's own policy lets it connect to its own origin only, so nothing is sent.",
    headersCanFix: false,
    run: (at) => fetchInFrame(at.page('/frame'), at.api('/products')),
    answers: () => ({
      '/frame': { headers: { ...html, 'Content-Security-Policy': "connect-src 'self'" }, body: frame },
      '/products': { headers: anyOrigin },
    }),
  },
  {
    id: 'corp-image',
    title: 'Cross-Origin-Resource-Policy',
    expect: 'Not CORS: the image says that only its own origin may embed it.',
    headersCanFix: false,
    run: (at) => image(at.api('/logo.svg')),
    answers: () => ({
      '/logo.svg': {
        headers: { 'Content-Type': 'image/svg+xml', 'Cross-Origin-Resource-Policy': 'same-origin' },
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
      },
    }),
  },
  {
    id: 'coep',
    title: 'Cross-Origin-Embedder-Policy',
    expect: 'Not CORS: the frame takes in only what agrees to be embedded, and the API does not say so.',
    headersCanFix: false,
    run: (at) => fetchInFrame(at.page('/frame'), at.api('/products'), { init: { mode: 'no-cors' } }),
    answers: () => ({
      '/frame': { headers: { ...html, 'Cross-Origin-Embedder-Policy': 'require-corp' }, body: frame },
      '/products': {},
    }),
  },
  {
    id: 'orb-image',
    title: 'Opaque Response Blocking',
    expect: 'Not CORS: the image turns out to be JSON, which browsers keep out of pages that may not read it.',
    headersCanFix: false,
    run: (at) => image(at.api('/products')),
    answers: () => ({
      '/products': {
        headers: { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff' },
        body: '{"products":12}',
      },
    }),
  },
  {
    id: 'address-space-mismatch',
    title: 'Local network, wrong address space',
    expect: 'Blocked in Chromium: the page says the server is in the local network, but it is on this very machine.',
    headersCanFix: false,
    blockedOnlyBy: ['chromium'],
    run: (at) => fetchText(at.api('/products'), /** @type {RequestInit} */ ({ targetAddressSpace: 'local' })),
    answers: () => ({ '/products': { headers: anyOrigin } }),
  },
  {
    id: 'local-network-access',
    title: 'Local network, no permission',
    expect: 'Blocked in Chromium unless you allow it: the frame counts as public, and the server is on this machine.',
    headersCanFix: false,
    blockedOnlyBy: ['chromium'],
    run: (at) => fetchInFrame(at.page('/frame'), at.api('/products')),
    answers: () => ({
      '/frame': { headers: { ...html, 'Content-Security-Policy': 'treat-as-public-address' }, body: frame },
      '/products': { headers: anyOrigin },
    }),
  },
  {
    id: 'local-network-insecure',
    title: 'Local network, insecure page',
    expect: 'Blocked in Chromium: an insecure page that counts as public may not reach a server on this machine.',
    headersCanFix: false,
    blockedOnlyBy: ['chromium'],
    // Under this name the API is reached too, but a browser does not take it for this machine, and so not for secure.
    run: (at) => fetchInFrame(at.api('/frame').replace('127.0.0.1', '[::ffff:127.0.0.1]'), at.api('/products')),
    answers: () => ({
      '/frame': {
        headers: { ...html, 'Content-Security-Policy': 'treat-as-public-address' },
        // Not elsewhere.js: such a frame may not even load it.
        body: `<!doctype html><script>
          onmessage = ({ data: { url }, ports: [port] }) => fetch(url).then(
            ({ status }) => port.postMessage({ saw: 'answer', text: String(status) }),
            (error) => port.postMessage({ saw: 'error', text: String(error) }),
          );
          parent.postMessage('ready', '*');
        </script>`,
      },
      '/products': { headers: anyOrigin },
    }),
  },
];
