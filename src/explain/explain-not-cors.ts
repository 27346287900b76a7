import type { Exchange } from '../exchange/exchange.ts';
import type { NotCorsCause } from '../judge/not-cors-cause.ts';
import {
  aborted,
  blockedByExtension,
  contentSecurityPolicy,
  localNetworkAccess,
  mixedContent,
} from './not-cors/browser-policy.ts';
import {
  certificate,
  connectionClosed,
  connectionRefused,
  invalidResponse,
  nameNotResolved,
  noSecureConnection,
  offline,
  otherNetworkError,
  timedOut,
  unsafePort,
} from './not-cors/connection.ts';
import type { Failure, NotCorsClause } from './not-cors/not-cors-clause.ts';
import { redirectInvalid, redirectModeError, tooManyRedirects } from './not-cors/redirect-failure.ts';
import { coep, corp, loginPage, orb, serverErrorPage } from './not-cors/server-answer.ts';
import { rich } from './rich-text.ts';
import { hostOf } from './situation.ts';
import { quotable } from './visible.ts';
import type { NotCorsWords } from './words.ts';

const clauses: Readonly<Record<NotCorsCause, (failure: Failure) => NotCorsClause>> = {
  'server-error-page': serverErrorPage,
  'login-page': loginPage,
  'connection-refused': connectionRefused,
  'connection-closed': connectionClosed,
  'name-not-resolved': nameNotResolved,
  'timed-out': timedOut,
  offline,
  certificate,
  'no-secure-connection': noSecureConnection,
  'invalid-response': invalidResponse,
  'mixed-content': mixedContent,
  'content-security-policy': contentSecurityPolicy,
  'local-network-access': localNetworkAccess,
  corp,
  coep,
  orb,
  'blocked-by-extension': blockedByExtension,
  'redirect-mode-error': redirectModeError,
  'redirect-invalid': redirectInvalid,
  'too-many-redirects': tooManyRedirects,
  'unsafe-port': unsafePort,
  aborted,
  'other-network-error': otherNetworkError,
};

/** What really failed, said first. */
export function explainNotCors(cause: NotCorsCause, exchange: Exchange): NotCorsWords {
  const { short, fault, story } = notCorsClause(cause, exchange);
  return { short, headline: rich`Not CORS: ${fault}`, story };
}

/** The same as a clause, for a verdict that begins with another outcome. */
export function notCorsClause(cause: NotCorsCause, exchange: Exchange): NotCorsClause {
  return clauses[cause](failureOf(exchange));
}

function failureOf(exchange: Exchange): Failure {
  const lastHop = exchange.hops.at(-1) ?? null;
  const url = lastHop?.url ?? '';
  const { ending } = exchange;
  return {
    exchange,
    url,
    server: hostOf(url),
    lastHop,
    response: lastHop?.response ?? lastHop?.preflight?.response ?? null,
    onPreflight: lastHop?.response == null && lastHop?.preflight?.response != null,
    error: quotable(exchange.networkError ?? (ending.kind === 'failed' ? ending.error : '')),
  };
}
