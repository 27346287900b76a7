import type { HeaderList } from './header-list.ts';
import { parseTokenList } from './token.ts';

/** Readable without asking. @see https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const safelisted = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/** Never readable. @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
const forbidden = new Set(['set-cookie', 'set-cookie2']);

/** Which filter lies between a response and the script: none but for cookies, or the CORS one. */
export type Tainting = 'basic' | 'cors' | 'opaque';

/** The response's header names, in lower case and sorted, by what script can read. */
export interface Exposure {
  readonly readable: readonly string[];
  readonly hidden: readonly string[];
}

/**
 * Which response headers script can read.
 *
 * @param keepsAll whether a `*` counts in spite of a member after it that is no token
 * @param credentialed whether the request's credentials mode is `include`: then `*` is only a name
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response-cors
 */
export function exposeHeaders(
  headers: HeaderList,
  tainting: Tainting,
  credentialed: boolean,
  keepsAll = false,
): Exposure {
  const names = headers.names().sort();
  if (tainting === 'opaque') return { readable: [], hidden: names };
  const exposed = tainting === 'basic' ? 'all' : exposedNames(headers, credentialed, keepsAll);
  const readable: string[] = [];
  const hidden: string[] = [];
  for (const name of names) (isReadable(name, exposed) ? readable : hidden).push(name);
  return { readable, hidden };
}

function isReadable(name: string, exposed: readonly string[] | 'all'): boolean {
  return !forbidden.has(name) && (exposed === 'all' || safelisted.has(name) || exposed.includes(name));
}

function exposedNames(headers: HeaderList, credentialed: boolean, keepsAll: boolean): readonly string[] | 'all' {
  const { tokens, beforeInvalid } = parseTokenList(headers.get('access-control-expose-headers'));
  const exposesAll = tokens.includes('*') || (keepsAll && beforeInvalid.includes('*'));
  return exposesAll && !credentialed ? 'all' : tokens.map((token) => token.toLowerCase());
}
