import type { Engine } from './engine.ts';
import { type Finding, pass } from './finding.ts';
import { isSafelistedMethod } from './methods.ts';
import type { CorsRequest } from './request.ts';

/** All that may ask for a preflight, at one step of a request's redirect chain. */
export interface PreflightNeed {
  readonly method: string;
  /** What the preflight would list. */
  readonly unsafeHeaders: readonly string[];
  /** The request's own use-CORS-preflight flag. */
  readonly forced: boolean;
  /** The engine preflights again because it did so before. */
  readonly repeated: boolean;
}

/**
 * The request's use-CORS-preflight flag, as the engine sets it: by an upload listener or a streamed body.
 *
 * @see https://fetch.spec.whatwg.org/#use-cors-preflight-flag
 */
export function usesPreflightFlag(request: CorsRequest, engine: Engine): boolean {
  if (request.body === 'stream' && engine.streamBody === 'preflight') return true;
  if (!request.uploadListener || (request.isSync && !engine.uploadListenerCountsWhenSync)) return false;
  return request.body !== 'none' || !engine.uploadListenerNeedsBody;
}

export function needsPreflight({ method, unsafeHeaders, forced, repeated }: PreflightNeed): boolean {
  return forced || repeated || !isSafelistedMethod(method) || unsafeHeaders.length > 0;
}

/** The check that is never failed: its value says what asks for a preflight, null that nothing does. */
export function preflightNeededFinding(need: PreflightNeed): Finding {
  const causes: string[] = [];
  if (!isSafelistedMethod(need.method)) causes.push(need.method);
  causes.push(...need.unsafeHeaders);
  if (need.forced) causes.push('upload');
  if (need.repeated && causes.length === 0) causes.push('redirect');
  return pass({
    name: 'preflight-needed',
    header: null,
    value: causes.length === 0 ? null : causes.join(', '),
    expected: null,
    anchor: 'cors-preflight-fetch',
  });
}
