import type { EngineName } from './engine-name.ts';
import type { NetworkError } from './network-error.ts';

export type PreflightStep =
  | 'redirect'
  | 'cors-check'
  | 'status'
  | 'parse-methods'
  | 'parse-headers'
  | 'method'
  | 'headers';

export interface PreflightCacheRules {
  /** What an answer without `Access-Control-Max-Age` is kept for. The standard says five seconds. */
  readonly secondsWhenAbsent: number;
  /** What one with an empty `Access-Control-Max-Age` is kept for. */
  readonly secondsWhenEmpty: number;
  /** What one is kept for whose `Access-Control-Max-Age` is no whole number: `abc`, `5.5`, `"5"`, `5, 10`. */
  readonly secondsWhenMalformed: number;
  /** A number that an integer of this size does not hold, above 0 or below, counts as malformed; null where none does. */
  readonly largestNumber: bigint | null;
  /** Whether `+5` and `-5` are numbers. */
  readonly signIsAllowed: boolean;
  /** A shorter time is not kept at all. */
  readonly shortest: number;
  /** A longer time is cut down to this. */
  readonly longest: number;
  /** Whether answers with and without credentials are kept apart; if not, a credentialed one also serves the other. */
  readonly keyedByCredentials: boolean;
  /** Whether a kept `*` covers another method or header later on: all, all but Authorization, or none. */
  readonly keptWildcard: 'covers-all' | 'covers-all-but-authorization' | 'covers-nothing';
  /** Whether a `*` that was kept for a request with credentials covers one without later on. */
  readonly keptWildcardOutlivesCredentials: boolean;
  /** Methods that need not be in a kept list. */
  readonly methodsWithoutEntry: readonly string[];
  /** Whether an answer that lists neither methods nor headers is kept: it can only serve requests that an upload listener forces. */
  readonly keepsEmptyAnswers: boolean;
  /** Whether an answer is kept although it lacks the method or a header that this request needed: others may use it. */
  readonly keepsAnswersThatLackSomething: boolean;
  /** Whether a refused response throws away the answer that its preflight got. */
  readonly clearedByRefusedResponse: boolean;
  /** How many lookups that find an answer of a host without a name (`127.0.0.1`) come to nothing, at the start of a session. */
  readonly lookupsMissedAtFirst: number;
  /** Whether pages with the origin `null` (sandboxed frames, data: pages) have a cache. */
  readonly keepsForOpaqueOrigins: boolean;
  /** Whether answers to a request whose origin a redirect has tainted are found again. */
  readonly keepsAfterTaint: boolean;
}

/** Where an engine departs from the standard, or from another engine. One row each, measured in the real browsers. */
export interface Engine {
  readonly name: EngineName;

  /** In which order a preflight's answer is checked. The first failure is the one that the browser names. */
  readonly preflightOrder: readonly PreflightStep[];

  /** Request headers that ask for no preflight, beyond the standard's; with what their values must look like. */
  readonly extraSafelistedRequestHeaders: Readonly<Record<string, RegExp>>;
  /** Whether a header set twice is judged by its combined value, as the standard wants, or line by line. */
  readonly safelistJudges: 'combined-value' | 'each-line';
  /** More bytes of safelisted headers than this ask for a preflight after all; null for no such rule. */
  readonly safelistedBytesInAll: number | null;
  /** Whether bytes above 0x7F in `Accept` ask for a preflight. */
  readonly highBytesInAccept: 'safe' | 'unsafe';
  /**
   * What in a `Content-Type` asks for a preflight although its essence does not: a comma, as two lines of it make; a byte
   * above 0x7F; a semicolon at the end of its parameters. Null for nothing: the standard looks at the essence only.
   */
  readonly unsafeInContentType: RegExp | null;
  /** Whether `BYTES=0-10` is a simple range as `bytes=0-10` is. */
  readonly rangeUnitIgnoresCase: boolean;
  /** The largest number in a simple range: how many bits the engine has for a position in a file. */
  readonly largestRangePosition: bigint;
  /** Whether vertical tabs and form feeds around the numbers of a range do not count. */
  readonly rangeTrimsNumbers: boolean;
  /** A `User-Agent` that script sets: silently dropped, or a header like any other. */
  readonly userAgentSetByScript: 'dropped' | 'unsafe';

  /** Whether a listener on `xhr.upload` asks for a preflight only where there is a body to upload. */
  readonly uploadListenerNeedsBody: boolean;
  /** Whether it asks for one also where the request is synchronous. */
  readonly uploadListenerCountsWhenSync: boolean;
  /** A `ReadableStream` as the body: sent after a preflight, turned into text, or refused. */
  readonly streamBody: 'preflight' | 'text' | 'refused';

  /**
   * Whether several lines of `Access-Control-Allow-Origin` are refused before their values are looked at. Only lines with
   * the name spelt just so count, so that over HTTP/2, where names are in lower case, the values are compared after all.
   */
  readonly refusesSeveralAllowOriginLines: boolean;
  /** An empty line of a header that has other lines: a part of the combined value, as the standard wants, or nothing. */
  readonly emptyLines: 'combined' | 'dropped';
  /** Whether the answer to a preflight is a redirect only where the request's own mode is to follow; else only its status is wrong. */
  readonly preflightRedirectByMode: boolean;

