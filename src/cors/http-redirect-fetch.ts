import { corsCheck } from './cors-check.ts';
import { type Finding, fail, pass } from './finding.ts';
import type { NetworkError } from './network-error.ts';
import { includesCredentials, isHttp, isSameOrigin, originOf } from './origin.ts';
import { isRedirectStatus, locationUrl, mostRedirects } from './redirect.ts';
import type { ServerResponse } from './server.ts';
import { originOfStep, type Step, stepAfterRedirect } from './step.ts';
import type { Course, Walk } from './walk.ts';

/** Where an answer sends the browser: nowhere, to a URL, or into a network error. */
export type RedirectTarget =
  | { readonly kind: 'no-redirect' }
  | { readonly kind: 'url'; readonly url: Readonly<URL> }
  | { readonly kind: 'fault'; readonly error: NetworkError };

/** The target of an answer, as this engine reads its `Location`. */
export function redirectTarget(walk: Walk, step: Step, response: ServerResponse): RedirectTarget {
  const { engine } = walk;
  if (!isRedirectStatus(response.status)) return { kind: 'no-redirect' };
  const location = locationUrl(response.headers, step.url, engine);
  switch (location.kind) {
    case 'none':
      return { kind: 'no-redirect' };
    case 'several':
      return { kind: 'fault', error: 'several-locations' };
    case 'refused-empty':
      return walk.request.isSync && engine.emptyLocationWhenSync === 'no-redirect'
        ? { kind: 'no-redirect' }
        : { kind: 'fault', error: 'empty-location' };
    case 'invalid':
      return { kind: 'fault', error: 'invalid-redirect' };
    case 'url':
      if (isBlobOfAnother(location.url, walk)) return { kind: 'fault', error: 'blob-redirect' };
      if (engine.unsafeRedirectSchemes.includes(location.url.protocol))
        return { kind: 'fault', error: 'unsafe-redirect' };
      if (isUnsafeFromHere(location.url, walk)) return { kind: 'fault', error: 'refused-scheme' };
      return { kind: 'url', url: location.url };
  }
}

function isBlobOfAnother(url: Readonly<URL>, { request, tainting, engine }: Walk): boolean {
  if (url.protocol !== 'blob:' || !engine.blobRedirectsByOrigin) return false;
  return tainting !== 'basic' || !isSameOrigin(request.origin, originOf(url));
}

/** Files of this machine and of this page are not for a redirect, whatever CORS says. */
function isUnsafeFromHere({ protocol }: Readonly<URL>, { tainting, engine }: Walk): boolean {
  return tainting === 'basic' && engine.unsafeRedirectSchemesFromOwnOrigin.includes(protocol);
}

/** Whether the engine gives up before it looks at the redirect answer's CORS headers. */
export function isNoticedBeforeCors(
  target: RedirectTarget,
  { engine, request }: Walk,
): target is Extract<RedirectTarget, { kind: 'fault' }> {
  if (target.kind !== 'fault') return false;
  if (engine.locationFaultsBeforeCors.includes(target.error)) return true;
  return request.redirect === 'follow' && engine.locationFaultsBeforeCorsWhenFollowing.includes(target.error);
}

/** A network error after the preflight: one engine forgets the preflight's answer then. */
export function failed(walk: Walk, step: Step, error: NetworkError): Course {
  walk.cache?.clear(walk.request.origin, step.url, walk.engine);
  return walk.networkError(error, step);
}

