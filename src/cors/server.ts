import type { HeaderList } from './header-list.ts';
import type { NetworkError } from './network-error.ts';

/** One request as the browser would put it on the wire, as far as it matters to CORS. */
export interface SentRequest {
  readonly kind: 'preflight' | 'request';
  /** Index of the redirect step: 0 is the request as the page made it. */
  readonly hop: number;
  readonly url: string;
  /** The method of the request itself, also where its preflight is sent. */
  readonly method: string;
  /** What the `Origin` header says; null where there is none. */
  readonly origin: string | null;
  /** What the preflight lists in `Access-Control-Request-Headers`; empty for a request. */
  readonly unsafeHeaders: readonly string[];
}

export interface ServerResponse {
  readonly status: number;
  readonly headers: HeaderList;
}

/**
 * What the server says to a request. `not-known` is for a request that was never observed: what it would have been
 * answered must not be guessed.
 */
export type Answer =
  | ({ readonly kind: 'response' } & ServerResponse)
  | { readonly kind: 'network-error'; readonly error: NetworkError }
  /** The browser asked nobody: an earlier preflight covers it. */
  | { readonly kind: 'cached' }
  /** The browser itself went elsewhere (an HSTS upgrade, a rule, a service worker): no server answered, nothing is checked. */
  | { readonly kind: 'internal-redirect'; readonly to: string }
  | { readonly kind: 'not-known' };

/** Whoever answers the requests that an engine would make: a recorded case, what was observed, edited headers. */
export type Server = (sent: SentRequest) => Answer;
