import type { Reason } from '../../cors/reason.ts';
import { lowerFirst } from '../lower-first.ts';
import { foundValue, lackingHeaders, statusOfPreflight, wantedMethod } from '../reason/asked-and-allowed.ts';
import { type Situation, schemeOf } from '../situation.ts';
import { quotable } from '../visible.ts';

/** Each reason in the few words that a list has room for. */
export const reasonShort: Readonly<Record<Reason, (situation: Situation) => string>> = {
  DisallowedByMode: () => 'Mode same-origin',
  InvalidResponse: () => 'Invalid response',
  WildcardOriginNotAllowed: wildcardWithCredentials,
  MissingAllowOriginHeader: missingAllowOrigin,
  MultipleAllowOriginValues: multipleAllowOrigin,
  InvalidAllowOriginValue: invalidAllowOrigin,
  AllowOriginMismatch: allowOriginMismatch,
  InvalidAllowCredentials: invalidAllowCredentials,
  CorsDisabledScheme: disabledScheme,
  PreflightInvalidStatus: preflightStatus,
  PreflightDisallowedRedirect: () => 'Preflight redirected',
  PreflightWildcardOriginNotAllowed: wildcardWithCredentials,
  PreflightMissingAllowOriginHeader: missingAllowOrigin,
  PreflightMultipleAllowOriginValues: multipleAllowOrigin,
  PreflightInvalidAllowOriginValue: invalidAllowOrigin,
  PreflightAllowOriginMismatch: allowOriginMismatch,
  PreflightInvalidAllowCredentials: invalidAllowCredentials,
  InvalidAllowMethodsPreflightResponse: () => 'Malformed Allow-Methods',
  InvalidAllowHeadersPreflightResponse: () => 'Malformed Allow-Headers',
  MethodDisallowedByPreflightResponse: (situation) => `Method not allowed: ${quotable(wantedMethod(situation))}`,
  HeaderDisallowedByPreflightResponse: headerDisallowed,
  RedirectContainsCredentials: () => 'Redirect with user name or password',
  InsecureLocalNetwork: () => 'Local network, page without HTTPS',
  InvalidLocalNetworkAccess: () => 'Other address space than named',
  LocalNetworkAccessPermissionDenied: () => 'Local network not permitted',
  NoCorsRedirectModeNotFollow: () => 'Mode no-cors must follow redirects',
};

/** That it was the preflight goes before the words. */
function short({ onPreflight }: Situation, words: string): string {
  return onPreflight ? `Preflight: ${lowerFirst(words)}` : words;
}

function missingAllowOrigin(situation: Situation): string {
  return short(situation, 'No Access-Control-Allow-Origin');
}

function multipleAllowOrigin(situation: Situation): string {
  return short(situation, 'Several allowed origins');
}

function wildcardWithCredentials(situation: Situation): string {
  return short(situation, 'Wildcard with credentials');
}

function allowOriginMismatch(situation: Situation): string {
  return short(situation, `Other origin allowed: ${quotable(foundValue(situation, 'access-control-allow-origin'))}`);
}

function invalidAllowOrigin(situation: Situation): string {
  const found = foundValue(situation, 'access-control-allow-origin');
  return short(situation, found === '' ? 'Empty Access-Control-Allow-Origin' : `Not an origin: ${quotable(found)}`);
}

function invalidAllowCredentials(situation: Situation): string {
  const found = foundValue(situation, 'access-control-allow-credentials');
  const words =
    found === '' ? 'No Access-Control-Allow-Credentials' : `Allow-Credentials is not true: ${quotable(found)}`;
  return short(situation, words);
}

function disabledScheme(situation: Situation): string {
  const scheme = schemeOf(situation);
  return scheme === '' ? 'Scheme not supported' : `Scheme not supported: ${quotable(scheme)}`;
}

function preflightStatus(situation: Situation): string {
  const status = statusOfPreflight(situation);
  return status > 0 ? `Preflight status ${status}` : 'Preflight status not ok';
}

function headerDisallowed(situation: Situation): string {
  const lacking = lackingHeaders(situation);
  if (lacking.length === 0) return 'Header not allowed';
  return `${lacking.length > 1 ? 'Headers' : 'Header'} not allowed: ${lacking.map(quotable).join(', ')}`;
}
