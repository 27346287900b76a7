import { hasBadPort } from './bad-port.ts';
import { isReadableDataUrl } from './data-url.ts';
import { type Evidence, pass } from './finding.ts';
import { HeaderList } from './header-list.ts';
import { httpFetch } from './http-fetch.ts';
import { isHttp, parseUrl } from './origin.ts';
import type { Tainting } from './response-headers.ts';
import type { Step } from './step.ts';
import type { Course, Walk } from './walk.ts';

/**
 * Main fetch: by the request's mode and the URL's origin, decides whether the response is readable anyway (`basic`), by
 * CORS only (`cors`), or not at all (`opaque`).
 *
 * @see https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export function mainFetch(walk: Walk, step: Step): Course {
  const { request, engine } = walk;
  if (walk.tainting === 'basic' && step.isOwnOrigin) return basicFetch(walk, step);
  if (step.url.protocol === 'data:' && step.hop === 0) return dataFetch(walk, step);
  if (request.mode === 'navigate' || request.mode === 'websocket') return basicFetch(walk, step);

  const modeFinding = {
    name: 'mode',
    header: null,
    value: request.mode,
    expected: null,
    anchor: 'concept-main-fetch',
  } as const;
  if (request.mode === 'same-origin') return walk.blockedBy(modeFinding, 'DisallowedByMode', '', 'request', step);
  if (request.mode === 'no-cors' || (request.api === 'font' && !engine.fontsUseCors)) {
    if (request.redirect !== 'follow') {
      return walk.blockedBy(modeFinding, 'NoCorsRedirectModeNotFollow', '', 'request', step);
    }
    walk.check([pass(modeFinding)], 'request', step.hop);
    if (isHttp(step.url)) return toNetwork(walk, step, 'opaque');
    const isRefused = engine.schemesWithoutCors === 'no-cors-scheme' && step.hop === 0 && !isLocal(step.url);
    return isRefused ? refusedScheme(walk, step) : walk.networkError('unknown-scheme', step);
  }
  walk.check([pass(modeFinding)], 'request', step.hop);
  return corsFetch(walk, step);
}

function basicFetch(walk: Walk, step: Step): Course {
  return toNetwork(walk, step, 'basic');
}

function isLocal({ protocol }: Readonly<URL>): boolean {
  return protocol === 'blob:' || protocol === 'file:';
}

function refusedScheme(walk: Walk, step: Step): Course {
  return walk.blockedBy(schemeEvidence(step), 'CorsDisabledScheme', step.url.protocol.slice(0, -1), 'request', step);
}

function schemeEvidence({ url }: Step): Evidence {
  return {
    name: 'scheme',
    header: null,
    value: url.protocol.slice(0, -1),
    expected: 'http, https',
    anchor: 'concept-main-fetch',
  };
}

function corsFetch(walk: Walk, step: Step): Course {
  if (!isHttp(step.url)) {
    const { request, engine } = walk;
    const notForScript = request.api === 'xhr' ? engine.schemesNotForXhr : engine.schemesNotForPages;
    const isNotCors = step.hop === 0 && notForScript.includes(step.url.protocol);
    return isNotCors ? walk.networkError('refused-scheme', step) : refusedScheme(walk, step);
  }
  walk.check([pass(schemeEvidence(step))], 'request', step.hop);
  return toNetwork(walk, step, 'cors');
}

/** @see https://fetch.spec.whatwg.org/#port-blocking */
function toNetwork(walk: Walk, step: Step, tainting: Tainting): Course {
  walk.tainting = tainting;
  return hasBadPort(step.url) ? failedAfter(walk, step) : httpFetch(walk, step);
}

/** A redirect to a bad port fails the request that was redirected. */
function failedAfter(walk: Walk, step: Step): Course {
  const redirected = parseUrl(walk.lastUrl ?? '');
  if (redirected !== null) walk.cache?.clear(walk.request.origin, redirected, walk.engine);
  return walk.networkError('unsafe-port', step);
}

/** @see https://fetch.spec.whatwg.org/#scheme-fetch */
function dataFetch(walk: Walk, step: Step): Course {
  if (!isReadableDataUrl(step.url)) return walk.networkError('unreadable-data-url', step);
  const headers = new HeaderList(
    (walk.request.api === 'xhr' ? walk.engine.dataUrlHeadersInXhr : walk.engine.dataUrlHeaders).map((name) => [
      name,
      '',
    ]),
  );
  return walk.responded('allowed', { status: 200, headers }, 'basic', step);
}
