import type { Engine } from './engine.ts';
import type { Finding } from './finding.ts';
import type { NetworkError } from './network-error.ts';
import { mayBeRedirected, type PreflightQuestion, preflightChecks } from './preflight.ts';
import { needsPreflight, preflightNeededFinding } from './preflight-needed.ts';
import { locationUrl } from './redirect.ts';
import type { ServerResponse } from './server.ts';
import { spoiltAnswer } from './spoilt-answer.ts';
import { originOfStep, type Step } from './step.ts';
import type { Course, Walk } from './walk.ts';

/**
 * The preflight of one step, unless none is needed or an earlier answer covers it: how it ends the request; null where
 * it lets it go on.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function corsPreflightFetch(walk: Walk, step: Step): Course | null {
  const { request, engine, cache } = walk;
  const need = {
    method: step.method,
    unsafeHeaders: step.unsafeHeaders,
    forced: step.forced,
    repeated: isRepeated(walk, step),
  };
  walk.check([preflightNeededFinding(need)], 'request', step.hop);
  if (!needsPreflight(need)) return null;

  const question: PreflightQuestion = {
    origin: engine.preflightOriginAfterTaint === 'page' ? request.origin : originOfStep(request, step),
    isSameOrigin: step.isOwnOrigin,
    credentialed: walk.credentialed,
    method: step.method,
    unsafeHeaders: step.unsafeHeaders,
    redirect: request.redirect,
  };
  if (cache?.covers(request.origin, step.url, question, engine) === true) {
    walk.notePreflight('cached');
    return null;
  }
  walk.notePreflight('sent');
  return ask(walk, step, question);
}

/** Whether the engine preflights only because an earlier step was preflighted, or once began with unsafe headers. */
function isRepeated({ engine, wasPreflighted }: Walk, step: Step): boolean {
  if (!engine.preflightsAgainAfterRedirect || step.hop === 0) return false;
  return wasPreflighted || step.firstUnsafeHeaders.length > 0;
}

function ask(walk: Walk, step: Step, question: PreflightQuestion): Course | null {
  const answer = walk.server({
    kind: 'preflight',
    hop: step.hop,
    url: step.url.href,
    method: question.method,
    origin: question.origin,
    unsafeHeaders: question.unsafeHeaders,
  });
  switch (answer.kind) {
    case 'cached':
      walk.notePreflight('cached');
      return null;
    case 'not-known':
    case 'internal-redirect':
      return walk.unknown(step);
    case 'network-error':
      return walk.networkError(answer.error, step);
    case 'response': {
      const error = spoiltAnswer(answer, walk.engine) ?? spoiltRedirect(answer, question, step, walk.engine);
      if (error !== null) return walk.networkError(error, step);
      const findings = preflightChecks(question, answer, walk.engine);
      if (lacksSomething(findings) && walk.engine.preflightCache.keepsAnswersThatLackSomething) {
        walk.cache?.keep(walk.request.origin, step.url, question, answer.headers, walk.engine);
      }
      if (!walk.check(findings, 'preflight', step.hop)) {
        walk.skipResponseChecks(step);
        return walk.blocked(step, answer.headers);
      }
      walk.cache?.keep(walk.request.origin, step.url, question, answer.headers, walk.engine);
      return null;
    }
  }
}

/** A preflight's redirect that one engine cannot even refuse. */
function spoiltRedirect(
  response: ServerResponse,
  question: PreflightQuestion,
  { url }: Step,
  engine: Engine,
): NetworkError | null {
  if (!engine.preflightRedirectNeedsUrl || !mayBeRedirected(question, response, engine)) return null;
  return locationUrl(response.headers, url, engine).kind === 'invalid' ? 'invalid-redirect' : null;
}

/** Whether the answer is right in itself, and only does not allow what this request needs. */
function lacksSomething(findings: readonly Finding[]): boolean {
  const reason = findings.find((finding) => finding.reason !== null)?.reason;
  return reason === 'MethodDisallowedByPreflightResponse' || reason === 'HeaderDisallowedByPreflightResponse';
}
