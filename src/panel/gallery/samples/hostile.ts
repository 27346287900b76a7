import type { Sample } from '../sample.ts';
import { allow, failed, methods } from './header-lines.ts';

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
