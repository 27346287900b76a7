import { HeaderList } from '../cors/header-list.ts';
import { isRedirectStatus } from '../cors/redirect.ts';
import type { Answer, Server } from '../cors/server.ts';
import type { Exchange, Hop, ObservedResponse } from '../exchange/exchange.ts';
import { wasSent } from './observed-end.ts';

const notKnown: Answer = { kind: 'not-known' };
const cached: Answer = { kind: 'cached' };

/**
 * A server that answers with what was observed, and with `not-known` where nothing was.
 *
 * @param ownEngine whether the engine that asks is the one that was observed: then a request that went out without a
 *   preflight needed none, or had it in its cache; another engine might have asked
 */
export function observedServer(exchange: Exchange, ownEngine: boolean): Server {
  return ({ kind, hop: index }) => {
    const hop = exchange.hops[index];
    if (hop === undefined) return notKnown;
    return kind === 'preflight' ? preflightAnswer(hop, ownEngine) : requestAnswer(hop);
  };
}

function preflightAnswer(hop: Hop, ownEngine: boolean): Answer {
  if (hop.preflight === null) return ownEngine && wasSent(hop) ? cached : notKnown;
  if (hop.preflight.response !== null) return toAnswer(hop.preflight.response);
  return hop.preflight.ending.kind === 'failed' ? { kind: 'network-error', error: 'other' } : notKnown;
}

function requestAnswer(hop: Hop): Answer {
  const { response, redirectedTo } = hop;
  // The browser went elsewhere by itself: the answer, if there is one, is no redirect of the server.
  if (redirectedTo !== null && !isRedirectStatus(response?.status ?? 0)) {
    return { kind: 'internal-redirect', to: redirectedTo };
  }
  return response === null ? notKnown : toAnswer(response);
}

/** What the browser judged by: the headers after rules, where they are known. */
function toAnswer({ status, headers, effectiveHeaders }: ObservedResponse): Answer {
  return { kind: 'response', status, headers: new HeaderList(effectiveHeaders ?? headers) };
}

/** The same server, to whom every preflight passed whose request was then sent: by a rule that nobody saw. */
export function serverWithPassedPreflights(exchange: Exchange): Server {
  const server = observedServer(exchange, true);
  return (sent) => {
    const hop = exchange.hops[sent.hop];
    return sent.kind === 'preflight' && hop !== undefined && wasSent(hop) ? cached : server(sent);
  };
}
