import type { RequestObservation } from '../exchange/observation.ts';

/** How many observations are remembered at least: what two listeners hear within a few seconds. */
const memory = 5_000;

/** Lets each observation through once, where two listeners hear the same events for a while. */
export class OnceOnly {
  #heard = new Set<string>();
  /** What was heard before those. Forgotten as a whole: to drop the oldest one by one is slow on a busy page. */
  #heardBefore: ReadonlySet<string> = new Set();

  isNew({ requestId, kind, at }: RequestObservation): boolean {
    const key = `${requestId} ${kind} ${at}`;
    if (this.#heard.has(key) || this.#heardBefore.has(key)) return false;
    this.#heard.add(key);
    if (this.#heard.size >= memory) {
      this.#heardBefore = this.#heard;
      this.#heard = new Set();
    }
    return true;
  }
}