/**
 * HTTP-redirect fetch: may the redirect be followed, and with what request?
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export function httpRedirectFetch(walk: Walk, step: Step, response: ServerResponse, target: RedirectTarget): Course {
  const { request, engine } = walk;
  if (request.redirect === 'manual') return manualMode(walk, step, response, target);
  if (request.redirect === 'error') return errorMode(walk, step, response, target);
  if (target.kind === 'no-redirect') return walk.respond(response, step);
  if (target.kind === 'fault') return failed(walk, step, target.error);
  if (step.hop >= mostRedirects) return failed(walk, step, 'too-many-redirects');
  const credentials = credentialsFinding(walk, target.url);
  const now = isNoticedLater(walk) ? [schemeFinding(target.url)] : [schemeFinding(target.url), credentials];
  if (request.mode === 'cors' && !walk.check(now, 'redirect', step.hop)) {
    walk.cache?.clear(request.origin, step.url, engine);
    return walk.blocked(step, null);
  }
  if (isRefusedForCredentials(walk, target.url)) return walk.networkError('redirect-with-credentials', step);
  const secondLook = secondLookAt(walk, step, response, credentials);
  return { kind: 'next', step: stepAfterRedirect(walk, step, response.status, target.url, secondLook) };
}

/** Redirect mode `manual`: nothing is followed, but one engine looks at where it would lead. */
function manualMode(walk: Walk, step: Step, response: ServerResponse, target: RedirectTarget): Course {
  const leadsNowhereSafe =
    (target.kind === 'fault' && target.error === 'unsafe-redirect') || (target.kind === 'url' && !isHttp(target.url));
  return walk.engine.manualModeNeedsHttp && leadsNowhereSafe
    ? walk.networkError('unsafe-redirect', step)
    : walk.responded('opaque-redirect', response, walk.tainting, step);
}

/** Redirect mode `error`: what an engine finds wrong with the redirect before it remembers the mode. */
function errorMode(walk: Walk, step: Step, response: ServerResponse, target: RedirectTarget): Course {
  const { engine, request } = walk;
  const isNowhere = target.kind === 'no-redirect' || (target.kind === 'fault' && target.error === 'empty-location');
  if (isNowhere && engine.errorModeNeedsLocation) return walk.respond(response, step);
  if (engine.checksLocationBeforeErrorMode) {
    if (target.kind === 'fault') return walk.networkError(target.error, step);
    if (target.kind === 'url' && request.mode === 'cors') {
      const finding = credentialsFinding(walk, target.url);
      if (finding.reason !== null && !walk.check([finding], 'redirect', step.hop)) return walk.blocked(step, null);
    }
  }
  return walk.networkError('redirect-mode-error', step);
}

function schemeFinding(url: Readonly<URL>): Finding {
  const evidence = {
    name: 'redirect-scheme',
    header: 'location',
    value: url.href,
    expected: 'http, https',
    anchor: 'concept-http-redirect-fetch',
  } as const;
  return isHttp(url) ? pass(evidence) : fail(evidence, 'CorsDisabledScheme');
}

function credentialsFinding({ request, tainting }: Walk, url: Readonly<URL>): Finding {
  const evidence = {
    name: 'redirect-credentials',
    header: 'location',
    value: url.href,
    expected: null,
    anchor: 'concept-http-redirect-fetch',
  } as const;
  const staysSameOrigin = tainting === 'basic' && isSameOrigin(request.origin, originOf(url));
  return includesCredentials(url) && !staysSameOrigin ? fail(evidence, 'RedirectContainsCredentials') : pass(evidence);
}

function isRefusedForCredentials({ engine, request, tainting }: Walk, url: Readonly<URL>): boolean {
  if (engine.redirectWithCredentials === 'followed' || request.api === 'xhr') return false;
  return tainting !== 'cors' && includesCredentials(url);
}

function secondLookAt(
  { request, engine, tainting }: Walk,
  step: Step,
  { headers }: ServerResponse,
  credentials: Finding,
): Step['secondLook'] {
  if (!engine.preflightsBeforeRedirectCredentials || request.mode !== 'cors' || request.isSync) return null;
  const keepsCredentials = engine.redirectKeepsFirstCredentials && request.credentials === 'same-origin';
  const again =
    keepsCredentials && tainting === 'cors' && step.startedSameOrigin
      ? corsCheck(originOfStep(request, step), true, headers, 'response', engine)
      : [];
  return { findings: tainting === 'basic' ? [credentials] : again, headers, hop: step.hop };
}

function isNoticedLater({ engine, tainting }: Walk): boolean {
  return engine.preflightsBeforeRedirectCredentials && tainting === 'basic';
}
