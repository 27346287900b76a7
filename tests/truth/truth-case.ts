import type { EngineName } from '../../src/cors/engine-name.ts';
import type { HeaderLine } from '../../src/cors/header-list.ts';

/** Who makes a case's request. */
export type TruthInitiator =
  | 'page'
  | 'iframe'
  | 'srcdoc-iframe'
  | 'sandbox'
  | 'data-iframe'
  | 'worker'
  | 'blob-worker'
  | 'port80-iframe';

export type TruthApi =
  | 'fetch'
  | 'xhr'
  | 'beacon'
  | 'eventsource'
  | 'img'
  | 'script'
  | 'module'
  | 'import'
  | 'stylesheet'
  | 'font';

export interface TruthBody {
  readonly kind: string;
  readonly value?: string;
  readonly type?: string;
}

/** What the script asks for. A field that is absent has the API's default. */
export interface TruthRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: readonly HeaderLine[];
  readonly mode?: string;
  readonly credentials?: string;
  readonly redirect?: string;
  readonly keepalive?: boolean;
  readonly body?: TruthBody;
  readonly withCredentials?: boolean;
  /** A listener on `xhr.upload`. */
  readonly upload?: boolean;
  readonly sync?: boolean;
  readonly crossorigin?: string;
}

/** What the server answers at one step. */
export interface TruthAnswer {
  readonly status: number;
  readonly statusText?: string;
  readonly headers: readonly HeaderLine[];
  /** The answer to this step's preflight; without it, the case's. */
  readonly preflight?: TruthAnswer;
  /** The connection is closed unanswered. */
  readonly drop?: boolean;
  /** These bytes in place of an answer. */
  readonly raw?: string;
  /** Content-Length says more than there is. */
  readonly truncate?: boolean;
  readonly close?: boolean;
  readonly body?: string;
}

export interface TruthCase {
  readonly id: string;
  readonly group: string;
  readonly description: string;
  readonly initiator: TruthInitiator;
  readonly api: TruthApi;
  readonly request: TruthRequest;
  /** The second request: the first with these fields changed, `wait` milliseconds after it. */
  readonly then?: Partial<TruthRequest> & { readonly wait?: number };
  readonly server: {
    readonly preflight?: TruthAnswer;
    readonly hops?: readonly TruthAnswer[];
    readonly response?: TruthAnswer;
  };
  readonly unstable?: readonly EngineName[];
}

/** What one engine decided. Only what is compared is spelt out. */
export interface TruthVerdict {
  readonly outcome: string;
  readonly reason?: string;
  readonly parameter?: string;
  readonly preflightSent: boolean;
  readonly actualSent: boolean;
  readonly exposedHeaders?: readonly string[];
  readonly second?: TruthVerdict;
}

export interface TruthFile {
  readonly format: string;
  readonly set: string;
  readonly date: string;
  readonly origins: Record<string, string>;
  readonly engines: Partial<Record<EngineName, { readonly version: string }>>;
  readonly flaky: Record<string, Partial<Record<EngineName, unknown>>>;
  readonly cases: readonly TruthCase[];
  readonly truth: Record<string, Partial<Record<EngineName, TruthVerdict>>>;
}
