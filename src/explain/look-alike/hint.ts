import type { RichText } from '../rich-text.ts';
import type { Range } from './range.ts';

/** What a value was probably meant to be. */
export interface Hint {
  /** The parts of the value that are at fault, in order, apart from each other. */
  readonly found: readonly Range[];
  /** What differs, and what to do about it. */
  readonly text: RichText;
}
