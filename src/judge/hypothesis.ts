import type { Engine } from '../cors/engine.ts';
import { predict } from '../cors/predict.ts';
import type { Prediction } from '../cors/prediction.ts';
import type { CorsRequest, RequestMode } from '../cors/request.ts';
import { unsafeRequestHeaderNames } from '../cors/request-headers.ts';
import type { Server } from '../cors/server.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Evidence } from './evidence.ts';
import { redirectModeOf } from './observed-end.ts';

/** One reading of what the browser does not tell. */
export interface Hypothesis {
  readonly mode: RequestMode;
  readonly credentialed: boolean;
}

/** A hypothesis, with what follows from it. */
export interface Reading {
  readonly hypothesis: Hypothesis;
  readonly prediction: Prediction;
}

/** Every reading that the evidence leaves open, the likeliest first. */
export function openHypotheses(exchange: Exchange, { mode, credentialed }: Evidence): Hypothesis[] {
  const modes = mode.value === null ? likelyModes(exchange) : [mode.value];
  return modes.flatMap((each): Hypothesis[] => {
    // Outside of CORS, credentials decide nothing.
    if (each !== 'cors') return [{ mode: each, credentialed: credentialed.value ?? false }];
    const values = credentialed.value === null ? [false, true] : [credentialed.value];
    return values.map((value) => ({ mode: each, credentialed: value }));
  });
}

/** The readings that the evidence speaks against, for when none of the others fits how it ended. */
export function unlikelyHypotheses({ mode, credentialed }: Evidence): Hypothesis[] {
  if (credentialed.value === null || credentialed.basis === 'cookie-sent') return [];
  if (mode.value !== null && mode.value !== 'cors') return [];
  return [{ mode: 'cors', credentialed: !credentialed.value }];
}

function likelyModes({ type }: Exchange): readonly RequestMode[] {
  return type === 'xmlhttprequest' || type === 'fetch' ? ['cors', 'no-cors'] : ['no-cors', 'cors'];
}

/** What an engine makes of the request if the hypothesis is true. */
export function readAs(hypothesis: Hypothesis, requestAs: RequestAs, server: Server, engine: Engine): Reading {
  return { hypothesis, prediction: predict(requestAs(hypothesis), server, engine) };
}

/** The request, by the hypothesis that says what nobody tells of it. */
export type RequestAs = (hypothesis: Hypothesis) => CorsRequest;

/** The request as it was seen: what is the same in every reading is worked out once. */
export function requestSeenBy(engine: Engine, exchange: Exchange, evidence: Evidence): RequestAs {
  const [first] = exchange.hops;
  const { pageHeaders } = evidence;
  const method = first?.method ?? 'GET';
  const redirect = redirectModeOf(exchange);
  const unsafeHeaderNames = evidence.unsafeHeaderNames ?? unsafeRequestHeaderNames(pageHeaders, engine);
  return ({ mode, credentialed }) => ({
    url: first?.url ?? '',
    method,
    origin: evidence.origin ?? 'null',
    precursorOrigin: null,
    headers: pageHeaders,
    mode,
    credentials: credentialed ? 'include' : 'same-origin',
    redirect,
    api: exchange.type === 'font' ? 'font' : 'other',
    unsafeHeaderNames,
    // A preflight that asks for nothing special was forced by a listener for the upload's progress.
    uploadListener: isForced(evidence),
    isSync: false,
    body: method === 'GET' || method === 'HEAD' ? 'none' : 'present',
    contentTypeFromBody: false,
    hasOwnClientHints: true,
    localNetwork: null,
  });
}

function isForced({ hops: [first], unsafeHeaderNames }: Evidence): boolean {
  return (
    first !== undefined && first.preflight !== null && unsafeHeaderNames?.length === 0 && first.hop.method === 'POST'
  );
}
