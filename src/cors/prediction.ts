import type { Check, Stage } from './check.ts';
import type { HeaderList } from './header-list.ts';
import type { NetworkError } from './network-error.ts';
import type { Reason } from './reason.ts';
import type { Exposure, Tainting } from './response-headers.ts';
import type { ServerResponse } from './server.ts';

/**
 * - `allowed`: script may read the response
 * - `opaque`: sent without CORS, not readable
 * - `opaque-redirect`: a redirect that the script asked not to follow
 * - `blocked`: refused by CORS or by the request's mode
 * - `network-error`: failed for another reason
 * - `unknown`: it depends on an answer that nobody observed
 */
export type PredictedOutcome = 'allowed' | 'opaque' | 'opaque-redirect' | 'blocked' | 'network-error' | 'unknown';

/** What the engine does at one step of the redirect chain. */
export interface PredictedHop {
  readonly url: string;
  readonly method: string;
  /** What the `Origin` header of a CORS request says; null for a request without CORS. */
  readonly origin: string | null;
  readonly tainting: Tainting;
  readonly preflight: 'none' | 'sent' | 'cached';
  /** Whether the request itself went out. */
  readonly sent: boolean;
}

/** What an engine does with a request, and every check on the way. */
export interface Prediction {
  readonly outcome: PredictedOutcome;
  /** Null unless blocked. */
  readonly reason: Reason | null;
  /** Null unless it is a network error. */
  readonly networkError: NetworkError | null;
  /** What the browser names as at fault; empty where it names nothing. */
  readonly parameter: string;
  /** Where it was decided; null where nothing was refused. */
  readonly stage: Stage | null;
  readonly hop: number;
  readonly checks: readonly Check[];
  readonly hops: readonly PredictedHop[];
  /** The response that script gets to see, or would have; null where there is none. */
  readonly response: ServerResponse | null;
  /** Null unless allowed. */
  readonly exposure: Exposure | null;
  /** The headers in which the reason was found; null where it is about something else. */
  readonly faultyHeaders: HeaderList | null;
  /** The URL where it ended, or that it was refused to go to. */
  readonly lastUrl: string;
}

/** Whether the request had become a CORS request by its end. */
export function wasCrossOrigin(prediction: Prediction): boolean {
  return prediction.hops.some((hop) => hop.tainting === 'cors');
}
