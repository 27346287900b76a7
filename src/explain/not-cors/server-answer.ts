import { code } from '../quote.ts';
import { rich } from '../rich-text.ts';
import { hostOf } from '../situation.ts';
import type { Failure, NotCorsClause } from './not-cors-clause.ts';

const clientErrors: Readonly<Record<number, { name: string; todo: string }>> = {
  400: { name: 'bad request', todo: 'Check what your code sends.' },
  401: { name: 'not signed in', todo: 'Check the token or the session that your code sends.' },
  403: { name: 'forbidden', todo: 'Check the access rules, and any firewall in front of the server.' },
  404: { name: 'not found', todo: 'Check the URL first.' },
  405: { name: 'method not allowed', todo: 'Check the method that your code uses.' },
  408: { name: 'timed out', todo: 'The server waited too long for the request.' },
  413: { name: 'too large', todo: 'The body is larger than the server, or a proxy in front of it, accepts.' },
  415: { name: 'unsupported type', todo: 'Check the Content-Type that your code sends.' },
  429: { name: 'too many requests', todo: 'Send fewer requests, or wait.' },
};

/** A 4xx or 5xx answer without CORS headers: the error is what to look at, the missing header follows from it. */
export function serverErrorPage({ response, onPreflight }: Failure): NotCorsClause {
  const status = response?.status ?? 0;
  const to = onPreflight ? ' to the preflight' : '';
  if (status >= 500 || status === 0) {
    return {
      short: `Server error${status > 0 ? ` ${status}` : ''}, no CORS headers`,
      fault: rich`the server failed${status > 0 ? rich` with status ${code(String(status))}` : ''}, and its error page has no CORS headers`,
      story: [
        rich`The server's failure comes first: look in its log, and in the log of any proxy in front of it.`,
        rich`The missing CORS headers follow from it. Let error answers carry them too, so that your code can read the status.`,
      ],
    };
  }
  const known = clientErrors[status];
  return {
    short: `Status ${status}${known ? ` (${known.name})` : ''}, no CORS headers`,
    fault: rich`the server answered${to} with status ${code(String(status))}${known ? ` (${known.name})` : ''}, and that answer has no CORS headers`,
    story: [
      rich`The server refused the request itself, and that comes first. ${known?.todo ?? 'Look in its log.'}`,
      rich`The missing CORS headers follow from it. Let error answers carry them too, so that your code can read the status.`,
    ],
  };
}

export function loginPage({ server, exchange }: Failure): NotCorsClause {
  const asked = hostOf(exchange.hops[0]?.url ?? '');
  return {
    short: 'Login page instead of an answer',
    fault: rich`the server sent a login page instead of an answer`,
    story: [
      asked === server
        ? rich`${code(server)} answered with a page for people. The session has probably ended: sign in again in this browser, then try again.`
        : rich`${code(asked)} redirected the request to a login page on ${code(server)}. The session has probably ended: sign in again in this browser, then try again.`,
      rich`An API should answer with status ${code('401')} instead, so that your code can tell.`,
    ],
  };
}

export function corp({ server }: Failure): NotCorsClause {
  return {
    short: 'Cross-Origin-Resource-Policy',
    fault: rich`the server keeps this answer to its own site`,
    story: [
      rich`${code(server)} answered with a ${code('Cross-Origin-Resource-Policy')} that excludes your page, so the browser dropped the answer.`,
      rich`If the resource is meant for other sites, let the server send ${code('Cross-Origin-Resource-Policy: cross-origin')}.`,
    ],
  };
}

export function coep({ server }: Failure): NotCorsClause {
  return {
    short: 'Cross-Origin-Embedder-Policy',
    fault: rich`your page takes only resources that agree to be embedded`,
    story: [
      rich`Your page sends ${code('Cross-Origin-Embedder-Policy')}, and the answer of ${code(server)} does not agree to be embedded.`,
      rich`Let that server send ${code('Cross-Origin-Resource-Policy: cross-origin')}, or load the resource with CORS.`,
    ],
  };
}

export function orb({ server }: Failure): NotCorsClause {
  return {
    short: 'Opaque Response Blocking',
    fault: rich`the answer is of a type that this element may not load from another origin`,
    story: [
      rich`${code(server)} answered a request for an image, a script or the like with something else, often an error page or JSON.`,
      rich`Check the URL and the answer's ${code('Content-Type')}.`,
    ],
  };
}
