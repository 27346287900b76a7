import type { Engine } from './engine.ts';
import { mainFetch } from './main-fetch.ts';
import { parseUrl } from './origin.ts';
import type { Prediction } from './prediction.ts';
import type { PreflightCache } from './preflight-cache.ts';
import type { CorsRequest } from './request.ts';
import type { Server } from './server.ts';
import { firstStep } from './step.ts';
import { Walk } from './walk.ts';

const unparsable = new URL('about:invalid');

/**
 * What an engine does with a request: it walks the standard's algorithms step by step, asks `server` for each answer,
 * and records every check.
 *
 * @param server answers each request that the engine would make; what it does not know ends the walk as `unknown`
 * @param cache what earlier preflights allowed; it is read and added to. Without one, nothing is kept
 * @see https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export function predict(
  request: CorsRequest,
  server: Server,
  engine: Engine,
  cache: PreflightCache | null = null,
): Prediction {
  const walk = new Walk(request, server, engine, cache);
  const url = parseUrl(request.url);
  let step = firstStep(request, url ?? unparsable, engine);
  let course = url === null ? walk.networkError('invalid-url', step) : mainFetch(walk, step);
  while (course.kind === 'next') {
    step = course.step;
    course = mainFetch(walk, step);
  }
  return course.prediction;
}
