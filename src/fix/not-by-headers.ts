import type { Check } from '../cors/check.ts';
import type { Reason } from '../cors/reason.ts';
import type { NotCorsCause } from '../judge/not-cors-cause.ts';
import type { AdviceName } from './advice-name.ts';

/** What to do about a cause that is not CORS; null where response headers may be part of the cure. */
export function adviceForCause(cause: NotCorsCause): AdviceName | null {
  switch (cause) {
    case 'server-error-page':
    case 'login-page':
      return null;
    case 'connection-refused':
    case 'connection-closed':
    case 'name-not-resolved':
    case 'timed-out':
    case 'other-network-error':
      return 'network-trouble';
    case 'offline':
      return 'offline';
    case 'no-secure-connection':
      return 'no-secure-connection';
    case 'invalid-response':
      return 'invalid-answer';
    case 'aborted':
      return 'cancelled';
    case 'certificate':
      return 'certificate';
    case 'mixed-content':
      return 'mixed-content';
    case 'content-security-policy':
      return 'content-security-policy';
    case 'local-network-access':
      return 'local-network';
    case 'corp':
      return 'corp';
    case 'coep':
      return 'coep';
    case 'orb':
      return 'orb';
    case 'blocked-by-extension':
      return 'blocked-by-extension';
    case 'redirect-mode-error':
      return 'redirect-mode-error';
    case 'redirect-invalid':
      return 'redirect-invalid';
    case 'too-many-redirects':
      return 'redirect-loop';
    case 'unsafe-port':
      return 'unsafe-port';
  }
}

/** What to do about a check that no response header can make pass; null where one can, or where it did pass. */
export function adviceForCheck(check: Check): AdviceName | null {
  if (check.status === 'passed' || check.status === 'not-reached') return null;
  switch (check.name) {
    case 'mode':
      return adviceForMode(check.reason);
    case 'scheme':
    case 'redirect-scheme':
      return 'scheme-without-cors';
    case 'local-network':
      return 'local-network';
    case 'redirect-credentials':
      return 'redirect-has-credentials';
    case 'preflight-needed':
    case 'preflight-redirect':
    case 'preflight-allow-origin':
    case 'preflight-allow-credentials':
    case 'preflight-status':
    case 'preflight-parse-methods':
    case 'preflight-parse-headers':
    case 'preflight-method':
    case 'preflight-headers':
    case 'allow-origin':
    case 'allow-credentials':
      return null;
  }
}

function adviceForMode(reason: Reason | null): AdviceName {
  return reason === 'NoCorsRedirectModeNotFollow' ? 'no-cors-redirect-mode' : 'mode-same-origin';
}
