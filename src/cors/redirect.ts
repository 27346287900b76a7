import { bytesAsUtf8 } from './bytes-as-utf8.ts';
import type { Engine } from './engine.ts';
import type { HeaderList } from './header-list.ts';
import { parseUrl } from './origin.ts';

/** @see https://fetch.spec.whatwg.org/#redirect-status */
export function isRedirectStatus(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** Where a redirect answer points. */
export type Location =
  | { readonly kind: 'none' }
  | { readonly kind: 'url'; readonly url: Readonly<URL> }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'several' }
  | { readonly kind: 'refused-empty' };

/**
 * The location URL of a response, as this engine reads it.
 *
 * @see https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export function locationUrl(headers: HeaderList, current: Readonly<URL>, engine: Engine): Location {
  const lines = headers.getAll('location');
  const [first] = lines;
  if (first === undefined) return { kind: 'none' };
  if (engine.severalLocations === 'refused' && lines.some((line) => line !== first)) return { kind: 'several' };
  const text = engine.severalLocations === 'joined' ? lines.join(', ') : first;
  if (text === '') return engine.emptyLocation === 'no-redirect' ? { kind: 'none' } : { kind: 'refused-empty' };
  const url = parseUrl(engine.locationBytes === 'utf-8' ? bytesAsUtf8(text) : text, current.href);
  if (url === null) return { kind: 'invalid' };
  return { kind: 'url', url: withFragmentOf(current, url) };
}

/** A fragment is inherited, so that the page finds its place. */
function withFragmentOf(current: Readonly<URL>, url: Readonly<URL>): Readonly<URL> {
  return url.hash === '' && current.hash !== '' ? new URL(url.href + current.hash) : url;
}

/** The method after a redirect. @see https://fetch.spec.whatwg.org/#http-redirect-fetch */
export function methodAfterRedirect(method: string, status: number): string {
  if ((status === 301 || status === 302) && method === 'POST') return 'GET';
  if (status === 303 && method !== 'GET' && method !== 'HEAD') return 'GET';
  return method;
}

const bodyHeaders = new Set(['content-encoding', 'content-language', 'content-location', 'content-type']);

/** What a redirect does to a request, as far as it costs headers. */
export interface RedirectLosses {
  readonly methodChanges: boolean;
  readonly leavesOrigin: boolean;
  /** Further names that this engine takes away, in lower case. */
  readonly clientHints: readonly string[];
}

/** Whether a redirect takes away the header of this name. */
export function isDroppedByRedirect(name: string, losses: RedirectLosses): boolean {
  const lower = name.toLowerCase();
  if (losses.methodChanges && bodyHeaders.has(lower)) return true;
  return (losses.leavesOrigin && lower === 'authorization') || losses.clientHints.includes(lower);
}

/** More redirects than this are a network error. */
export const mostRedirects = 20;
