import parseMimeType from 'whatwg-mimetype/lib/parser.js';
import type { EngineName } from '../../src/cors/engine-name.ts';
import { engines } from '../../src/cors/engines.ts';
import { nativeReason } from '../../src/cors/native-reason.ts';
import { predict } from '../../src/cors/predict.ts';
import type { Prediction } from '../../src/cors/prediction.ts';
import { PreflightCache } from '../../src/cors/preflight-cache.ts';
import type { Server } from '../../src/cors/server.ts';
import { caseToRequest } from './case-to-request.ts';
import { caseToServer, isUnreachable } from './case-to-server.ts';
import type { TruthCase, TruthOrigins, TruthOutcome, TruthVerdict } from './truth-case.ts';

/** What is compared with the recording. */
export type OurVerdict = Pick<TruthVerdict, 'outcome' | 'preflightSent'> & {
  readonly reason: string | null;
  readonly exposedHeaders: readonly string[] | null;
  readonly second: OurVerdict | null;
};

/** Between the end of the first request and the start of the second, where a case does not say. */
const shortWait = 40;

/** What our engine says about a case, in the words of the recording. */
export function verdictOf(
  truthCase: TruthCase,
  origins: TruthOrigins,
  engineName: EngineName,
  cache: PreflightCache = new PreflightCache(),
): OurVerdict {
  const first = oneVerdict(truthCase, origins, engineName, cache);
  if (truthCase.then === undefined) return first;
  const { wait = shortWait, ...changes } = truthCase.then;
  cache.advance(wait);
  const again = { ...truthCase, request: { ...truthCase.request, ...changes } };
  return { ...first, second: oneVerdict(again, origins, engineName, cache) };
}

function oneVerdict(
  truthCase: TruthCase,
  origins: TruthOrigins,
  engineName: EngineName,
  cache: PreflightCache,
): OurVerdict {
  const engine = engines[engineName];
  const request = caseToRequest(truthCase, origins);
  const nothing = { reason: null, preflightSent: false, exposedHeaders: null, second: null };
  if (request === null) return { ...nothing, outcome: 'invalid-request' };
  if (request.body === 'stream' && engine.streamBody === 'refused') return { ...nothing, outcome: 'network-error' };

  // The recording tells of the preflights that reached the server.
  let preflightArrived = false;
  let isAsked = false;
  const server = caseToServer(truthCase, origins, engine);
  const watched: Server = (sent) => {
    isAsked = true;
    const answer = server(sent);
    preflightArrived ||= sent.kind === 'preflight' && !isUnreachable(answer);
    return answer;
  };
  const prediction = predict(request, watched, engine, cache);
  const told = nativeReason(prediction, engineName);
  // WebKit has no word for what a worker may not even send.
  const isSilent = engineName === 'webkit' && !isAsked && /worker/.test(truthCase.initiator);
  const heard = isSilent && told?.outcome === 'blocked' ? { outcome: 'network-error' as const, reason: null } : told;
  // Of a beacon nobody is told what else became of it.
  const native = truthCase.api === 'beacon' && heard?.outcome === 'network-error' ? null : heard;
  const afterLoad = native === null ? afterLoading(truthCase, prediction, engineName) : null;
  const exposes = truthCase.api === 'fetch' || truthCase.api === 'xhr';
  return {
    outcome: afterLoad?.outcome ?? native?.outcome ?? 'network-error',
    reason: native?.reason ?? afterLoad?.reason ?? null,
    preflightSent: preflightArrived,
    // XHR tells of no headers when the body did not come whole.
    exposedHeaders:
      exposes && native === null && (afterLoad?.outcome !== 'network-error' || truthCase.api === 'fetch')
        ? (prediction.exposure?.readable ?? null)
        : null,
    second: null,
  };
}

/** What the API makes of a response that CORS let through. */
function afterLoading(
  truthCase: TruthCase,
  { outcome, response }: Prediction,
  engineName: EngineName,
): { readonly outcome: TruthOutcome; readonly reason: string | null } {
  const failed = (reason: string | null) => ({ outcome: 'network-error', reason }) as const;
  const isTruncated = truthCase.server.response.truncate === true;
  // WebKit is content with a body shorter than announced.
  if (isTruncated && engineName === 'chromium') return failed('net::ERR_CONTENT_LENGTH_MISMATCH');
  if (isTruncated && engineName === 'firefox') return failed(null);
  const status = response?.status ?? 0;
  const isOk = status >= 200 && status <= 299;
  const loaded = { outcome: toTruthOutcome(outcome), reason: null };
  // Chromium's word for what its loader gives up by the status; other engines have none.
  const gaveUp = failed(engineName === 'chromium' ? 'net::ERR_ABORTED' : null);
  switch (truthCase.api) {
    case 'img':
      // No image comes with these. What else an image's status is does not matter.
      return status === 204 || status === 304 ? failed(null) : loaded;
    case 'fetch':
    case 'xhr':
      return loaded;
    case 'beacon':
      return { outcome: 'sent', reason: null };
    case 'eventsource':
      return status === 200 && isEventStream(truthCase) ? loaded : failed(null);
    case 'font':
    case 'script':
    case 'stylesheet': {
      // A redirect that leads nowhere is as good as an answer to some.
      const isLenient = engineName === 'chromium' || (engineName === 'webkit' && truthCase.api !== 'stylesheet');
      const isGood = isOk || (isLenient && status >= 300 && status <= 399);
      if (!isGood) return gaveUp;
      if (truthCase.api !== 'font') return loaded;
      return status === 204 || status === 205 ? failed(null) : { outcome: 'allowed', reason: null };
    }
    case 'module':
    case 'import':
      if (isOk && status !== 204) return loaded;
      return status >= 400 ? gaveUp : failed(null);
  }
}

function isEventStream({ server: { response } }: TruthCase): boolean {
  const type = response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  if (type === undefined) return response.body === 'sse';
  const parsed = parseMimeType(type);
  return parsed !== null && `${parsed.type}/${parsed.subtype}` === 'text/event-stream';
}

function toTruthOutcome(outcome: Prediction['outcome']): TruthOutcome {
  switch (outcome) {
    case 'opaque-redirect':
      return 'opaqueredirect';
    case 'unknown':
      return 'skipped';
    case 'allowed':
    case 'opaque':
    case 'blocked':
    case 'network-error':
      return outcome;
  }
}
