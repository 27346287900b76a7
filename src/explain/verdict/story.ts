import type { RichText } from '../rich-text.ts';

/** The part of the words that tells what happened. */
export interface Story {
  readonly headline: RichText;
  readonly story: readonly RichText[];
}
