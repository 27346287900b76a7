import type { EngineName } from '../cors/engine-name.ts';
import type { Link } from './link.ts';
import type { RichText } from './rich-text.ts';

/** What a browser itself writes into its console. */
export interface BrowserMessage {
  readonly text: string;
  /** The browser's own page about it. */
  readonly link: Link | null;
}

/** A verdict in words. */
export interface VerdictWords {
  /** For the list: a few words, no full stop. */
  readonly short: string;
  /** One sentence that begins with the outcome and names what is at fault; no full stop, it is a heading. */
  readonly headline: RichText;
  /** One to three sentences: what the server said, what the page needed, what therefore happened. */
  readonly story: readonly RichText[];
  /** What would fail next, one sentence each. */
  readonly alsoWrong: readonly RichText[];
  /** What the browser did not tell, what it was taken to be, and why; one sentence each. */
  readonly assumed: readonly RichText[];
  /** Where the headers say otherwise than the browser did; with likely causes. */
  readonly contradiction: RichText | null;
  /** The console text of each engine for this verdict's reason; null where it writes none. */
  readonly browserMessage: Readonly<Record<EngineName, BrowserMessage | null>>;
}

/** One check in words. */
export interface CheckWords {
  readonly text: RichText;
  readonly link: Link;
}

/** One warning in words. */
export interface WarningWords {
  readonly short: string;
  readonly text: RichText;
}

/** What really failed, where it was not CORS. */
export interface NotCorsWords {
  readonly short: string;
  readonly headline: RichText;
  readonly story: readonly RichText[];
}

/** A reason in words, without what therefore happened. */
export interface ReasonWords {
  /** A clause that goes on after "Blocked: ". */
  readonly fault: RichText;
  /** What the server said and what the page needed, one or two sentences. */
  readonly said: readonly RichText[];
}
