import { corsCheck } from './cors-check.ts';
import { corsPreflightFetch } from './cors-preflight-fetch.ts';
import { failed, httpRedirectFetch, isNoticedBeforeCors, redirectTarget } from './http-redirect-fetch.ts';
import { localNetworkCheck } from './local-network.ts';
import { originOf, parseUrl } from './origin.ts';
import { isRedirectStatus, mostRedirects } from './redirect.ts';
import { resourcePolicyError } from './resource-policy.ts';
import type { ServerResponse } from './server.ts';
import { spoiltAnswer } from './spoilt-answer.ts';
import { originOfStep, type Step, stepAfterRedirect } from './step.ts';
import type { Course, Walk } from './walk.ts';

/**
 * HTTP fetch: the preflight where one is needed, the request itself, the CORS check of its answer, and the redirect
 * where it is one.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-fetch
 */
export function httpFetch(walk: Walk, step: Step): Course {
  walk.enter(step);
  const { localNetwork } = walk.request;
  if (localNetwork !== null && step.hop === 0 && walk.engine.localNetworkAccess === 'enforced') {
    if (!walk.check([localNetworkCheck(localNetwork)], 'request', step.hop)) return walk.blocked(step, null);
  }
  if (walk.tainting !== 'cors') return requestItself(walk, step);
  return corsPreflightFetch(walk, step) ?? secondLook(walk, step) ?? requestItself(walk, step);
}

/** What one engine finds about the last redirect only now. */
function secondLook(walk: Walk, step: Step): Course | null {
  if (step.secondLook === null) return null;
  const { findings, headers, hop } = step.secondLook;
  return walk.check(findings, 'redirect', hop) ? null : walk.blocked(step, headers);
}

function requestItself(walk: Walk, step: Step): Course {
  const origin = walk.tainting === 'cors' ? originOfStep(walk.request, step) : null;
  const answer = walk.server({
    kind: 'request',
    hop: step.hop,
    url: step.url.href,
    method: step.method,
    origin,
    unsafeHeaders: [],
  });
  switch (answer.kind) {
    case 'not-known':
    case 'cached':
      return walk.unknown(step);
    case 'internal-redirect': {
      walk.noteSent();
      const url = parseUrl(answer.to, step.url.href);
      // Internal redirects keep method and headers, as 307 does.
      return url === null || step.hop >= mostRedirects
        ? walk.networkError('invalid-redirect', step)
        : { kind: 'next', step: stepAfterRedirect(walk, step, 307, url, null) };
    }
    case 'network-error':
      walk.noteSent();
      return failed(walk, step, answer.error);
    case 'response': {
      walk.noteSent();
      const error = spoiltAnswer(answer, walk.engine);
      return error === null ? shareOrFollow(walk, step, answer) : failed(walk, step, error);
    }
  }
}

function shareOrFollow(walk: Walk, step: Step, response: ServerResponse): Course {
  const { engine, request } = walk;
  const target = redirectTarget(walk, step, response);
  if (isNoticedBeforeCors(target, walk)) return failed(walk, step, target.error);

  if (walk.tainting === 'cors') {
    const findings = corsCheck(originOfStep(request, step), walk.credentialed, response.headers, 'response', engine);
    if (!walk.check(findings, target.kind === 'no-redirect' ? 'response' : 'redirect', step.hop)) {
      walk.cache?.clear(request.origin, step.url, engine);
      return walk.blocked(step, response.headers);
    }
  }
  if (walk.tainting === 'opaque') {
    const error = resourcePolicyError(request, originOf(step.url), response.headers, engine);
    if (error !== null) return walk.networkError(error, step);
  }
  return isRedirectStatus(response.status)
    ? httpRedirectFetch(walk, step, response, target)
    : walk.respond(response, step);
}
