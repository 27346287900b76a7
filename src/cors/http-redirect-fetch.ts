import type { Engine } from './engines.ts';
import { type Finding, fail, pass } from './finding.ts';
import type { NetworkError } from './network-error.ts';
import { includesCredentials, isHttp, isSameOrigin, originOf } from './origin.ts';
import { isRedirectStatus, locationUrl, mostRedirects } from './redirect.ts';
import type { ServerResponse } from './server.ts';
import { originOfStep, type Step, stepAfterRedirect } from './step.ts';
import type { Course, Walk } from './walk.ts';

/** Where a redirect leads: to a URL, or to a network error. */
export type RedirectTarget =
  | { readonly url: URL; readonly error: null }
  | { readonly url: null; readonly error: NetworkError };

/** The target of a redirect answer; null where the answer is no redirect. */
export function redirectLocation(response: ServerResponse, step: Step, engine: Engine): RedirectTarget | null {
  if (!isRedirectStatus(response.status)) return null;
  const location = locationUrl(response.headers, step.url, engine);
  switch (location.kind) {
    case 'none':
      return null;
    case 'several':
      return { url: null, error: 'several-locations' };
    case 'refused-empty':
      return { url: null, error: 'empty-location' };
    case 'invalid':
      return { url: null, error: 'invalid-redirect' };
    case 'url':
      return engine.unsafeRedirectSchemes.includes(location.url.protocol)
        ? { url: null, error: 'unsafe-redirect' }
        : { url: location.url, error: null };
  }
}

/**
 * HTTP-redirect fetch: may the redirect be followed, and with what request?
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export function httpRedirectFetch(walk: Walk, step: Step, response: ServerResponse, target: RedirectTarget): Course {
  const { request, engine } = walk;
  if (request.redirect === 'error') return walk.networkError('redirect-mode-error', step);
  if (request.redirect === 'manual') return walk.responded('opaque-redirect', response, step.tainting, step);
  if (target.error !== null) return walk.networkError(target.error, step);
  if (step.hop >= mostRedirects) return walk.networkError('too-many-redirects', step);
  if (!walk.check(redirectFindings(walk, step, target.url), 'redirect', step.hop)) return walk.blocked(step, null);
  if (
    engine.sameOriginRedirectWithCredentials === 'refused' &&
    step.tainting === 'basic' &&
    includesCredentials(target.url)
  ) {
    return walk.networkError('redirect-with-credentials', step);
  }
  const next = stepAfterRedirect(request, step, response.status, target.url, engine);
  return { kind: 'next', step: { ...next, secondLook: secondLookAt(walk, step, response) } };
}

function redirectFindings({ request }: Walk, step: Step, url: URL): Finding[] {
  if (request.mode !== 'cors') return [];
  const scheme = {
    name: 'redirect-scheme',
    header: 'location',
    value: url.href,
    expected: 'http, https',
    anchor: 'concept-http-redirect-fetch',
  } as const;
  const credentials = { ...scheme, name: 'redirect-credentials', expected: null } as const;
  const staysSameOrigin = step.tainting === 'basic' && isSameOrigin(request.origin, originOf(url));
  return [
    isHttp(url) ? pass(scheme) : fail(scheme, 'CorsDisabledScheme'),
    includesCredentials(url) && !staysSameOrigin ? fail(credentials, 'RedirectContainsCredentials') : pass(credentials),
  ];
}

function secondLookAt({ request, engine }: Walk, step: Step, response: ServerResponse): Step['secondLook'] {
  if (!engine.redirectKeepsFirstCredentials || step.tainting !== 'cors' || request.credentials !== 'same-origin')
    return null;
  if (!step.startedSameOrigin) return null;
  return { origin: originOfStep(request, step), headers: response.headers, hop: step.hop };
}
