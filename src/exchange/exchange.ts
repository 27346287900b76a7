import type { HeaderLine } from '../cors/header-list.ts';

/** Milliseconds since the epoch, with a fraction where the browser gives one. */
export type Milliseconds = number;

/** Resource type in the words of webRequest. Both browsers' words: capture passes them on, nobody branches on an unknown one. */
export type ResourceType = string;

/** Who made the request. */
export interface Initiator {
  /** Serialised origin; `"null"` for an opaque one (sandboxed frame, data: and file: pages); null where nobody told. */
  readonly origin: string | null;
  /** URL of the document or worker script, where the browser tells. */
  readonly url: string | null;
}

/** A place in the page's code, from the initiator's call stack. Line and column start at 1. */
export interface CodeLocation {
  readonly url: string;
  readonly line: number;
  readonly column: number;
  readonly functionName: string;
}

export interface ObservedResponse {
  readonly at: Milliseconds;
  /** 0 where the browser did not tell. */
  readonly status: number;
  readonly statusText: string;
  /** The server's own headers wherever the browser gives them (Chromium: also under an override). */
  readonly headers: readonly HeaderLine[];
  /** The headers after header rules were applied, where they are known to differ; else null. */
  readonly effectiveHeaders: readonly HeaderLine[] | null;
  readonly fromCache: boolean;
}

/**
 * How a request ended, as far as the browser tells.
 * - `completed`: the page got it
 * - `answered`: it came in whole, but this browser does not tell whether the page may read it (Firefox's onCompleted)
 * - `failed`: `error` is the browser's own string (`net::ERR_FAILED`, `NS_ERROR_DOM_BAD_URI`)
 * - `lost`: nobody will tell any more (DevTools' recorder was interrupted, the page went away)
 */
export type Ending =
  | { readonly kind: 'pending' }
  | { readonly kind: 'completed'; readonly at: Milliseconds }
  | { readonly kind: 'answered'; readonly at: Milliseconds }
  | { readonly kind: 'failed'; readonly at: Milliseconds; readonly error: string }
  | { readonly kind: 'lost'; readonly at: Milliseconds };

export interface ObservedPreflight {
  readonly requestId: string;
  readonly startedAt: Milliseconds;
  readonly requestHeaders: readonly HeaderLine[];
  readonly response: ObservedResponse | null;
  readonly ending: Ending;
}

/** One request of the redirect chain. */
export interface Hop {
  readonly url: string;
  readonly method: string;
  readonly startedAt: Milliseconds;
  readonly preflight: ObservedPreflight | null;
  /** Null until they are known. In Chromium they are known only once the request itself goes out. */
  readonly requestHeaders: readonly HeaderLine[] | null;
  /** When the request itself (not its preflight) was seen to go out; null where that was not seen. */
  readonly sentAt: Milliseconds | null;
  readonly response: ObservedResponse | null;
  /** Where the answer sent the browser, when the browser followed or tried to. */
  readonly redirectedTo: string | null;
}

/** Which of the browser's sources told of the exchange. */
export type Source = 'web-request' | 'devtools-network' | 'har';

/** One request as the page made it. The first hop is what the page asked for. */
export interface Exchange {
  /** Unique among the exchanges folded together. */
  readonly id: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly type: ResourceType;
  readonly initiator: Initiator;
  readonly startedAt: Milliseconds;
  /** At least one. */
  readonly hops: readonly Hop[];
  readonly ending: Ending;
  /** How many navigations of the tab's top document had been seen when it started. */
  readonly page: number;
  readonly sources: readonly Source[];
  /** The page's call stack, innermost first; empty where the browser does not tell. */
  readonly stack: readonly CodeLocation[];
  /** The finer error of `devtools.network` (`net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin`); null where there is none. */
  readonly networkError: string | null;
  /**
   * `responseStatus` of the page's resource timing: 0 is "the page cannot read it", null is "not asked or no entry".
   *
   * @see https://w3c.github.io/resource-timing/#dom-performanceresourcetiming-responsestatus
   */
  readonly timingStatus: number | null;
}
