import type { Check, Stage } from './check.ts';
import type { Engine } from './engine.ts';
import { type Finding, fail } from './finding.ts';
import type { HeaderList } from './header-list.ts';
import type { NetworkError } from './network-error.ts';
import type { PredictedHop, PredictedOutcome, Prediction } from './prediction.ts';
import type { PreflightCache } from './preflight-cache.ts';
import type { Reason } from './reason.ts';
import type { CorsRequest } from './request.ts';
import { exposeHeaders, type Tainting } from './response-headers.ts';
import type { Server, ServerResponse } from './server.ts';
import { originOfStep, type Step } from './step.ts';
import { Trail } from './trail.ts';

/** Where a step leads: to the next step of the redirect chain, or to the end. */
export type Course =
  | { readonly kind: 'next'; readonly step: Step }
  | { readonly kind: 'end'; readonly prediction: Prediction };

/** What becomes of a hop is noted as it happens. */
type HopSoFar = { -readonly [Key in keyof PredictedHop]: PredictedHop[Key] };

/** What only some ends have. */
type EndFacts = Partial<Pick<Prediction, 'networkError' | 'response' | 'exposure' | 'faultyHeaders'>>;

/** One request on its way through the standard's algorithms: what they share, and the ways in which they end. */
export class Walk {
  readonly request: CorsRequest;
  readonly server: Server;
  readonly engine: Engine;
  readonly cache: PreflightCache | null;
  /** Whether the credentials mode is `include`, which is all that the CORS check asks. */
  readonly credentialed: boolean;
  /** The request's response tainting, as its steps have led to it so far. */
  tainting: Tainting = 'basic';
  readonly #trail = new Trail();
  readonly #hops: HopSoFar[] = [];

  constructor(request: CorsRequest, server: Server, engine: Engine, cache: PreflightCache | null) {
    this.request = request;
    this.server = server;
    this.engine = engine;
    this.cache = cache;
    this.credentialed = request.credentials === 'include';
  }

  /** Adds what was found. Answers whether nothing has failed yet. */
  check(findings: readonly Finding[], stage: Stage, hop: number): boolean {
    return this.#trail.add(findings, stage, hop);
  }

  /** Begins a step of the redirect chain. */
  enter(step: Step): void {
    this.#hops.push({
      url: step.url.href,
      method: step.method,
      origin: this.tainting === 'cors' ? originOfStep(this.request, step) : null,
      tainting: this.tainting,
      preflight: 'none',
      sent: false,
    });
  }

  /** The URL of the step that was entered last; null before the first. */
  get lastUrl(): string | null {
    return this.#hops.at(-1)?.url ?? null;
  }

  /** Whether a step has been preflighted, by the network or the cache. */
  get wasPreflighted(): boolean {
    return this.#hops.some(({ preflight }) => preflight !== 'none');
  }

  /** Notes how the preflight of the step that was entered last was answered. */
  notePreflight(preflight: 'sent' | 'cached'): void {
    const last = this.#hops.at(-1);
    if (last !== undefined) last.preflight = preflight;
  }

  /** Notes that the request of the step that was entered last went out. */
  noteSent(): void {
    const last = this.#hops.at(-1);
    if (last !== undefined) last.sent = true;
  }

  /** The end by a check that failed. */
  blocked(step: Step, faultyHeaders: HeaderList | null): Course {
    return this.#end('blocked', step, { faultyHeaders });
  }

  /** The end by a check that has no other result. */
  blockedBy(
    finding: Omit<Finding, 'reason' | 'parameter'>,
    reason: Reason,
    parameter: string,
    stage: Stage,
    step: Step,
  ): Course {
    this.check([fail(finding, reason, parameter)], stage, step.hop);
    return this.blocked(step, null);
  }

  networkError(networkError: NetworkError, step: Step): Course {
    return this.#end('network-error', step, { networkError });
  }

  unknown(step: Step): Course {
    return this.#end('unknown', step, {});
  }

  /** The end with a response, whatever script may see of it. */
  responded(
    outcome: 'allowed' | 'opaque' | 'opaque-redirect',
    response: ServerResponse,
    tainting: Tainting,
    step: Step,
  ): Course {
    const keepsAll = this.request.api === 'fetch' && this.engine.exposesAllBeforeFault;
    const exposure =
      outcome === 'allowed' ? exposeHeaders(response.headers, tainting, this.credentialed, keepsAll) : null;
    return this.#end(outcome, step, { response, exposure });
  }

  /** The end with the response of a step, as the tainting filters it. */
  respond(response: ServerResponse, step: Step): Course {
    return this.responded(this.tainting === 'opaque' ? 'opaque' : 'allowed', response, this.tainting, step);
  }

  /** Lists the checks of a response that will never come. */
  skipResponseChecks(step: Step): void {
    const names = this.credentialed ? (['allow-origin', 'allow-credentials'] as const) : (['allow-origin'] as const);
    this.#trail.addNotReached(names, 'response', step.hop);
  }

  #end(
    outcome: PredictedOutcome,
    step: Step,
    { networkError = null, response = null, exposure = null, faultyHeaders = null }: EndFacts,
  ): Course {
    const failure: Check | null = outcome === 'blocked' ? this.#trail.firstFailure : null;
    const prediction: Prediction = {
      outcome,
      reason: failure?.reason ?? null,
      networkError,
      parameter: failure?.parameter ?? '',
      stage: failure?.stage ?? null,
      hop: failure?.hop ?? step.hop,
      checks: this.#trail.checks,
      hops: this.#hops,
      response,
      exposure,
      faultyHeaders,
      lastUrl: step.url.href,
    };
    return { kind: 'end', prediction };
  }
}
