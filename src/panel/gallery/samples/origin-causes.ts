import type { OriginCause } from '../../../explain/look-alike.ts';
import type { Sample } from '../sample.ts';
import { allow, failed, page } from './header-lines.ts';

/** An allowed origin that is nearly right in each of the ways; and the page's own, where it is not the usual one. */
const values: Readonly<Record<OriginCause, { readonly value: string; readonly page?: string }>> = {
  empty: { value: '' },
  'opaque-page': { value: page, page: 'null' },
  'invisible-character': { value: `${page}\u200B` },
  'whitespace-inside': { value: 'https:// app.shop.test' },
  'same-value-twice': { value: `${page}, ${page}` },
  'wildcard-and-value': { value: `*, ${page}` },
  'several-with-ours': { value: `${page}, https://admin.shop.test` },
  'several-without-ours': { value: 'https://shop.test, https://admin.shop.test' },
  'stray-separator': { value: `${page},` },
  quotes: { value: `"${page}"` },
  'server-variable': { value: '$http_origin' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what such a server sends.
  'template-literal': { value: '${origin}' },
  'literal-null': { value: 'null' },
  'placeholder-word': { value: 'undefined' },
  'regular-expression': { value: '/^https://.*[.]shop[.]test$/' },
  'wildcard-inside': { value: 'https://*.shop.test' },
  userinfo: { value: 'https://user:secret@app.shop.test' },
  'no-scheme': { value: 'app.shop.test' },
  'malformed-scheme': { value: 'https:/app.shop.test' },
  'trailing-slash': { value: `${page}/` },
  path: { value: `${page}/cart` },
  query: { value: `${page}?tab=1` },
  fragment: { value: `${page}#top` },
  'upper-case': { value: 'https://App.shop.test' },
  'explicit-default-port': { value: `${page}:443` },
  'scheme-differs': { value: 'http://app.shop.test' },
  'port-missing': { value: 'http://localhost', page: 'http://localhost:5173' },
  'port-differs': { value: 'http://localhost:3000', page: 'http://localhost:5173' },
  'loopback-name': { value: 'http://127.0.0.1:5173', page: 'http://localhost:5173' },
  www: { value: 'https://www.app.shop.test' },
  'trailing-dot': { value: 'https://app.shop.test.' },
  'unicode-host': { value: 'https://bücher.test', page: 'https://xn--bcher-kva.test' },
  'look-alike-letters': { value: 'https://app.sh0p.test' },
  'other-environment': { value: 'https://shop.example', page: 'http://localhost:5173' },
  'sibling-subdomain': { value: 'https://admin.shop.test' },
  'misspelt-host': { value: 'https://app.shpo.test' },
};

/** One request for each way in which an allowed origin is nearly right. */
export const originCauseSamples: readonly Sample[] = Object.entries(values).map(([name, { value, page: origin }]) => ({
  name,
  ...(origin !== undefined && { page: origin }),
  url: `https://api.partner.test/v1/${name}`,
  answers: [{ status: 200, headers: [allow(value)] }],
  error: failed,
}));
