import type { EngineName } from '../../../src/cors/engine-name.ts';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { PredictedHop, Prediction } from '../../../src/cors/prediction.ts';
import type { CorsRequest } from '../../../src/cors/request.ts';
import type { Server } from '../../../src/cors/server.ts';
import type { Ending, Exchange, Hop, ObservedPreflight, ObservedResponse } from '../../../src/exchange/exchange.ts';
import type { Outcome, Verdict } from '../../../src/judge/verdict.ts';
import { blankExchange, blankHop, blankResponse, blankVerdict } from '../blank.ts';

const at = 1_000;

/** The exchange that a browser would have shown, had it done what was predicted. */
export function predictedExchange(request: CorsRequest, server: Server, prediction: Prediction): Exchange {
  const ending: Ending =
    prediction.outcome === 'blocked' ? { kind: 'failed', at, error: 'net::ERR_FAILED' } : { kind: 'completed', at };
  const toHop = (hop: PredictedHop, index: number) => observedHop(hop, index, request, server, prediction);
  return {
    ...blankExchange,
    initiator: { origin: request.origin, url: null },
    startedAt: at,
    hops: prediction.hops.length === 0 ? [neverSent(request)] : prediction.hops.map(toHop),
    ending,
  };
}

function neverSent({ url, method }: CorsRequest): Hop {
  return { ...blankHop, url, method, startedAt: at };
}

function observedHop(
  hop: PredictedHop,
  index: number,
  request: CorsRequest,
  server: Server,
  prediction: Prediction,
): Hop {
  const asked = prediction.checks.filter((check) => check.hop === index);
  const names = asked.find((check) => check.name === 'preflight-headers')?.expected ?? '';
  const unsafeHeaders = names === '' ? [] : names.split(', ');
  const sent = { hop: index, url: hop.url, method: hop.method, origin: hop.origin, unsafeHeaders };
  const origin: HeaderLine[] = hop.origin === null ? [] : [['Origin', hop.origin]];
  return {
    url: hop.url,
    method: hop.method,
    startedAt: at,
    preflight:
      hop.preflight === 'sent' ? observedPreflight(server({ ...sent, kind: 'preflight' }), origin, sent) : null,
    requestHeaders: hop.sent ? [...origin, ...request.headers] : null,
    sentAt: hop.sent ? at : null,
    response: hop.sent ? observedResponse(server({ ...sent, kind: 'request' })) : null,
    redirectedTo: prediction.hops[index + 1]?.url ?? null,
  };
}

function observedPreflight(
  answer: ReturnType<Server>,
  origin: readonly HeaderLine[],
  { method, unsafeHeaders }: { method: string; unsafeHeaders: readonly string[] },
): ObservedPreflight {
  const response = observedResponse(answer);
  return {
    requestId: '1',
    startedAt: at,
    requestHeaders: [
      ...origin,
      ['Access-Control-Request-Method', method],
      ...(unsafeHeaders.length > 0 ? [['Access-Control-Request-Headers', unsafeHeaders.join(',')] as const] : []),
    ],
    response,
    ending: response === null ? { kind: 'failed', at, error: 'net::ERR_FAILED' } : { kind: 'completed', at },
  };
}

function observedResponse(answer: ReturnType<Server>): ObservedResponse | null {
  if (answer.kind !== 'response') return null;
  return { ...blankResponse, at, status: answer.status, headers: answer.headers.lines };
}

/** What a judge would say that knew everything. */
export function predictedVerdict(request: CorsRequest, prediction: Prediction, engine: EngineName): Verdict {
  return {
    ...blankVerdict,
    engine,
    outcome: outcomeOf(prediction),
    reason: prediction.reason,
    parameter: prediction.parameter,
    stage: prediction.stage,
    hop: prediction.hop,
    mode: request.mode,
    credentialed: request.credentials === 'include',
    checks: prediction.checks,
    exposure: prediction.exposure,
  };
}

function outcomeOf(prediction: Prediction): Outcome {
  switch (prediction.outcome) {
    case 'allowed':
      return 'allowed';
    case 'blocked':
      return 'blocked';
    case 'opaque':
      return 'opaque';
    case 'opaque-redirect':
    case 'unknown':
      return 'unknown';
    case 'network-error':
      return 'not-cors';
  }
}
