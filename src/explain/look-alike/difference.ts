import type { RichText } from '../rich-text.ts';
import type { OriginCause } from './origin-cause.ts';
import type { Range } from './range.ts';

/** One way in which a value differs from the expected origin. */
export interface Difference {
  readonly cause: OriginCause;
  /** In the found value. */
  readonly found: readonly Range[];
  /** In the expected origin. */
  readonly expected: readonly Range[];
  readonly text: RichText;
}
