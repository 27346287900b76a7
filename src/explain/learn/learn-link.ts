import type { CheckName } from '../../cors/check.ts';
import type { Reason } from '../../cors/reason.ts';
import type { NotCorsCause } from '../../judge/not-cors-cause.ts';
import type { Verdict } from '../../judge/verdict.ts';
import type { WarningName } from '../../judge/warning.ts';
import type { Place } from './article.ts';

/** Where the help explains a verdict best. */
export function learnLinkFor(verdict: Verdict): Place {
  switch (verdict.outcome) {
    case 'blocked':
      if (verdict.notCors !== null) return byCause[verdict.notCors];
      return verdict.reason === null ? 'same-origin-policy#rule' : byReason[verdict.reason];
    case 'not-cors':
      return verdict.notCors === null ? 'not-cors' : byCause[verdict.notCors];
    case 'opaque':
      return 'no-cors#opaque';
    case 'allowed':
      return verdict.warnings[0] ? learnLinkForWarning(verdict.warnings[0].name) : allowed(verdict);
    case 'pending':
    case 'unknown':
      return 'same-origin-policy#rule';
  }
}

function allowed({ preflight }: Verdict): Place {
  return preflight === 'none' ? 'allow-origin#needed' : 'simple-and-preflighted#needed';
}

/** Where the help explains what a check looks for. */
export function learnLinkForCheck(name: CheckName): Place {
  return byCheck[name];
}

/** Where the help explains a warning. */
export function learnLinkForWarning(name: WarningName): Place {
  return byWarning[name];
}

const byReason: Readonly<Record<Reason, Place>> = {
  DisallowedByMode: 'origins#same-origin-mode',
  InvalidResponse: 'not-cors#invalid-answer',
  WildcardOriginNotAllowed: 'credentials#wildcard',
  MissingAllowOriginHeader: 'allow-origin#needed',
  MultipleAllowOriginValues: 'allow-origin#several',
  InvalidAllowOriginValue: 'allow-origin#one-origin',
  AllowOriginMismatch: 'origins#compared',
  InvalidAllowCredentials: 'credentials#true',
  CorsDisabledScheme: 'origins#schemes',
  PreflightInvalidStatus: 'simple-and-preflighted#status',
  PreflightDisallowedRedirect: 'redirects#preflight',
  PreflightWildcardOriginNotAllowed: 'credentials#wildcard',
  PreflightMissingAllowOriginHeader: 'simple-and-preflighted#answer',
  PreflightMultipleAllowOriginValues: 'allow-origin#several',
  PreflightInvalidAllowOriginValue: 'allow-origin#one-origin',
  PreflightAllowOriginMismatch: 'origins#compared',
  PreflightInvalidAllowCredentials: 'credentials#true',
  InvalidAllowMethodsPreflightResponse: 'allow-methods#commas',
  InvalidAllowHeadersPreflightResponse: 'allow-headers#commas',
  MethodDisallowedByPreflightResponse: 'allow-methods#needed',
  HeaderDisallowedByPreflightResponse: 'allow-headers#needed',
  RedirectContainsCredentials: 'redirects#password',
  InsecureLocalNetwork: 'local-network-access#https',
  InvalidLocalNetworkAccess: 'local-network-access#address-space',
  LocalNetworkAccessPermissionDenied: 'local-network-access#permission',
  NoCorsRedirectModeNotFollow: 'no-cors#redirects',
};

const byCause: Readonly<Record<NotCorsCause, Place>> = {
  'server-error-page': 'not-cors#server-error',
  'login-page': 'not-cors#in-between',
  'connection-refused': 'not-cors#no-connection',
  'connection-closed': 'not-cors#no-connection',
  'name-not-resolved': 'not-cors#no-connection',
  'timed-out': 'not-cors#no-connection',
  offline: 'not-cors#no-connection',
  certificate: 'not-cors#certificate',
  'no-secure-connection': 'not-cors#certificate',
  'invalid-response': 'not-cors#invalid-answer',
  'mixed-content': 'not-cors#mixed-content',
  'content-security-policy': 'not-cors#csp',
  'local-network-access': 'local-network-access#permission',
  corp: 'not-cors#resource-policy',
  coep: 'not-cors#resource-policy',
  orb: 'not-cors#orb',
  'blocked-by-extension': 'not-cors#extension',
  'redirect-mode-error': 'redirects#mode',
  'redirect-invalid': 'redirects#target',
  'too-many-redirects': 'redirects#too-many',
  'unsafe-port': 'not-cors#unsafe-port',
  aborted: 'not-cors#aborted',
  'other-network-error': 'opaque-errors#devtools',
};

const byWarning: Readonly<Record<WarningName, Place>> = {
  'missing-vary-origin': 'allow-origin#vary',
  'wildcard-covers-authorization': 'allow-headers#wildcard',
  'null-origin-allowed': 'null-origin#never-allow',
  'credentials-allowed-without-need': 'credentials#only-where-needed',
  'preflight-repeated': 'max-age#remembered',
  'max-age-above-cap': 'max-age#longest',
  'headers-not-exposed': 'expose-headers#listed',
  'blocked-elsewhere': 'same-origin-policy#browsers-differ',
};

const byCheck: Readonly<Record<CheckName, Place>> = {
  mode: 'origins#same-origin-mode',
  scheme: 'origins#schemes',
  'local-network': 'local-network-access#permission',
  'preflight-needed': 'simple-and-preflighted#needed',
  'preflight-redirect': 'redirects#preflight',
  'preflight-allow-origin': 'allow-origin#needed',
  'preflight-allow-credentials': 'credentials#agree',
  'preflight-status': 'simple-and-preflighted#status',
  'preflight-parse-methods': 'allow-methods#commas',
  'preflight-parse-headers': 'allow-headers#commas',
  'preflight-method': 'allow-methods#needed',
  'preflight-headers': 'allow-headers#needed',
  'redirect-scheme': 'origins#schemes',
  'redirect-credentials': 'redirects#password',
  'allow-origin': 'allow-origin#needed',
  'allow-credentials': 'credentials#agree',
};
