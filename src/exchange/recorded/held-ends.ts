import type { Milliseconds } from '../exchange.ts';
import type { EndObservation, RecordObservation } from '../observation.ts';

/** Milliseconds for which an end waits for its record. What fails before it reaches the network has none. */
const patience = 5_000;

/** How many requests are remembered whose record did not come. */
const most = 1_000;

/** Ends of requests that say too little until the record of the request is there. */
export class HeldEnds {
  /** By request, in the order in which they came. */
  readonly #held = new Map<string, EndObservation>();
  /** Requests whose end waited in vain, since somebody last looked for their records. */
  readonly #unrecorded = new Set<string>();

  get isHolding(): boolean {
    return this.#held.size > 0;
  }

  /** Whether a record did not come in time, or is still waited for. */
  get lacksRecords(): boolean {
    return this.isHolding || this.#unrecorded.size > 0;
  }

  /** Null where none is held. */
  get(requestId: string): EndObservation | null {
    return this.#held.get(requestId) ?? null;
  }

  hold(end: EndObservation): void {
    this.#held.set(end.requestId, end);
  }

  /**
   * Gives the ends that need not wait any more, in the order in which they came, and whether any of them waited in vain.
   *
   * @param told what the records that came by now tell
   */
  release(told: readonly RecordObservation[], now: Milliseconds): { released: EndObservation[]; isAnyInVain: boolean } {
    const recorded = new Set(told.flatMap(requestIdsOf));
    for (const requestId of this.#unrecorded) if (recorded.has(requestId)) this.#unrecorded.delete(requestId);
    const released: EndObservation[] = [];
    let isAnyInVain = false;
    for (const end of this.#held.values()) {
      const isRecorded = recorded.has(end.requestId);
      if (!isRecorded && end.at >= now - patience) continue;
      this.#held.delete(end.requestId);
      released.push(end);
      if (isRecorded) continue;
      isAnyInVain = true;
      if (this.#unrecorded.size < most) this.#unrecorded.add(end.requestId);
    }
    return { released, isAnyInVain };
  }

  /** Records that did not come in time were looked for. */
  excuse(): void {
    this.#unrecorded.clear();
  }

  clear(): void {
    this.#held.clear();
    this.#unrecorded.clear();
  }
}

/** A preflight is told of with its request. */
function requestIdsOf(told: RecordObservation): string[] {
  if (told.kind !== 'recorded') return [told.requestId];
  return [told.requestId, ...told.exchange.hops.flatMap(({ preflight }) => preflight?.requestId ?? [])];
}
