import { code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import { hostOf, redirectTarget } from '../situation.ts';
import { clientErrors } from './client-errors.ts';
import { type Failure, isProxyLogin, type NotCorsClause } from './not-cors-clause.ts';

/** A 4xx or 5xx answer without CORS headers: the error is what to look at, the missing header follows from it. */
export function serverErrorPage({ response, onPreflight }: Failure): NotCorsClause {
  const status = response?.status ?? 0;
  const to = onPreflight ? ' to the preflight' : '';
  if (status >= 500 || status === 0) {
    return {
      fault: rich`the server failed${status > 0 ? rich` with status ${code(String(status))}` : ''}, and its error page has no CORS headers`,
      story: [
        rich`The server's failure comes first: look in its log, and in the log of any proxy in front of it.`,
        rich`The missing CORS headers follow from it. Let error answers carry them too, so that your code can read the status.`,
      ],
    };
  }
  const known = clientErrors[status];
  return {
    fault: rich`the server answered${to} with status ${code(String(status))}${known ? ` (${known.name})` : ''}, and that answer has no CORS headers`,
    story: [
      rich`The server refused the request itself, and that comes first. ${known?.todo ?? 'Look in its log.'}`,
      rich`The missing CORS headers follow from it. Let error answers carry them too, so that your code can read the status.`,
    ],
  };
}

export function loginPage(failure: Failure): NotCorsClause {
  const { response, onPreflight } = failure;
  if (response !== null && isProxyLogin(response)) {
    return {
      fault: rich`a proxy or the network asks for a login, with status ${code(String(response.status))}`,
      story: [
        rich`The request never came to the server that you called. Log in to the proxy or the network, then try again.`,
      ],
    };
  }
  return {
    fault: onPreflight
      ? rich`the server sent the preflight to a login page`
      : rich`the server sent a login page instead of an answer`,
    story: [
      loginRedirect(failure),
      onPreflight
        ? rich`Authentication runs before the CORS handling: let ${code('OPTIONS')} pass without a login.`
        : rich`The session has probably ended: sign in again in this browser, then try again. An API should answer with status ${code('401')} instead, so that your code can tell.`,
    ],
  };
}

function loginRedirect({ exchange, server, lastHop, response }: Failure): RichText {
  const target = lastHop && response ? redirectTarget(lastHop, response) : null;
  const from = target === null ? hostOf(exchange.hops[0]?.url ?? '') : server;
  const to = target === null ? server : hostOf(target);
  return from === to
    ? rich`${code(from)} answered with a page for people.`
    : rich`${code(from)} redirected the request to a login page on ${code(to)}.`;
}

export function corp({ server }: Failure): NotCorsClause {
  return {
    fault: rich`the server keeps this answer to its own site`,
    story: [
      rich`${code(server)} answered with a ${code('Cross-Origin-Resource-Policy')} that excludes your page, so the browser dropped the answer.`,
      rich`If the resource is meant for other sites, let the server send ${code('Cross-Origin-Resource-Policy: cross-origin')}.`,
    ],
  };
}

export function coep({ server }: Failure): NotCorsClause {
  return {
    fault: rich`your page takes only resources that agree to be embedded`,
    story: [
      rich`Your page sends ${code('Cross-Origin-Embedder-Policy')}, and the answer of ${code(server)} does not agree to be embedded.`,
      rich`Let that server send ${code('Cross-Origin-Resource-Policy: cross-origin')}, or load the resource with CORS.`,
    ],
  };
}

export function orb({ server }: Failure): NotCorsClause {
  return {
    fault: rich`the answer is of a type that this element may not load from another origin`,
    story: [
      rich`${code(server)} answered a request for an image, a script or the like with something else, often an error page or JSON.`,
      rich`Check the URL and the answer's ${code('Content-Type')}.`,
    ],
  };
}
