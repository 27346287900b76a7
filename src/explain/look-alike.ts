import type { OriginCause } from './look-alike/origin-cause.ts';
import type { Range } from './look-alike/range.ts';
import type { RichText } from './rich-text.ts';

export type { OriginCause } from './look-alike/origin-cause.ts';
export type { Range } from './look-alike/range.ts';

/** How a value differs from the origin it was most likely meant to be. */
export interface LookAlike {
  readonly cause: OriginCause;
  /** The bytes of the found value that are at fault. */
  readonly found: readonly Range[];
  /** The bytes of the expected origin that they should have been; empty where nothing corresponds. */
  readonly expected: readonly Range[];
  /** What differs, and what to do about it. */
  readonly text: RichText;
}

/**
 * The most likely human cause of an `Access-Control-Allow-Origin` that does not match.
 *
 * @param expectedOrigin the origin that the request was made from, serialised
 * @param found the header's combined value
 * @returns null where the two are the same, or where no likely cause is known
 */
export function lookAlike(_expectedOrigin: string, _found: string): LookAlike | null {
  return null;
}
