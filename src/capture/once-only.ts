import type { RequestObservation } from '../exchange/observation.ts';

/** How many observations are remembered: what two listeners hear within a few seconds. */
const memory = 5_000;

/** Lets each observation through once, where two listeners hear the same events for a while. */
export class OnceOnly {
  readonly #heard = new Set<string>();

  isNew({ requestId, kind, at }: RequestObservation): boolean {
    const key = `${requestId} ${kind} ${at}`;
    if (this.#heard.has(key)) return false;
    this.#heard.add(key);
    for (const oldest of this.#heard) {
      if (this.#heard.size <= memory) break;
      this.#heard.delete(oldest);
    }
    return true;
  }
}
