import { allowOriginLines } from './cors-check.ts';
import type { EngineName } from './engine-name.ts';
import type { NetworkError } from './network-error.ts';
import { type Prediction, wasCrossOrigin } from './prediction.ts';
import type { Reason } from './reason.ts';
import { reasonTable } from './reason-table.ts';

/** How the engine itself tells what it did: in words of its own, or in none. */
export interface NativeReason {
  /** Engines do not agree on what is a refusal by CORS and what is just a failed request. */
  readonly outcome: 'blocked' | 'network-error';
  /** Chromium's CorsError or net error, Firefox's console category, the class of WebKit's message; null for silence. */
  readonly reason: string | null;
}

/** The engine's own name for a prediction's reason; null where nothing was refused. */
export function nativeReason(prediction: Prediction, engine: EngineName): NativeReason | null {
  if (prediction.outcome !== 'blocked' && prediction.outcome !== 'network-error') return null;
  switch (engine) {
    case 'chromium':
      return prediction.reason === null
        ? networkErrorIn('chromium', prediction)
        : { outcome: 'blocked', reason: chromiumName(prediction.reason, prediction) };
    case 'firefox':
      return prediction.reason === null
        ? networkErrorIn('firefox', prediction)
        : firefoxReason(prediction.reason, prediction);
    case 'webkit':
      return prediction.reason === null
        ? networkErrorIn('webkit', prediction)
        : { outcome: 'blocked', reason: webkitName(prediction.reason, prediction) };
  }
}

function chromiumName(reason: Reason, { hop }: Prediction): string {
  // On a redirect the renderer refuses, which has other words for it.
  return reason === 'DisallowedByMode' && hop > 0 ? 'net::ERR_ABORTED (origin)' : reason;
}

function firefoxReason(reason: Reason, prediction: Prediction): NativeReason {
  switch (reason) {
    case 'MultipleAllowOriginValues':
    case 'PreflightMultipleAllowOriginValues':
      // Only several lines are "multiple", if spelt as the standards do; several values in one line are a mismatch.
      return {
        outcome: 'blocked',
        reason: linesAtFault(prediction) > 1 ? reasonTable[reason].firefox : 'CORSAllowOriginNotMatchingOrigin',
      };
    case 'RedirectContainsCredentials':
    case 'InsecureLocalNetwork':
    case 'InvalidLocalNetworkAccess':
    case 'LocalNetworkAccessPermissionDenied':
    case 'NoCorsRedirectModeNotFollow':
      return { outcome: 'network-error', reason: reasonTable[reason].firefox };
    default:
      return { outcome: 'blocked', reason: reasonTable[reason].firefox };
  }
}

function webkitName(reason: Reason, prediction: Prediction): string | null {
  switch (reason) {
    case 'DisallowedByMode':
      return prediction.hop > 0 ? reasonTable[reason].webkit : null;
    case 'MultipleAllowOriginValues':
    case 'PreflightMultipleAllowOriginValues':
      return prediction.parameter.includes(',') ? reasonTable[reason].webkit : reasonTable.AllowOriginMismatch.webkit;
    case 'CorsDisabledScheme':
      return prediction.stage === 'redirect' ? 'RedirectSchemeNotHttp' : reasonTable[reason].webkit;
    default:
      return reasonTable[reason].webkit;
  }
}

function linesAtFault({ faultyHeaders }: Prediction): number {
  return faultyHeaders === null ? 0 : allowOriginLines(faultyHeaders);
}

function networkErrorIn(engine: EngineName, prediction: Prediction): NativeReason {
  const { networkError } = prediction;
  if (networkError === null) return { outcome: 'network-error', reason: null };
  if (engine === 'chromium') return { outcome: 'network-error', reason: chromiumNetworkErrors[networkError] };
  if (engine === 'webkit') return webkitNetworkError(networkError, prediction);
  // A category that is no code of CORS.
  if (networkError === 'blob-redirect') return { outcome: 'blocked', reason: null };
  // Firefox says "did not succeed" about every failure of a request that had left the page's origin.
  const isSilent = silentInFirefox.has(networkError) || !leftTheOrigin(prediction);
  return { outcome: 'network-error', reason: isSilent ? null : 'CORSDidNotSucceed2' };
}

