import type { Exchange, Hop, ObservedResponse } from '../../exchange/exchange.ts';
import type { RichText } from '../rich-text.ts';

/** What really failed, as a clause and its story. */
export interface NotCorsClause {
  /** A clause that goes on after "Not CORS: ". */
  readonly fault: RichText;
  readonly story: readonly RichText[];
}

/** What the clauses are made of. */
export interface Failure {
  readonly exchange: Exchange;
  /** Host of the last URL that was asked. */
  readonly server: string;
  readonly url: string;
  readonly lastHop: Hop | null;
  /** The last answer there was: the request's, or else its preflight's. */
  readonly response: ObservedResponse | null;
  /** Whether that answer was the preflight's. */
  readonly onPreflight: boolean;
  /** The browser's own words; empty where it has none. */
  readonly error: string;
}

/** 407 and 511 are what a proxy or a network says that wants to know who is there. */
export function isProxyLogin({ status }: ObservedResponse): boolean {
  return status === 407 || status === 511;
}
