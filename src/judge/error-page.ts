import type { Prediction } from '../cors/prediction.ts';
import type { Exchange, ObservedResponse } from '../exchange/exchange.ts';
import { firstValue } from '../exchange/first-value.ts';
import type { NotCorsCause } from './not-cors-cause.ts';

const loginWords =
  /(?:^|[/.?=&_-])(?:log-?in|sign-?in|sso|saml2?|oauth2?|auth(?:orize|enticate)?|idp|session\/new)(?:[/.?=&_-]|$)/i;

/**
 * What makes a missing CORS header only a symptom: the server failed and its error page has no CORS headers, or somebody
 * else answered, asking to log in. Null where the answer is the application's own.
 */
export function pageThatHidesTheAnswer(exchange: Exchange, { reason, hop, stage }: Prediction): NotCorsCause | null {
  const seen = exchange.hops[hop];
  const response = (stage === 'preflight' ? seen?.preflight?.response : seen?.response) ?? null;
  if (response === null || hasCorsHeaders(response)) return null;
  const location = stage === 'preflight' || stage === 'redirect' ? firstValue(response.headers, 'location') : null;
  if (location !== null && loginWords.test(location)) return 'login-page';
  switch (reason) {
    case 'MissingAllowOriginHeader':
      if (loginWords.test(seen?.url ?? '') && hop > 0) return 'login-page';
      return pageByStatus(response.status, 400);
    case 'PreflightMissingAllowOriginHeader':
    case 'PreflightInvalidStatus':
      // A 404 or 405 to a preflight is the usual sign of CORS that nobody set up; a 5xx is not.
      return pageByStatus(response.status, 500);
    default:
      return null;
  }
}

/** 407 and 511 come from a proxy or a captive portal that wants to know who is there. */
function pageByStatus(status: number, atLeast: number): NotCorsCause | null {
  if (status === 407 || status === 511) return 'login-page';
  return status >= atLeast && status <= 599 ? 'server-error-page' : null;
}

function hasCorsHeaders({ headers, effectiveHeaders }: ObservedResponse): boolean {
  return (effectiveHeaders ?? headers).some(([name]) => name.toLowerCase().startsWith('access-control-'));
}
