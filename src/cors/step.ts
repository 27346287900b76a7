import type { Engine } from './engine.ts';
import type { Finding } from './finding.ts';
import type { HeaderLine, HeaderList } from './header-list.ts';
import { isSafelistedMethod, normalizeMethod } from './methods.ts';
import { isSameOrigin, originOf } from './origin.ts';
import { usesPreflightFlag } from './preflight-needed.ts';
import { isDroppedByRedirect, methodAfterRedirect, type RedirectLosses } from './redirect.ts';
import type { CorsRequest } from './request.ts';
import { isForbiddenRequestHeader, unsafeRequestHeaderNames } from './request-headers.ts';
import type { Walk } from './walk.ts';

/** What an engine finds about a redirect only once it has preflighted the next step. */
export interface SecondLook {
  readonly findings: readonly Finding[];
  readonly headers: HeaderList;
  readonly hop: number;
}

/** The request as it stands at one step of its redirect chain. */
export interface Step {
  readonly hop: number;
  readonly url: Readonly<URL>;
  readonly method: string;
  readonly headers: readonly HeaderLine[];
  /** What a preflight of this step would list. */
  readonly unsafeHeaders: readonly string[];
  /** What asked for a preflight when the request was made. */
  readonly firstUnsafeHeaders: readonly string[];
  readonly originIsTainted: boolean;
  /** The use-CORS-preflight flag. */
  readonly forced: boolean;
  /** Whether the URL is of the page's own origin. */
  readonly isOwnOrigin: boolean;
  /** Whether the first URL was of the page's own origin. */
  readonly startedSameOrigin: boolean;
  readonly secondLook: SecondLook | null;
}

export function firstStep(request: CorsRequest, url: Readonly<URL>, engine: Engine): Step {
  const headers = request.headers.filter(([name, value]) => !isForbiddenRequestHeader(name, value));
  const unsafeHeaders = request.unsafeHeaderNames ?? unsafeRequestHeaderNames(headers, engine);
  const isContentTypeApart =
    request.contentTypeFromBody && engine.preflightAfterRedirectLists === 'first-headers-less-dropped';
  const isOwnOrigin = isSameOrigin(request.origin, originOf(url));
  return {
    hop: 0,
    url,
    method: normalizeMethod(request.method),
    headers,
    unsafeHeaders,
    firstUnsafeHeaders: isContentTypeApart ? unsafeHeaders.filter((name) => name !== 'content-type') : unsafeHeaders,
    originIsTainted: false,
    forced: usesPreflightFlag(request, engine),
    isOwnOrigin,
    startedSameOrigin: isOwnOrigin,
    secondLook: null,
  };
}

/** The origin that a step's CORS check compares with, and that its `Origin` header names. */
export function originOfStep(request: CorsRequest, step: Step): string {
  return step.originIsTainted ? 'null' : request.origin;
}

/** The request after a redirect: method, headers and origin as the standard changes them. */
export function stepAfterRedirect(
  { request, engine, wasPreflighted }: Walk,
  step: Step,
  status: number,
  url: Readonly<URL>,
  secondLook: SecondLook | null,
): Step {
  const isOwnOrigin = isSameOrigin(request.origin, originOf(url));
  const leavesOrigin = !isSameOrigin(originOf(step.url), originOf(url));
  const becomesGet = leavesOrigin && step.method === 'DELETE' && engine.crossOriginRedirectOfDelete === 'GET';
  const method = becomesGet ? 'GET' : methodAfterRedirect(step.method, status);
  const methodChanges = method !== step.method;
  const keepsHints = request.hasOwnClientHints && isOwnOrigin;
  const losses = { methodChanges, leavesOrigin, clientHints: keepsHints ? [] : engine.clientHintsForOwnOrigin };
  const next: Step = {
    hop: step.hop + 1,
    url,
    method,
    headers: step.headers.filter(([name]) => !isDroppedByRedirect(name, losses)),
    unsafeHeaders: step.unsafeHeaders,
    firstUnsafeHeaders: step.firstUnsafeHeaders,
    // Tainted by leaving an origin that was not the page's own. @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
    originIsTainted: step.originIsTainted || (leavesOrigin && !step.isOwnOrigin),
    forced: step.forced,
    isOwnOrigin,
    startedSameOrigin: step.startedSameOrigin,
    secondLook,
  };
  return { ...next, unsafeHeaders: unsafeHeadersAfterRedirect(next, losses, engine, wasPreflighted) };
}

function unsafeHeadersAfterRedirect(
  step: Step,
  losses: RedirectLosses,
  engine: Engine,
  wasPreflighted: boolean,
): readonly string[] {
  const remains = (name: string) => !isDroppedByRedirect(name, losses);
  switch (engine.preflightAfterRedirectLists) {
    case 'current-headers':
      return step.unsafeHeaders.filter(remains);
    case 'first-headers':
      return step.firstUnsafeHeaders;
    case 'first-headers-less-dropped':
      return listAnew(step, step.firstUnsafeHeaders.filter(remains), engine, wasPreflighted);
  }
}

/**
 * The list is made anew where something still asks for a preflight: the method, the headers that script set, a Content-Type
 * that is still there. Otherwise the list of the last preflight is sent once more.
 */
function listAnew(
  step: Step,
  remaining: readonly string[],
  engine: Engine,
  wasPreflighted: boolean,
): readonly string[] {
  const hasContentType = unsafeRequestHeaderNames(step.headers, engine).includes('content-type');
  const asksAnew =
    step.forced || step.firstUnsafeHeaders.length > 0 || hasContentType || !isSafelistedMethod(step.method);
  if (!asksAnew) return wasPreflighted ? step.unsafeHeaders : [];
  return hasContentType && !remaining.includes('content-type') ? [...remaining, 'content-type'].sort() : remaining;
}
