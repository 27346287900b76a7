import type { EngineName } from '../../src/cors/engine-name.ts';
import type { HeaderLine } from '../../src/cors/header-list.ts';
import type { CredentialsMode, RedirectMode, RequestMode } from '../../src/cors/request.ts';

/** The file format of recorded truth: what real browsers decided in described situations. */
export interface TruthFile {
  readonly format: 'cors-oracle/1';
  readonly date: string;
  readonly set: string;
  readonly origins: TruthOrigins;
  readonly engines: Partial<Record<EngineName, { readonly version: string }>>;
  /** Verdicts that differed from run to run. */
  readonly flaky?: Readonly<Record<string, Partial<Record<EngineName, unknown>>>>;
  readonly cases: readonly TruthCase[];
  readonly truth: Readonly<Record<string, Partial<Record<EngineName, TruthVerdict>>>>;
}

export interface TruthOrigins {
  readonly PAGE: string;
  readonly SITE: string;
  readonly API: string;
  readonly OTHER: string;
  readonly PAGE80: string;
}

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
  readonly kind: 'text' | 'blob' | 'formdata' | 'urlencoded' | 'buffer' | 'stream';
  readonly value?: string;
  readonly type?: string;
}

export interface TruthRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: readonly HeaderLine[];
  readonly mode?: RequestMode;
  readonly credentials?: CredentialsMode;
  readonly redirect?: RedirectMode;
  readonly keepalive?: boolean;
  readonly body?: TruthBody;
  readonly withCredentials?: boolean;
  readonly upload?: boolean;
  readonly sync?: boolean;
  readonly crossorigin?: 'anonymous' | 'use-credentials';
}

export interface TruthAnswer {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  /** Closed without an answer. */
  readonly drop?: boolean;
  /** These bytes instead of HTTP. */
  readonly raw?: string;
  /** Content-Length says more than comes. */
  readonly truncate?: boolean;
  /** Closed after a whole answer. */
  readonly close?: boolean;
  readonly body?: string;
}

export type TruthStep = TruthAnswer & { readonly preflight?: TruthAnswer };

export interface TruthServer {
  readonly preflight?: TruthAnswer;
  readonly hops?: readonly TruthStep[];
  readonly response: TruthStep;
}

export interface TruthCase {
  readonly id: string;
  readonly group: string;
  readonly description: string;
  readonly initiator: TruthInitiator;
  readonly api: TruthApi;
  readonly request: TruthRequest;
  /** The same request with changes, made after the first has ended; `wait` is in milliseconds. */
  readonly then?: Partial<TruthRequest> & { readonly wait?: number };
  readonly server: TruthServer;
  /** Engines whose verdict is a matter of chance. */
  readonly unstable?: readonly EngineName[];
}

export type TruthOutcome =
  | 'allowed'
  | 'blocked'
  | 'opaque'
  | 'opaqueredirect'
  | 'sent'
  | 'network-error'
  | 'invalid-request'
  | 'timeout'
  | 'skipped';

export interface TruthVerdict {
  readonly outcome: TruthOutcome;
  readonly reason?: string | null;
  readonly parameter?: string;
  readonly preflightSent: boolean;
  readonly actualSent: boolean;
  readonly exposedHeaders?: readonly string[];
  /** The engine's code for the failed request: a net error in Chromium. */
  readonly netError?: string;
  /** What reached the server. */
  readonly sent?: readonly string[];
  readonly second?: TruthVerdict;
}
