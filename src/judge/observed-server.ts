import type { HeaderList } from '../cors/header-list.ts';
import { isRedirectStatus } from '../cors/redirect.ts';
import type { Answer, Server } from '../cors/server.ts';
import type { ObservedResponse } from '../exchange/exchange.ts';
import type { Evidence, SeenHop } from './evidence.ts';
import { wasSent } from './observed-end.ts';

const notKnown: Answer = { kind: 'not-known' };
const cached: Answer = { kind: 'cached' };

/**
 * A server that answers with what was observed, and with `not-known` where nothing was.
 *
 * @param ownEngine whether the engine that asks is the one that was observed: then a request that went out without a
 *   preflight needed none, or had it in its cache; another engine might have asked
 */
export function observedServer({ hops }: Evidence, ownEngine: boolean): Server {
  return ({ kind, hop: index }) => {
    const seen = hops[index];
    if (seen === undefined) return notKnown;
    return kind === 'preflight' ? preflightAnswer(seen, ownEngine) : requestAnswer(seen);
  };
}

/** The same server, to whom every preflight passed whose request was then sent: by a rule that nobody saw. */
export function serverWithPassedPreflights(evidence: Evidence): Server {
  const server = observedServer(evidence, true);
  return (sent) => {
    const seen = evidence.hops[sent.hop];
    return sent.kind === 'preflight' && seen !== undefined && wasSent(seen.hop) ? cached : server(sent);
  };
}

function preflightAnswer({ hop, preflightAnswer: headers }: SeenHop, ownEngine: boolean): Answer {
  if (hop.preflight === null) return ownEngine && wasSent(hop) ? cached : notKnown;
  if (hop.preflight.response !== null) return toAnswer(hop.preflight.response, headers);
  return hop.preflight.ending.kind === 'failed' ? { kind: 'network-error', error: 'other' } : notKnown;
}

function requestAnswer({ hop: { response, redirectedTo }, answer }: SeenHop): Answer {
  // The browser went elsewhere by itself: the answer, if there is one, is no redirect of the server.
  if (redirectedTo !== null && !isRedirectStatus(response?.status ?? 0)) {
    return { kind: 'internal-redirect', to: redirectedTo };
  }
  return response === null ? notKnown : toAnswer(response, answer);
}

function toAnswer({ status }: ObservedResponse, headers: HeaderList | null): Answer {
  return headers === null ? notKnown : { kind: 'response', status, headers };
}
