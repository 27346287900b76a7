import type { HeaderLine } from '../cors/header-list.ts';
import type { CodeLocation, Exchange, Initiator, Milliseconds, ResourceType } from './exchange.ts';

/** What every event about a request tells, so that none depends on an earlier one having been seen. */
export interface RequestSighting {
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  /** Chromium's documentId; null where the browser has none. */
  readonly documentId: string | null;
  readonly url: string;
  readonly method: string;
  readonly type: ResourceType;
  readonly initiator: Initiator;
  readonly at: Milliseconds;
}

/** One normalised browser event about a request. */
export type RequestObservation = RequestSighting &
  (
    | { readonly kind: 'started' }
    /**
     * The request's headers are known. `sent` says that the browser sends them now: Chromium tells only then,
     * Firefox tells the headers of a preflighted request before its preflight.
     */
    | { readonly kind: 'request-headers'; readonly headers: readonly HeaderLine[]; readonly sent: boolean }
    | {
        readonly kind: 'response-headers';
        readonly status: number;
        readonly statusText: string;
        readonly headers: readonly HeaderLine[];
      }
    /** The headers as they are after header rules were applied. */
    | { readonly kind: 'effective-headers'; readonly headers: readonly HeaderLine[] }
    | { readonly kind: 'redirected'; readonly to: string }
    /**
     * `readable` is false where this browser's event does not mean that the page may read the answer. Then the page's
     * own resource timing may tell: `timingStatus`, absent where it was not asked or has no entry.
     */
    | {
        readonly kind: 'completed';
        readonly fromCache: boolean;
        readonly readable: boolean;
        readonly timingStatus?: number;
      }
    | { readonly kind: 'failed'; readonly error: string }
    /** It never was a request to a server: the browser looked into its own cache, or a service worker took it over. */
    | { readonly kind: 'withdrawn' }
  );

/** The end of a request. */
export type EndObservation = RequestObservation & { readonly kind: 'completed' | 'failed' };

/** Whether it is the last that is told of its request. */
export function isEnd({ kind }: RequestObservation): boolean {
  return kind === 'completed' || kind === 'failed' || kind === 'withdrawn';
}

/** What DevTools' own record adds to a request: the second source, beside the events. */
export type RecordObservation = { readonly requestId: string; readonly at: Milliseconds } & (
  | {
      readonly kind: 'traced';
      readonly stack: readonly CodeLocation[];
      /** What DevTools calls the failure; null where that says no more than the events. */
      readonly networkError: string | null;
    }
  /** The whole request, where its events were missed: it completes what was seen, if anything was. */
  | { readonly kind: 'recorded'; readonly exchange: Exchange }
);

/** What is told by an event, in the order in which it was seen. */
export type EventObservation =
  | RequestObservation
  /** The tab's top document was replaced. */
  | { readonly kind: 'navigated'; readonly url: string; readonly at: Milliseconds }
  /** No event was seen between the two times; what was pending may never be told. */
  | {
      readonly kind: 'interrupted';
      readonly from: Milliseconds;
      readonly at: Milliseconds;
      /** The person wanted it so: no record fills that time in. */
      readonly cause?: 'pause';
    };

/** What the log of a tab holds. */
export type Observation = EventObservation | RecordObservation;
