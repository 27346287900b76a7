import type { Reason } from './reason.ts';

/** What kind of thing is wrong, for filters and for the explanation's tone. */
export type ProblemKind =
  | 'header-missing'
  | 'header-value'
  | 'status'
  | 'redirect'
  | 'scheme'
  | 'mode'
  | 'local-network';

/** The pages of MDN about Firefox's messages. */
export type MdnPage =
  | 'CORSDidNotSucceed'
  | 'CORSRequestNotHttp'
  | 'CORSMultipleAllowOriginNotAllowed'
  | 'CORSMissingAllowOrigin'
  | 'CORSNotSupportingCredentials'
  | 'CORSAllowOriginNotMatchingOrigin'
  | 'CORSMissingAllowCredentials'
  | 'CORSExternalRedirectNotAllowed'
  | 'CORSPreflightDidNotSucceed'
  | 'CORSInvalidAllowMethod'
  | 'CORSMethodNotFound'
  | 'CORSInvalidAllowHeader'
  | 'CORSMissingAllowHeaderFromPreflight';

/** One reason, with what the browsers call it. */
export interface ReasonRow {
  /** The response header at fault, in lower case; null where it is none. */
  readonly header: string | null;
  readonly kind: ProblemKind;
  /** The fragment of fetch.spec.whatwg.org, or of wicg.github.io/local-network-access for its reasons; without `#`. */
  readonly anchor: string;
  /** Firefox's console category; null where it says nothing. */
  readonly firefox: string | null;
  /** The last part of the MDN page's address, below `Web/HTTP/Guides/CORS/Errors/`; null where there is no page. */
  readonly mdn: MdnPage | null;
  /** WebKit has no codes: the class of its message. Null where it says nothing. */
  readonly webkit: string | null;
  /** WebKit's message, with placeholders in angle brackets; null where it says nothing. */
  readonly webkitMessage: string | null;
}

const allowOrigin = 'access-control-allow-origin';
const allowCredentials = 'access-control-allow-credentials';
const allowMethods = 'access-control-allow-methods';
const allowHeaders = 'access-control-allow-headers';

const wildcard: ReasonRow = {
  header: allowOrigin,
  kind: 'header-value',
  anchor: 'concept-cors-check',
  firefox: 'CORSNotSupportingCredentials',
  mdn: 'CORSNotSupportingCredentials',
  webkit: 'WildcardWithCredentials',
  webkitMessage: 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
};

const missing: ReasonRow = {
  header: allowOrigin,
  kind: 'header-missing',
  anchor: 'concept-cors-check',
  firefox: 'CORSMissingAllowOrigin2',
  mdn: 'CORSMissingAllowOrigin',
  webkit: 'OriginNotAllowed',
  webkitMessage: 'Origin <origin> is not allowed by Access-Control-Allow-Origin. Status code: <status>',
};

const mismatch: ReasonRow = {
  ...missing,
  kind: 'header-value',
  firefox: 'CORSAllowOriginNotMatchingOrigin',
  mdn: 'CORSAllowOriginNotMatchingOrigin',
};

// For several header lines. Firefox takes one line with several values for a mismatch: see native-reason.ts.
const multiple: ReasonRow = {
  ...missing,
  kind: 'header-value',
  firefox: 'CORSMultipleAllowOriginNotAllowed',
  mdn: 'CORSMultipleAllowOriginNotAllowed',
  webkit: 'MultipleOrigins',
  webkitMessage: 'Access-Control-Allow-Origin cannot contain more than one origin.',
};

const invalidCredentials: ReasonRow = {
  header: allowCredentials,
  kind: 'header-value',
  anchor: 'concept-cors-check',
  firefox: 'CORSMissingAllowCredentials',
  mdn: 'CORSMissingAllowCredentials',
  webkit: 'CredentialsNotAllowed',
  webkitMessage: 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
};

const localNetwork: ReasonRow = {
  header: null,
  kind: 'local-network',
  anchor: 'local-network-access-check',
  firefox: 'CORSDidNotSucceed2',
  mdn: 'CORSDidNotSucceed',
  webkit: null,
  webkitMessage: null,
};

