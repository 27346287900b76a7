import type { Exchange } from '../../exchange/exchange.ts';
import type { Interruption } from '../../exchange/fold.ts';
import type { Place } from '../../explain/learn/article.ts';
import type { OverrideState } from '../../override/override.ts';
import type { Wanted } from '../../override/plan.ts';
import type { HostState } from '../host.ts';
import type { ChipName } from '../list/chips.ts';
import type { Period } from '../override/periods.ts';
import type { Settings } from './settings.ts';

/** What was folded from the host's observations. */
export interface Log {
  readonly exchanges: readonly Exchange[];
  /** How many navigations of the top document were seen. */
  readonly page: number;
  readonly interruptions: readonly Interruption[];
  /** How many of the oldest exchanges were dropped for want of room. */
  readonly dropped: number;
}

export const emptyLog: Log = { exchanges: [], page: 0, interruptions: [], dropped: 0 };

/** `auto`: the panel picks the first blocked request. `none`: the person closed the detail view. */
export type Selection =
  | { readonly kind: 'auto' }
  | { readonly kind: 'none' }
  | { readonly kind: 'row'; readonly key: string };

/** Which view fills the panel. The help without a place begins with its cards. */
export type View = { readonly kind: 'requests' } | { readonly kind: 'help'; readonly at: Place | null };

/**
 * The dialog that lies over the panel.
 * - `try`: what an override would do for one request, or for all that are blocked
 * - `override`: what the override does that is on, own headers, development origins
 */
export type DialogView =
  | { readonly kind: 'try'; readonly wanted: Wanted }
  | { readonly kind: 'try-all' }
  | { readonly kind: 'override' };

/** All that the panel shows, but for the verdicts: those are computed. */
export interface PanelState {
  readonly host: HostState;
  readonly log: Log;
  readonly settings: Settings;
  readonly view: View;
  readonly filter: string;
  readonly chips: ReadonlySet<ChipName>;
  readonly selection: Selection;
  readonly openGroups: ReadonlySet<string>;
  /** Null where the browser has not told, or there is no tab to override anything in. */
  readonly override: OverrideState | null;
  /** When which override was on, oldest first. */
  readonly periods: readonly Period[];
  readonly dialog: DialogView | null;
}
