import type { EngineName } from '../cors/engine-name.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { RichText } from '../explain/rich-text.ts';
import type { Fix } from '../fix/fix.ts';
import type { Patch } from './override.ts';

/** An exchange that the override shall get through, and the fix for it. */
export interface Wanted {
  readonly exchange: Exchange;
  readonly fix: Fix;
}

/** What a plan depends on besides the exchanges. */
export interface PlanContext {
  readonly engine: EngineName;
  /** Origins that the person added: `OverrideState.developmentOrigins`. */
  readonly developmentOrigins: readonly string[];
  /** Origins from which requests of the tab were seen: a patch for an opaque origin leaves them alone. */
  readonly initiators: readonly string[];
  /** What is on already, which the plan adds to; empty where nothing is. */
  readonly active: readonly Patch[];
}

/** Why an override cannot get an exchange through. */
export type Obstacle =
  /** The fix has no headers in it: the page's own mode, mixed content, CSP, the network, ... */
  | 'not-by-headers'
  /** The preflight is answered with a status that is not 2xx. */
  | 'preflight-status'
  | 'preflight-redirect'
  /** It needs another value of a header than another exchange of the same override. */
  | 'conflict'
  /** It comes from a worker that belongs to no tab. */
  | 'no-tab'
  /**
   * The override is on and its headers are right, yet Firefox refuses: it counts the server's own lines of
   * `Access-Control-Allow-Origin`, whatever a rule makes of them.
   */
  | 'sent-twice'
  /** A frame of another site made it, and that is no development origin. */
  | 'not-development'
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
  /** Ids of the exchanges that it gets through, as far as their answers were seen. */
  readonly cures: readonly string[];
  readonly cannot: readonly Cannot[];
  /** What to know before it is started; often empty. */
  readonly notes: readonly RichText[];
}
