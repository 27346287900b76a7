import type { RichText } from '../rich-text.ts';

/** A reason in words, without what therefore happened. */
export interface ReasonWords {
  /** A clause that goes on after "Blocked: ". */
  readonly fault: RichText;
  /** What the server said and what the page needed, one or two sentences. */
  readonly said: readonly RichText[];
}