  /** What a preflight says its origin is once redirects have tainted it to `null`. */
  readonly preflightOriginAfterTaint: 'null' | 'page';
  /**
   * Client hints that script set: a redirect takes them away, unless it leads a page to its own origin (a permissions
   * policy lets them go there, and there is none in a worker, and a stricter one in frames of other origins).
   */
  readonly clientHintsForOwnOrigin: readonly string[];
  /**
   * Whether the answer to a preflight of the page's own origin, where redirects have led, goes through the CORS check.
   * Its status and its lists are checked in any case.
   */
  readonly preflightToOwnOriginIsChecked: boolean;
  /**
   * Which headers a preflight after a redirect lists: those still on the request; those it began with; or those it began
   * with, less what this very redirect took away (and it is sent even when none is left).
   */
  readonly preflightAfterRedirectLists: 'current-headers' | 'first-headers' | 'first-headers-less-dropped';
  /** Whether a request that was preflighted once is preflighted after each redirect, needed or not. */
  readonly preflightsAgainAfterRedirect: boolean;
  /** Whether a `DELETE` becomes a `GET` when a redirect leads to another origin, whatever the status. */
  readonly crossOriginRedirectOfDelete: 'DELETE' | 'GET';
  /**
   * Whether user:password in `Location` is noticed only once the next step has been preflighted, where the redirect is the
   * one that leaves the page's own origin; and never where a script waits for its XHR.
   */
  readonly preflightsBeforeRedirectCredentials: boolean;
  /**
   * Whether the answer of a redirect is checked a second time, with the credentials that the request started with: a
   * same-origin start then counts as credentialed for as long as it is redirected. Not where a script waits for its XHR.
   */
  readonly redirectKeepsFirstCredentials: boolean;

  /** An empty `Location`: no redirect at all, or a failed one. */
  readonly emptyLocation: 'no-redirect' | 'refused';
  /** The same, where a script waits for its XHR. */
  readonly emptyLocationWhenSync: 'no-redirect' | 'refused';
  /** Several different `Location` lines: a failure, or joined by a comma and followed as one address. */
  readonly severalLocations: 'refused' | 'joined';
  /** Whether several different `Location` lines spoil every answer, also one that is no redirect, and a preflight's. */
  readonly severalLocationsSpoilAnyAnswer: boolean;
  /** Whether a preflight's redirect has to lead to a valid URL to be refused as a redirect: it fails as broken otherwise. */
  readonly preflightRedirectNeedsUrl: boolean;
  /** A 407 where no proxy was asked: a failure, or an answer like any other. */
  readonly proxyAuthentication: 'refused' | 'answer';
  /** Schemes in `Location` that fail for another reason than CORS. */
  readonly unsafeRedirectSchemes: readonly string[];
  /** Whether `blob:` in `Location` is refused by its origin, unless both the request and the blob are the page's own. */
  readonly blobRedirectsByOrigin: boolean;
  /** Schemes that fail so where the request has not left the page's own origin yet. */
  readonly unsafeRedirectSchemesFromOwnOrigin: readonly string[];
  /** Whether redirect mode `manual` takes every target without http(s) for such a failure. */
  readonly manualModeNeedsHttp: boolean;
  /** Faults of `Location` that are noticed before the redirect's answer is checked for CORS, whatever the redirect mode. */
  readonly locationFaultsBeforeCors: readonly NetworkError[];
  /** Further ones, noticed as early only where the redirect is to be followed. */
  readonly locationFaultsBeforeCorsWhenFollowing: readonly NetworkError[];
  /** Whether schemes and credentials in `Location` are looked at before redirect mode `error` has its say. */
  readonly checksLocationBeforeErrorMode: boolean;
  /** Whether redirect mode `error` refuses a redirect status that has no `Location`, too. */
  readonly errorModeNeedsLocation: boolean;
  /** A redirect of a request without CORS to a URL with user:password. XHR is let through everywhere. */
  readonly redirectWithCredentials: 'followed' | 'refused';

  /** How the bytes of a `Location` that are no ASCII are read: an address that is no UTF-8 is none then. */
  readonly locationBytes: 'utf-8' | 'latin1';
  /** Whether, to `fetch`, a `*` in `Access-Control-Expose-Headers` counts in spite of a member after it that is no token. */
  readonly exposesAllBeforeFault: boolean;
  /** Whether fonts are loaded with CORS, as the standard wants. */
  readonly fontsUseCors: boolean;
  /** The names of the headers that script sees on the response of a `data:` URL. */
  readonly dataUrlHeaders: readonly string[];
  /** The same, as XHR tells of it. */
  readonly dataUrlHeadersInXhr: readonly string[];
  /** Schemes that are refused for another reason than CORS when a web page asks for them with CORS. */
  readonly schemesNotForPages: readonly string[];
  /** The same, where XHR asks. */
  readonly schemesNotForXhr: readonly string[];
  /** Of which site an opaque origin is, where `Cross-Origin-Resource-Policy: same-site` asks: of none, or of the page's that made it. */
  readonly siteOfOpaqueOrigin: 'none' | 'precursor';
  /** A URL without http(s) asked for without CORS: refused as one with CORS is, or for another reason. */
  readonly schemesWithoutCors: 'no-cors-scheme' | 'not-cors';
  /** A header line with a space before its colon (`Name : value`): read all the same, or passed over. */
  readonly spaceBeforeColon: 'trimmed' | 'line-ignored';
  /** Whether requests from a public page into a private network need a secure page and a permission. */
  readonly localNetworkAccess: 'enforced' | 'not-implemented';

  readonly preflightCache: PreflightCacheRules;
}
