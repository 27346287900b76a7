import type { HeaderLine } from '../cors/header-list.ts';
import { leavesOrigin } from '../exchange/cross-origin.ts';
import { type EventObservation, isEnd, type RequestObservation } from '../exchange/observation.ts';
import { haveSameLines } from '../exchange/same-lines.ts';

/**
 * Lets through only what a log of cross-origin requests needs: a same-origin request is held back until a redirect
 * takes it to another origin, and forgotten when it ends before; effective headers that are the server's own are
 * dropped. So a page's many same-origin requests cost no memory.
 */
export class CrossOriginGate {
  /** What was seen of requests that are same-origin so far. */
  readonly #held = new Map<string, RequestObservation[]>();
  /** Requests that are let through, with the headers of their latest answer. */
  readonly #open = new Map<string, readonly HeaderLine[] | null>();

  /** @returns what to let through now, in order */
  pass(observation: EventObservation): readonly EventObservation[] {
    if (observation.kind === 'interrupted') this.#forget();
    if (observation.kind === 'interrupted' || observation.kind === 'navigated') return [observation];
    const { requestId } = observation;
    const isOpen = this.#open.has(requestId);
    if (!isOpen && !isCrossOrigin(observation)) {
      this.#hold(observation);
      return [];
    }
    const held = this.#held.get(requestId) ?? [];
    this.#held.delete(requestId);
    if (!isOpen) this.#open.set(requestId, null);
    return [...held, observation].filter((one) => this.#isNews(one));
  }

  #hold(observation: RequestObservation): void {
    const { requestId } = observation;
    if (isEnd(observation)) this.#held.delete(requestId);
    else this.#held.set(requestId, [...(this.#held.get(requestId) ?? []), observation]);
  }

  #isNews(observation: RequestObservation): boolean {
    const { requestId } = observation;
    if (isEnd(observation)) this.#open.delete(requestId);
    if (observation.kind === 'response-headers') this.#open.set(requestId, observation.headers);
    if (observation.kind !== 'effective-headers') return true;
    const own = this.#open.get(requestId);
    return !own || !haveSameLines(own, observation.headers);
  }

  /** What was open may never be told to end. */
  #forget(): void {
    this.#held.clear();
    this.#open.clear();
  }
}

/**
 * Where the browser does not say who asked, a request with an Origin header counts. A preflight counts in any case: only
 * cross-origin requests have one, also when redirects have led them back to the page's own origin.
 */
function isCrossOrigin(observation: RequestObservation): boolean {
  const { initiator, url } = observation;
  if (hasHeader(observation, 'access-control-request-method')) return true;
  return initiator.origin === null ? hasHeader(observation, 'origin') : leavesOrigin(initiator, url);
}

function hasHeader(observation: RequestObservation, wanted: string): boolean {
  return observation.kind === 'request-headers' && observation.headers.some(([name]) => name.toLowerCase() === wanted);
}
