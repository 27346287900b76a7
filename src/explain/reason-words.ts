import type { Reason } from '../cors/reason.ts';
import {
  allowOriginMismatch,
  invalidAllowCredentials,
  invalidAllowOrigin,
  missingAllowOrigin,
  multipleAllowOrigin,
  wildcardWithCredentials,
} from './reason/allow-origin.ts';
import { insecureLocalNetwork, localNetworkPermissionDenied, otherAddressSpace } from './reason/local-network.ts';
import {
  headerDisallowed,
  malformedHeaders,
  malformedMethods,
  methodDisallowed,
  preflightRedirect,
  preflightStatus,
} from './reason/preflight.ts';
import {
  disabledScheme,
  disallowedByMode,
  invalidResponse,
  noCorsRedirectMode,
  redirectWithCredentials,
} from './reason/request.ts';
import type { Situation } from './situation.ts';
import type { ReasonWords } from './words.ts';

/** Words for each reason. The preflight's own reasons read like those of the response: the situation knows which it is. */
export const reasonWords: Readonly<Record<Reason, (situation: Situation) => ReasonWords>> = {
  DisallowedByMode: disallowedByMode,
  InvalidResponse: invalidResponse,
  WildcardOriginNotAllowed: wildcardWithCredentials,
  MissingAllowOriginHeader: missingAllowOrigin,
  MultipleAllowOriginValues: multipleAllowOrigin,
  InvalidAllowOriginValue: invalidAllowOrigin,
  AllowOriginMismatch: allowOriginMismatch,
  InvalidAllowCredentials: invalidAllowCredentials,
  CorsDisabledScheme: disabledScheme,
  PreflightInvalidStatus: preflightStatus,
  PreflightDisallowedRedirect: preflightRedirect,
  PreflightWildcardOriginNotAllowed: wildcardWithCredentials,
  PreflightMissingAllowOriginHeader: missingAllowOrigin,
  PreflightMultipleAllowOriginValues: multipleAllowOrigin,
  PreflightInvalidAllowOriginValue: invalidAllowOrigin,
  PreflightAllowOriginMismatch: allowOriginMismatch,
  PreflightInvalidAllowCredentials: invalidAllowCredentials,
  InvalidAllowMethodsPreflightResponse: malformedMethods,
  InvalidAllowHeadersPreflightResponse: malformedHeaders,
  MethodDisallowedByPreflightResponse: methodDisallowed,
  HeaderDisallowedByPreflightResponse: headerDisallowed,
  RedirectContainsCredentials: redirectWithCredentials,
  InsecureLocalNetwork: insecureLocalNetwork,
  InvalidLocalNetworkAccess: otherAddressSpace,
  LocalNetworkAccessPermissionDenied: localNetworkPermissionDenied,
  NoCorsRedirectModeNotFollow: noCorsRedirectMode,
};
