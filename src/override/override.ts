import type { Milliseconds } from '../exchange/exchange.ts';

/** What is done to one header. A `remove` has no value. */
export type HeaderAction =
  | { readonly operation: 'set' | 'append'; readonly name: string; readonly value: string }
  | { readonly operation: 'remove'; readonly name: string };

/**
 * What an override does to the answers that one server gives to one asking host: preflights and the answers themselves
 * alike, since rules cannot tell them apart without missing some.
 */
export interface Patch {
  /** The server's origin. */
  readonly target: string;
  /** The origin that asks; `"null"` for an opaque one (a sandboxed frame). Rules match its host only. */
  readonly initiator: string;
  /**
   * Hosts whose requests stay as they are. Rules cannot name an opaque origin: they can only leave out what is none.
   * Empty but for such a patch.
   */
  readonly sparedHosts: readonly string[];
  readonly actions: readonly HeaderAction[];
}

/** A header that a person adds, changes or removes for one server, in requests of the page or in answers to them. */
export interface OwnRule {
  /** The server's origin. */
  readonly target: string;
  readonly direction: 'request' | 'response';
  readonly action: HeaderAction;
}

/** An override that is on. */
export interface Override {
  readonly tabId: number;
  /** The development origin that the tab showed when it was started: leaving it ends the override. */
  readonly pageOrigin: string;
  readonly startedAt: Milliseconds;
  readonly endsAt: Milliseconds;
  readonly patches: readonly Patch[];
  readonly ownRules: readonly OwnRule[];
}

/**
 * Why an override ended.
 * - `time`: its time was over
 * - `turned-off`: a person turned it off
 * - `devtools-closed`: no DevTools watch over the tab any more
 * - `tab-closed`
 * - `left-origin`: the tab shows another origin than the one it was started for
 * - `access-lost`: the extension may not look at sites any more
 * - `interrupted`: the extension was stopped in the middle of a change, so everything was taken back
 */
export type EndReason =
  | 'time'
  | 'turned-off'
  | 'devtools-closed'
  | 'tab-closed'
  | 'left-origin'
  | 'access-lost'
  | 'interrupted';

/** All that a panel shows of the override of its tab. Read back from the browser's rules, never assumed. */
export interface OverrideState {
  /** The origin that the tab shows, and whether an override may be on there; null where nobody knows. */
  readonly page: { readonly origin: string; readonly isDevelopment: boolean } | null;
  /** Null while there is none. */
  readonly override: Override | null;
  /** How the last override of this tab ended, until the next one starts; null where there was none. */
  readonly ended: { readonly reason: EndReason; readonly at: Milliseconds } | null;
  /** Origins that the person added to those that count as development origins, oldest first. */
  readonly developmentOrigins: readonly string[];
}

/** Milliseconds that an override lasts, and by which it is extended: 30 minutes. */
export const overrideLasts: Milliseconds = 30 * 60_000;

/**
 * Why something was not done.
 * - `not-development`: the page is not on a development origin
 * - `page-unknown`: the browser does not tell which page the tab shows
 * - `devtools-closed`: no DevTools watch over the tab
 * - `no-access`: the extension may not look at sites
 * - `no-override`: there is none to extend or change
 * - `nothing-to-do`: neither patches nor rules were given
 * - `invalid`: a rule or an origin is not what it should be
 * - `refused`: the browser refused the rules
 * - `unreachable`: the background did not answer
 */
export type Refusal =
  | 'not-development'
  | 'page-unknown'
  | 'devtools-closed'
  | 'no-access'
  | 'no-override'
  | 'nothing-to-do'
  | 'invalid'
  | 'refused'
  | 'unreachable';

/** The answer to a command. `detail` has the browser's own words where there are any, else it is empty. */
export type OverrideAnswer =
  | { readonly done: true }
  | { readonly done: false; readonly refusal: Refusal; readonly detail: string };
