import type { Reason } from '../../cors/reason.ts';
import type { NotCorsCause } from '../../judge/not-cors-cause.ts';
import type { Verdict } from '../../judge/verdict.ts';
import type { WarningName } from '../../judge/warning.ts';
import type { ArticleId } from './article.ts';

/** The help article that explains a verdict best. */
export function learnLinkFor(verdict: Verdict): ArticleId {
  switch (verdict.outcome) {
    case 'blocked':
      if (verdict.notCors !== null) return byCause[verdict.notCors];
      return verdict.reason === null ? 'same-origin-policy' : byReason[verdict.reason];
    case 'not-cors':
      return verdict.notCors === null ? 'not-cors' : byCause[verdict.notCors];
    case 'opaque':
      return 'no-cors';
    case 'allowed':
      return verdict.warnings[0] ? byWarning[verdict.warnings[0].name] : allowed(verdict);
    case 'pending':
    case 'unknown':
      return 'same-origin-policy';
  }
}

function allowed({ preflight }: Verdict): ArticleId {
  return preflight === 'none' ? 'allow-origin' : 'simple-and-preflighted';
}

const byReason: Readonly<Record<Reason, ArticleId>> = {
  DisallowedByMode: 'origins',
  InvalidResponse: 'not-cors',
  WildcardOriginNotAllowed: 'credentials',
  MissingAllowOriginHeader: 'allow-origin',
  MultipleAllowOriginValues: 'allow-origin',
  InvalidAllowOriginValue: 'allow-origin',
  AllowOriginMismatch: 'origins',
  InvalidAllowCredentials: 'credentials',
  CorsDisabledScheme: 'origins',
  PreflightInvalidStatus: 'simple-and-preflighted',
  PreflightDisallowedRedirect: 'redirects',
  PreflightWildcardOriginNotAllowed: 'credentials',
  PreflightMissingAllowOriginHeader: 'simple-and-preflighted',
  PreflightMultipleAllowOriginValues: 'allow-origin',
  PreflightInvalidAllowOriginValue: 'allow-origin',
  PreflightAllowOriginMismatch: 'origins',
  PreflightInvalidAllowCredentials: 'credentials',
  InvalidAllowMethodsPreflightResponse: 'allow-methods',
  InvalidAllowHeadersPreflightResponse: 'allow-headers',
  MethodDisallowedByPreflightResponse: 'allow-methods',
  HeaderDisallowedByPreflightResponse: 'allow-headers',
  RedirectContainsCredentials: 'redirects',
  InsecureLocalNetwork: 'local-network-access',
  InvalidLocalNetworkAccess: 'local-network-access',
  LocalNetworkAccessPermissionDenied: 'local-network-access',
  NoCorsRedirectModeNotFollow: 'no-cors',
};

const byCause: Readonly<Record<NotCorsCause, ArticleId>> = {
  'server-error-page': 'not-cors',
  'login-page': 'not-cors',
  'connection-refused': 'not-cors',
  'connection-closed': 'not-cors',
  'name-not-resolved': 'not-cors',
  'timed-out': 'not-cors',
  offline: 'not-cors',
  certificate: 'not-cors',
  'no-secure-connection': 'not-cors',
  'invalid-response': 'not-cors',
  'mixed-content': 'not-cors',
  'content-security-policy': 'not-cors',
  'local-network-access': 'local-network-access',
  corp: 'not-cors',
  coep: 'not-cors',
  orb: 'not-cors',
  'blocked-by-extension': 'not-cors',
  'redirect-mode-error': 'redirects',
  'redirect-invalid': 'redirects',
  'too-many-redirects': 'redirects',
  'unsafe-port': 'not-cors',
  aborted: 'opaque-errors',
  'other-network-error': 'opaque-errors',
};

const byWarning: Readonly<Record<WarningName, ArticleId>> = {
  'missing-vary-origin': 'allow-origin',
  'wildcard-covers-authorization': 'allow-headers',
  'null-origin-allowed': 'null-origin',
  'credentials-allowed-without-need': 'credentials',
  'preflight-repeated': 'max-age',
  'max-age-above-cap': 'max-age',
  'headers-not-exposed': 'expose-headers',
  'blocked-elsewhere': 'same-origin-policy',
};
