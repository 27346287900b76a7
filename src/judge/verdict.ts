import type { Check, Stage } from '../cors/check.ts';
import type { EngineName } from '../cors/engine-name.ts';
import type { Reason } from '../cors/reason.ts';
import type { RequestMode } from '../cors/request.ts';
import type { NotCorsCause } from './not-cors-cause.ts';
import type { Warning } from './warning.ts';

/**
 * - `allowed`: the page may read the answer
 * - `blocked`: refused by CORS or by the request's own mode
 * - `opaque`: sent without CORS; the page cannot read it, and did not ask to
 * - `not-cors`: something else stopped it
 * - `pending`: not over yet
 * - `unknown`: what was seen does not tell
 */
export const outcomes = ['allowed', 'blocked', 'opaque', 'not-cors', 'pending', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

export type { RequestMode };

/** Something the browser does not tell an extension, and what the judge takes it to be. */
export interface Assumption {
  readonly fact: 'credentials' | 'mode' | 'cached-preflight' | 'outcome';
  /** Taken as true, taken as false, or neither because both fit what was seen. */
  readonly value: boolean | null;
  /** What it rests on, as a closed set of words: `explain` has the sentences. */
  readonly basis:
    | 'cookie-sent'
    | 'storage-access-header'
    | 'no-storage-access-header'
    | 'sec-fetch-mode'
    | 'origin-header'
    | 'resource-type'
    | 'outcome'
    | 'resource-timing'
    | 'no-preflight-seen'
    | 'default'
    | 'undecided';
}

/** By its headers the request should have ended otherwise than it did. */
export interface Contradiction {
  readonly computed: 'allowed' | 'blocked';
  readonly observed: 'allowed' | 'blocked';
  readonly likelyCauses: readonly (
    | 'preflight-blocked-by-client'
    | 'local-network-access'
    | 'another-extension'
    | 'redirect-mode'
    | 'override'
    | 'stale-cache'
    | 'aborted'
  )[];
}

/** What an engine decides about an exchange, and all that the decision rests on. */
export interface Verdict {
  readonly engine: EngineName;
  readonly outcome: Outcome;
  /** The first failed check's reason; null unless blocked. */
  readonly reason: Reason | null;
  /** The other reason, where nothing observable tells two credentials modes apart; else null. */
  readonly otherReason: Reason | null;
  /** What the browser names as at fault: a value, a method, a header. Empty where it names nothing. */
  readonly parameter: string;
  readonly stage: Stage | null;
  /** Index of the hop where it was decided. */
  readonly hop: number;
  readonly mode: RequestMode;
  /** Whether credentials were included; null where both fit what was seen. */
  readonly credentialed: boolean | null;
  readonly preflight: 'none' | 'sent' | 'cached' | 'unanswered';
  readonly checks: readonly Check[];
  readonly assumptions: readonly Assumption[];
  readonly contradiction: Contradiction | null;
  /** What stopped it, when `outcome` is `not-cors`; also what makes a missing CORS header only a symptom. */
  readonly notCors: NotCorsCause | null;
  readonly warnings: readonly Warning[];
  /** Response headers by what JavaScript can read; null where there is no answer that it may read. */
  readonly exposure: { readonly readable: readonly string[]; readonly hidden: readonly string[] } | null;
}