/** Every reason, once. A reason without a row does not compile. */
export const reasonTable: Readonly<Record<Reason, ReasonRow>> = {
  DisallowedByMode: {
    header: null,
    kind: 'mode',
    anchor: 'concept-main-fetch',
    firefox: null,
    mdn: null,
    webkit: 'SameOriginMode',
    webkitMessage: 'Unsafe attempt to load URL <url> from origin <origin>. Domains, protocols and ports must match.',
  },
  InvalidResponse: {
    header: null,
    kind: 'status',
    anchor: 'concept-http-fetch',
    firefox: 'CORSDidNotSucceed2',
    mdn: 'CORSDidNotSucceed',
    webkit: 'NetworkError',
    webkitMessage: null,
  },
  WildcardOriginNotAllowed: wildcard,
  MissingAllowOriginHeader: missing,
  MultipleAllowOriginValues: multiple,
  InvalidAllowOriginValue: mismatch,
  AllowOriginMismatch: mismatch,
  InvalidAllowCredentials: invalidCredentials,
  CorsDisabledScheme: {
    header: null,
    kind: 'scheme',
    anchor: 'concept-main-fetch',
    firefox: 'CORSRequestNotHttp',
    mdn: 'CORSRequestNotHttp',
    webkit: 'SchemeNotAllowed',
    webkitMessage: 'Cross origin requests are only supported for HTTP.',
  },
  PreflightInvalidStatus: {
    header: null,
    kind: 'status',
    anchor: 'cors-preflight-fetch-0',
    firefox: 'CORSPreflightDidNotSucceed3',
    mdn: 'CORSPreflightDidNotSucceed',
    webkit: 'PreflightNotSuccessful',
    webkitMessage: 'Preflight response is not successful. Status code: <status>',
  },
  PreflightDisallowedRedirect: {
    header: null,
    kind: 'redirect',
    anchor: 'cors-preflight-fetch-0',
    firefox: 'CORSExternalRedirectNotAllowed',
    mdn: 'CORSExternalRedirectNotAllowed',
    webkit: 'PreflightNotSuccessful',
    webkitMessage: 'Preflight response is not successful. Status code: <status>',
  },
  PreflightWildcardOriginNotAllowed: wildcard,
  PreflightMissingAllowOriginHeader: missing,
  PreflightMultipleAllowOriginValues: multiple,
  PreflightInvalidAllowOriginValue: mismatch,
  PreflightAllowOriginMismatch: mismatch,
  PreflightInvalidAllowCredentials: invalidCredentials,
  InvalidAllowMethodsPreflightResponse: {
    header: allowMethods,
    kind: 'header-value',
    anchor: 'cors-preflight-fetch-0',
    firefox: 'CORSInvalidAllowMethod',
    mdn: 'CORSInvalidAllowMethod',
    webkit: 'InvalidHeaderValue',
    webkitMessage: 'Header Access-Control-Allow-Methods has an invalid value: <value>',
  },
  InvalidAllowHeadersPreflightResponse: {
    header: allowHeaders,
    kind: 'header-value',
    anchor: 'cors-preflight-fetch-0',
    firefox: 'CORSInvalidAllowHeader',
    mdn: 'CORSInvalidAllowHeader',
    webkit: 'InvalidHeaderValue',
    webkitMessage: 'Header Access-Control-Allow-Headers has an invalid value: <value>',
  },
  MethodDisallowedByPreflightResponse: {
    header: allowMethods,
    kind: 'header-value',
    anchor: 'cors-preflight-fetch-0',
    firefox: 'CORSMethodNotFound',
    mdn: 'CORSMethodNotFound',
    webkit: 'MethodNotAllowed',
    webkitMessage: 'Method <method> is not allowed by Access-Control-Allow-Methods.',
  },
  HeaderDisallowedByPreflightResponse: {
    header: allowHeaders,
    kind: 'header-value',
    anchor: 'cors-preflight-fetch-0',
    firefox: 'CORSMissingAllowHeaderFromPreflight2',
    mdn: 'CORSMissingAllowHeaderFromPreflight',
    webkit: 'HeaderNotAllowed',
    webkitMessage: 'Request header field <header> is not allowed by Access-Control-Allow-Headers.',
  },
  RedirectContainsCredentials: {
    header: null,
    kind: 'redirect',
    anchor: 'concept-http-redirect-fetch',
    firefox: 'CORSDidNotSucceed2',
    mdn: 'CORSDidNotSucceed',
    webkit: 'RedirectUrlHasCredentials',
    webkitMessage: 'redirection URL <url> has credentials',
  },
  InsecureLocalNetwork: localNetwork,
  InvalidLocalNetworkAccess: localNetwork,
  LocalNetworkAccessPermissionDenied: localNetwork,
  NoCorsRedirectModeNotFollow: {
    header: null,
    kind: 'mode',
    anchor: 'concept-main-fetch',
    firefox: null,
    mdn: null,
    webkit: 'NotAllowedToRequest',
    webkitMessage: 'Not allowed to request resource',
  },
};
