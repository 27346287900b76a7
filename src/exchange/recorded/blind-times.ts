import type { Milliseconds } from '../exchange.ts';

/** Why webRequest is not heard: nobody listens, access is missing, or a busy page is to be spared. */
export type BlindFor = 'connection' | 'access' | 'load';

/** Milliseconds around a time without ears in which events may have been missed as well. */
const margin = 500;

/** How many times are remembered. */
const most = 500;

/** The times in which webRequest was not heard. */
export class BlindTimes {
  readonly #times: { readonly from: Milliseconds; readonly to: Milliseconds }[] = [];
  /** Since when nothing is heard, for each cause there is. */
  readonly #since = new Map<BlindFor, Milliseconds>();

  begin(at: Milliseconds, cause: BlindFor): void {
    if (!this.#since.has(cause)) this.#since.set(cause, at);
  }

  end(at: Milliseconds, cause: BlindFor): void {
    const since = this.#since.get(cause);
    if (since !== undefined) this.add(since, at);
    this.#since.delete(cause);
  }

  add(from: Milliseconds, to: Milliseconds): void {
    this.#times.push({ from, to });
    if (this.#times.length > most) this.#times.shift();
  }

  /** Whether something that lasted so long may have been missed, in whole or in part. */
  touch(start: Milliseconds, end: Milliseconds): boolean {
    const isBlindSince = (since: Milliseconds) => end >= since - margin;
    return (
      [...this.#since.values()].some(isBlindSince) ||
      this.#times.some(({ from, to }) => start <= to + margin && end >= from - margin)
    );
  }
}
