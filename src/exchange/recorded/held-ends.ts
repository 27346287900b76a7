import type { Milliseconds } from '../exchange.ts';
import type { EndObservation, Observation } from '../observation.ts';

/** Milliseconds for which an end waits for its record. What fails before it reaches the network has none. */
const patience = 5_000;

/** How many requests are remembered whose record did not come. */
const most = 1_000;

/** Ends of requests that say too little until the record of the request is there. */
export class HeldEnds {
  /** By request, in the order in which they came. */
  readonly #held = new Map<string, EndObservation>();
  /** Requests whose end waited in vain. */
  readonly #unrecorded = new Set<string>();

  get isHolding(): boolean {
    return this.#held.size > 0;
  }

  /** Whether a request waited for its record in vain. */
  get waitsInVain(): boolean {
    return this.#unrecorded.size > 0;
  }

  /** Null where none is held. */
  get(requestId: string): EndObservation | null {
    return this.#held.get(requestId) ?? null;
  }

  hold(end: EndObservation): void {
    this.#held.set(end.requestId, end);
  }

  /**
   * Gives the ends that need not wait any more, in the order in which they came.
   *
   * @param told what the records that came by now tell
   */
  release(told: readonly Observation[], now: Milliseconds): EndObservation[] {
    const recorded = new Set(told.map((one) => ('requestId' in one ? one.requestId : null)));
    for (const requestId of this.#unrecorded) if (recorded.has(requestId)) this.#unrecorded.delete(requestId);
    const released: EndObservation[] = [];
    for (const end of this.#held.values()) {
      const isRecorded = recorded.has(end.requestId);
      if (!isRecorded && end.at >= now - patience) continue;
      this.#held.delete(end.requestId);
      released.push(end);
      if (!isRecorded && this.#unrecorded.size < most) this.#unrecorded.add(end.requestId);
    }
    return released;
  }

  clear(): void {
    this.#held.clear();
    this.#unrecorded.clear();
  }
}
