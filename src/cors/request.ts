import type { HeaderLine } from './header-list.ts';
import type { LocalNetworkFacts } from './local-network.ts';

export type RequestMode = 'cors' | 'no-cors' | 'same-origin' | 'navigate' | 'websocket';
export type CredentialsMode = 'omit' | 'same-origin' | 'include';
export type RedirectMode = 'follow' | 'error' | 'manual';

/** A request as the page makes it. */
export interface CorsRequest {
  readonly url: string;
  /** As the script wrote it. */
  readonly method: string;
  /** As the script set them, and the body's Content-Type; the browser's own are not among them. */
  readonly headers: readonly HeaderLine[];
  /** The page's serialised origin; `"null"` for an opaque one. */
  readonly origin: string;
  /** Whose document made an opaque origin: the one around a sandboxed frame. Null for other origins, or where nobody told. */
  readonly precursorOrigin: string | null;
  readonly mode: RequestMode;
  readonly credentials: CredentialsMode;
  readonly redirect: RedirectMode;
  readonly body: 'none' | 'present' | 'stream';
  /** Whether a listener on `xhr.upload` was there before `send()`. */
  readonly uploadListener: boolean;
  /** Whether it is an XHR that the script waits for. */
  readonly isSync: boolean;
  /** Where engines treat an API of its own: fonts are not loaded with CORS everywhere. */
  readonly api: 'fetch' | 'xhr' | 'font' | 'other';
  /** Whether XHR itself set the Content-Type, by the type of the body: one engine treats that apart. */
  readonly contentTypeFromBody: boolean;
  /**
   * The names that ask for a preflight, where that is known from a preflight that was seen; null lets the engine work
   * them out from `headers`. In lower case and sorted.
   */
  readonly unsafeHeaderNames: readonly string[] | null;
  /** Whether the page's permissions policy lets client hints go to its own origin: not in workers and frames of other origins. */
  readonly hasOwnClientHints: boolean;
  /** What is known about the networks that the request crosses; null where nothing is. */
  readonly localNetwork: LocalNetworkFacts | null;
}

/** A plain GET by `fetch(url)`, to be spread and changed. */
export const plainRequest: Omit<CorsRequest, 'url' | 'origin'> = {
  precursorOrigin: null,
  method: 'GET',
  headers: [],
  mode: 'cors',
  credentials: 'same-origin',
  redirect: 'follow',
  body: 'none',
  uploadListener: false,
  isSync: false,
  contentTypeFromBody: false,
  api: 'fetch',
  unsafeHeaderNames: null,
  hasOwnClientHints: true,
  localNetwork: null,
};
