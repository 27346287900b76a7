import type { RichText } from '../explain/rich-text.ts';
import type { AdviceName } from './advice-name.ts';

/** One header of an answer to change: whatever lines the answer has of that name, it shall have this one instead. */
export interface HeaderChange {
  /** In the standard's own capitals. */
  readonly name: string;
  /** Null: the header has to go. */
  readonly value: string | null;
  /**
   * - `always`: without it the request is blocked
   * - `if-credentialed`: only if the request includes credentials, which nothing observable told
   * - `advisable`: the browser would let the request through without it (`Vary`, `Access-Control-Max-Age`, a warning's cure)
   */
  readonly needed: 'always' | 'if-credentialed' | 'advisable';
}

/** What to change in one answer of the server. */
export interface AnswerFix {
  /** The status to give instead; null where the status is fine. */
  readonly status: number | null;
  readonly headers: readonly HeaderChange[];
  /** Whether the answer was seen. Where it was not, it may have some of these headers already. */
  readonly seen: boolean;
}

/** What the page needs of a server for one hop, and what that server allows already: what a configuration is made of. */
export interface HopNeeds {
  /** The origin that asks, serialised; `"null"` for an opaque one. */
  readonly origin: string;
  readonly method: string;
  /** Request header names that a preflight asks for, in lower case. */
  readonly requestHeaders: readonly string[];
  /** Null where nothing observable told. */
  readonly credentialed: boolean | null;
  /** Response headers that JavaScript shall be able to read. */
  readonly exposedHeaders: readonly string[];
  readonly allowed: {
    /** Origins other than the one that asks; `*` where the server opens itself to all. */
    readonly origins: readonly string[];
    readonly methods: readonly string[];
    readonly requestHeaders: readonly string[];
    readonly exposedHeaders: readonly string[];
    readonly credentials: boolean;
  };
}

/** What to change for one hop. */
export interface HopFix {
  readonly hop: number;
  readonly url: string;
  /** Null where there is no preflight, or nothing to change in its answer. */
  readonly preflight: AnswerFix | null;
  readonly response: AnswerFix | null;
  readonly needs: HopNeeds;
}

/** What to do, or to know, beyond headers. */
export interface Advice {
  readonly name: AdviceName;
  /** A sentence or two. */
  readonly text: RichText;
}

/** Response headers (and a preflight's status) cure it. */
export interface HeadersFix {
  readonly kind: 'headers';
  /** Only hops that need a change; at least one. */
  readonly hops: readonly HopFix[];
  /** Other ways, and what to mind; often empty. */
  readonly advice: readonly Advice[];
}

/** The smallest safe change that turns a verdict to allowed. */
export type Fix =
  | HeadersFix
  /** No response header cures it, or none that would be safe. At least one piece of advice. */
  | { readonly kind: 'not-by-headers'; readonly advice: readonly Advice[] }
  | { readonly kind: 'nothing-to-fix' };
