import type { OwnRule, Patch } from './override.ts';

/** What a panel may ask for its tab. Each must come from a person's click. */
export type OverrideCommand =
  /** Starts an override, or adds to the one that is on: patches of the same server and asking host are merged. */
  | { readonly kind: 'start'; readonly patches: readonly Patch[] }
  /** Makes the time that is left `overrideLasts` again. */
  | { readonly kind: 'extend' }
  | { readonly kind: 'turn-off' }
  /** Takes the patches of one server out. The last one, with no own rules left, turns the override off. */
  | { readonly kind: 'remove-target'; readonly target: string }
  /** Replaces all own rules; starts an override when none is on. An empty list and no patches turn it off. */
  | { readonly kind: 'set-own-rules'; readonly ownRules: readonly OwnRule[] }
  /** Counts an origin as a development origin from now on, in every tab. Say plainly what that means. */
  | { readonly kind: 'add-development-origin'; readonly origin: string }
  | { readonly kind: 'remove-development-origin'; readonly origin: string };