/** Net errors of Chromium, with the reason for blocking where DevTools tells one. */
const chromiumNetworkErrors: Readonly<Record<NetworkError, string | null>> = {
  'invalid-url': null,
  'refused-scheme': null,
  'unreadable-data-url': 'net::ERR_INVALID_URL',
  'blob-redirect': 'net::ERR_UNSAFE_REDIRECT',
  'unsafe-port': 'net::ERR_UNSAFE_PORT',
  'connection-refused': 'net::ERR_CONNECTION_REFUSED',
  'name-not-resolved': 'net::ERR_NAME_NOT_RESOLVED',
  'connection-closed': 'net::ERR_EMPTY_RESPONSE',
  'invalid-response': 'net::ERR_INVALID_HTTP_RESPONSE',
  'content-length-mismatch': 'net::ERR_CONTENT_LENGTH_MISMATCH',
  'stream-upload': 'net::ERR_ALPN_NEGOTIATION_FAILED',
  'redirect-mode-error': 'net::ERR_FAILED',
  'too-many-redirects': 'net::ERR_TOO_MANY_REDIRECTS',
  'invalid-redirect': 'net::ERR_INVALID_REDIRECT',
  'unsafe-redirect': 'net::ERR_UNSAFE_REDIRECT',
  'unknown-scheme': 'net::ERR_UNKNOWN_URL_SCHEME',
  'empty-location': null,
  'several-locations': 'net::ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION',
  'redirect-with-credentials': 'net::ERR_ABORTED (origin)',
  'corp-not-same-origin': 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin (corp-not-same-origin)',
  'corp-not-same-site': 'net::ERR_BLOCKED_BY_RESPONSE.NotSameSite (corp-not-same-site)',
  'proxy-authentication': 'net::ERR_UNEXPECTED_PROXY_AUTH',
  other: null,
};

const silentInFirefox: ReadonlySet<NetworkError> = new Set([
  'refused-scheme',
  'unreadable-data-url',
  'redirect-mode-error',
  'corp-not-same-origin',
  'corp-not-same-site',
  'content-length-mismatch',
]);

/** Whether the request had left the page's origin: a redirect to a bad port counts, a first URL with one does not. */
function leftTheOrigin(prediction: Prediction): boolean {
  if (prediction.networkError === 'unsafe-port') return prediction.hops.length > 0;
  return wasCrossOrigin(prediction);
}

function webkitNetworkError(networkError: NetworkError, prediction: Prediction): NativeReason {
  switch (networkError) {
    case 'invalid-redirect':
      return wasCrossOrigin(prediction)
        ? { outcome: 'blocked', reason: 'RedirectSchemeNotHttp' }
        : { outcome: 'network-error', reason: null };
    case 'unreadable-data-url':
      return { outcome: 'blocked', reason: null };
    case 'unsafe-redirect':
      return { outcome: 'blocked', reason: reasonTable.CorsDisabledScheme.webkit };
    case 'unsafe-port': {
      // A request that was preflighted is preflighted at the bad port, too, before that is noticed: nobody listens there.
      const failsInPreflight = prediction.hops.some(({ preflight }) => preflight === 'sent');
      return { outcome: 'network-error', reason: failsInPreflight ? 'NetworkError' : 'RestrictedPort' };
    }
    case 'redirect-mode-error':
      return { outcome: 'network-error', reason: 'RedirectModeError' };
    case 'too-many-redirects':
      return { outcome: 'network-error', reason: 'TooManyRedirects' };
    case 'corp-not-same-origin':
    case 'corp-not-same-site':
      return { outcome: 'network-error', reason: 'CrossOriginResourcePolicy' };
    case 'connection-refused':
    case 'connection-closed':
    case 'invalid-response': {
      // Only a failed preflight has a message.
      const last = prediction.hops.at(-1);
      const inPreflight = last?.preflight === 'sent' && !last.sent;
      return { outcome: 'network-error', reason: inPreflight ? 'NetworkError' : null };
    }
    default:
      return { outcome: 'network-error', reason: null };
  }
}
