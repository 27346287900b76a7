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
import { failureOf } from './not-cors/failure-of.ts';
import type { Failure, NotCorsClause } from './not-cors/not-cors-clause.ts';
import { redirectInvalid, redirectModeError, tooManyRedirects } from './not-cors/redirect-failure.ts';
import { coep, corp, loginPage, orb, serverErrorPage } from './not-cors/server-answer.ts';
import { rich } from './rich-text.ts';
import { notCorsShort } from './short/not-cors-short.ts';
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
  const { fault, story } = notCorsClause(cause, exchange);
  return { short: notCorsShort[cause](failureOf(exchange)), headline: rich`Not CORS: ${fault}`, story };
}

/** The same as a clause, for a verdict that begins with another outcome. */
export function notCorsClause(cause: NotCorsCause, exchange: Exchange): NotCorsClause {
  return clauses[cause](failureOf(exchange));
}
