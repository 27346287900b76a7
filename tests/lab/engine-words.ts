import type { EngineName } from '../../src/cors/engine-name.ts';
import type { RequestMode } from '../../src/cors/request.ts';
import type { TruthVerdict } from '../truth/truth-case.ts';
import type { SentRequest } from './case-server.ts';
import type { ScriptSaw } from './script-saw.ts';

/** What the engine itself said about a request that it refused. */
export interface EngineWords {
  /** Its own code, or the class of its message; null where it said nothing about CORS. */
  readonly reason: string | null;
  readonly parameter: string;
  /** Its network error, where it has codes for those. */
  readonly error: string;
}

/** Codes that tell of something else than CORS. */
const otherThanCors: ReadonlySet<string> = new Set([
  'CORSDidNotSucceed2',
  'CrossOriginResourcePolicy',
  'RedirectModeError',
  'TooManyRedirects',
  'RestrictedPort',
  'NetworkError',
]);

/** How Firefox and WebKit tell `mode: 'same-origin'`: by a category and a message that are no codes of CORS. */
const blockedWithoutCode: ReadonlySet<string> = new Set(['SOP', 'FetchRefused']);

/** One engine's verdict, from what the script saw, what reached the server and what the engine said. */
export function truthOf(
  engine: EngineName,
  mode: RequestMode | undefined,
  saw: ScriptSaw,
  sent: readonly SentRequest[],
  words: EngineWords | null,
): TruthVerdict {
  const reached = {
    preflightSent: sent.some(({ preflight }) => preflight),
    actualSent: sent.some(({ preflight }) => !preflight),
    ...(sent.length > 0 && { sent: sent.map(lineOf) }),
  };
  const exposed = saw.exposedHeaders ? { exposedHeaders: saw.exposedHeaders } : {};
  const code = words?.reason ?? null;
  const parameter = words?.parameter ? { parameter: words.parameter } : {};
  const net = words !== null && engine === 'chromium' && words.error !== '';
  const netError = net ? { netError: words.error.replace(/ \(.*$/, '') } : {};
  if (saw.outcome === 'sent' && code !== null)
    return { ...reached, outcome: 'blocked', reason: code, ...parameter, ...netError };
  if (saw.outcome !== 'refused') return { ...reached, ...exposed, outcome: saw.outcome };
  if (code !== null && blockedWithoutCode.has(code)) return { ...reached, outcome: 'blocked' };
  if (code !== null && !otherThanCors.has(code)) {
    return { ...reached, outcome: 'blocked', reason: code, ...parameter, ...netError };
  }
  const reason = code ?? (engine === 'chromium' ? words?.error : undefined);
  // Of a redirect that the mode forbids, Chromium says no more than that it is about the origin.
  const isByMode = mode === 'same-origin' && reason === 'net::ERR_ABORTED (origin)';
  return {
    ...reached,
    ...exposed,
    outcome: isByMode ? 'blocked' : 'network-error',
    ...(reason && { reason }),
    ...netError,
  };
}

/** Headers that tell something about CORS; the rest is the same for every case of a browser. */
const ofInterest = /^(?:origin|access-control-|authorization$|content-|cookie$|range$|last-event-id$|x-)/i;

function lineOf({ method, host, step, headers }: SentRequest): string {
  const lines = headers
    .filter(([name]) => ofInterest.test(name) && !/^content-length$/i.test(name))
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`);
  return [method, host, step, ...lines.sort()].join(' | ');
}
