import type { Exchange } from '../exchange/exchange.ts';
import type { RichText } from '../explain/rich-text.ts';
import type { Fix } from '../fix/fix.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Patch } from './override.ts';

/** An exchange that the override shall get through, with its verdict and the fix for it. */
export interface Wanted {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  readonly fix: Fix;
}

/** Why an override cannot get an exchange through: a closed set. */
export type Obstacle =
  /** The fix has no headers in it: the page's own mode, mixed content, CSP, the network, ... */
  | 'not-by-headers'
  /** The preflight is answered with a status that is not 2xx. */
  | 'preflight-status'
  | 'preflight-redirect'
  /** It needs another value of a header than another exchange of the same override. */
  | 'conflict'
  /** It comes from a worker that belongs to no tab, or from another tab. */
  | 'no-tab'
  /** Nothing has to be changed. */
  | 'nothing-to-fix';

export interface Cannot {
  readonly exchangeId: string;
  readonly obstacle: Obstacle;
  /** A sentence or two. */
  readonly text: RichText;
  /** Whether a dev proxy gets it through. */
  readonly proxyHelps: boolean;
}

/** What an override would do, before it is started. */
export interface OverridePlan {
  /** Empty where it can do nothing. */
  readonly patches: readonly Patch[];
  /** Ids of the exchanges that it gets through. */
  readonly cures: readonly string[];
  readonly cannot: readonly Cannot[];
  /** What to know before it is started; often empty. */
  readonly notes: readonly RichText[];
}
