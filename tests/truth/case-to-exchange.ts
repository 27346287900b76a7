import type { EngineName } from '../../src/cors/engine-name.ts';
import { engines } from '../../src/cors/engines.ts';
import { type HeaderLine, HeaderList } from '../../src/cors/header-list.ts';
import { parseUrl } from '../../src/cors/origin.ts';
import { isRedirectStatus } from '../../src/cors/redirect.ts';
import type { Ending, Exchange, Hop, ObservedPreflight, ObservedResponse } from '../../src/exchange/exchange.ts';
import { originOfInitiator } from './case-to-request.ts';
import { caseToServer } from './case-to-server.ts';
import type { TruthApi, TruthCase, TruthOrigins, TruthVerdict } from './truth-case.ts';

/** One line of a verdict's `sent`: `METHOD | host | step | name: value | ...`. */
interface Sent {
  readonly method: string;
  readonly headers: readonly HeaderLine[];
  readonly isPreflight: boolean;
}

const resourceTypes: Readonly<Record<TruthApi, string>> = {
  fetch: 'xmlhttprequest',
  xhr: 'xmlhttprequest',
  eventsource: 'xmlhttprequest',
  beacon: 'ping',
  img: 'image',
  script: 'script',
  module: 'script',
  import: 'script',
  stylesheet: 'stylesheet',
  font: 'font',
};

/**
 * The exchange that an extension would have seen while the case was recorded: what reached the server, what that
 * answered, and the bare fact of how it ended. Null where nothing was sent.
 */
export function caseToExchange(
  truthCase: TruthCase,
  verdict: TruthVerdict,
  origins: TruthOrigins,
  observedBy: EngineName,
): Exchange | null {
  if (verdict.sent === undefined || verdict.sent.length === 0) return null;
  const hops = toHops(truthCase, verdict, origins, observedBy);
  return {
    id: truthCase.id,
    tabId: 1,
    frameId: 0,
    type: resourceTypes[truthCase.api],
    initiator: { origin: originOfInitiator(truthCase.initiator, origins), url: null },
    startedAt: 0,
    hops,
    ending: endingOf(verdict, observedBy, hops),
    page: 0,
    sources: ['web-request'],
    stack: [],
    networkError: verdict.outcome === 'opaqueredirect' ? 'net::ERR_ABORTED' : (verdict.netError ?? null),
    timingStatus: null,
  };
}

function parseSent(line: string): Sent {
  const [method = '', , , ...rest] = line.split(' | ');
  const headers = rest.map((part): HeaderLine => {
    const colon = part.indexOf(':');
    return [part.slice(0, colon), part.slice(colon + 1).trim()];
  });
  return { method, headers, isPreflight: headers.some(([name]) => name === 'access-control-request-method') };
}

function toHops(truthCase: TruthCase, verdict: TruthVerdict, origins: TruthOrigins, observedBy: EngineName): Hop[] {
  const server = caseToServer(truthCase, origins, engines[observedBy]);
  const mode = modeHeader(truthCase);
  const sent = (verdict.sent ?? []).map(parseSent);
  const hops: Hop[] = [];
  let url = truthCase.request.url;
  let index = 0;
  while (index < sent.length) {
    const hop = hops.length;
    const asked = { hop, url, method: '', origin: null, unsafeHeaders: [] };
    const preflightLine = sent[index]?.isPreflight === true ? sent[index++] : undefined;
    const requestLine = sent[index]?.isPreflight === false ? sent[index++] : undefined;
    const preflight =
      preflightLine === undefined ? null : toPreflight(preflightLine, server({ ...asked, kind: 'preflight' }));
    const answer = requestLine === undefined ? null : server({ ...asked, kind: 'request' });
    const response = answer === null ? null : toResponse(answer);
    const location =
      response === null || !isRedirectStatus(response.status) ? null : new HeaderList(response.headers).get('location');
    const target = location === null || location === '' ? null : (parseUrl(location, url)?.href ?? null);
    const followed = target !== null && index < sent.length;
    hops.push({
      url,
      method: requestLine?.method ?? preflightMethod(preflightLine),
      startedAt: hop,
      preflight,
      requestHeaders: requestLine === undefined ? null : [...requestLine.headers, ...mode],
      sentAt: requestLine === undefined ? null : hop,
      response,
      redirectedTo: followed || isAbortedAfterRedirect(verdict) ? target : null,
    });
    if (!followed) break;
    url = target;
  }
  return hops;
}

function modeHeader({ api, request }: TruthCase): HeaderLine[] {
  const mode = request.mode ?? 'cors';
  const isElement = api === 'img' || api === 'script' || api === 'stylesheet';
  if (isElement) return [['sec-fetch-mode', request.crossorigin === undefined ? 'no-cors' : 'cors']];
  return api === 'beacon' ? [] : [['sec-fetch-mode', mode]];
}

function preflightMethod(line: Sent | undefined): string {
  return line?.headers.find(([name]) => name === 'access-control-request-method')?.[1] ?? 'GET';
}

function toPreflight(line: Sent, answer: ReturnType<ReturnType<typeof caseToServer>>): ObservedPreflight {
  const response = toResponse(answer);
  const ending: Ending =
    response === null ? { kind: 'failed', at: 0, error: 'net::ERR_FAILED' } : { kind: 'completed', at: 0 };
  return { requestId: 'p', startedAt: 0, requestHeaders: line.headers, response, ending };
}

function toResponse(answer: ReturnType<ReturnType<typeof caseToServer>>): ObservedResponse | null {
  if (answer.kind !== 'response') return null;
  return {
    at: 0,
    status: answer.status,
    statusText: '',
    headers: answer.headers.lines,
    effectiveHeaders: null,
    fromCache: false,
  };
}

/** Whether the browser followed the redirect's announcement with an abort: the request's own mode was against it. */
function isAbortedAfterRedirect({ outcome, netError }: TruthVerdict): boolean {
  return outcome !== 'blocked' || netError === 'net::ERR_ABORTED';
}

/** Chromium tells success from failure; Firefox calls both an answer, unless a preflight or a redirect was refused. */
function endingOf(verdict: TruthVerdict, observedBy: EngineName, hops: readonly Hop[]): Ending {
  const refused = verdict.outcome === 'blocked' || verdict.outcome === 'network-error';
  const last = hops.at(-1);
  if (observedBy === 'firefox') {
    const isRedirect = isRedirectStatus(last?.response?.status ?? 0);
    return refused && (last?.response === null || isRedirect)
      ? { kind: 'failed', at: 1, error: 'NS_ERROR_DOM_BAD_URI' }
      : { kind: 'answered', at: 1 };
  }
  // webRequest shows one and the same abort for both redirect modes.
  if (last?.redirectedTo !== null) return { kind: 'failed', at: 1, error: 'net::ERR_ABORTED' };
  return refused
    ? { kind: 'failed', at: 1, error: verdict.netError ?? 'net::ERR_ABORTED' }
    : { kind: 'completed', at: 1 };
}
