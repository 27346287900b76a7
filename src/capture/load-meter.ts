import type { Milliseconds } from '../exchange/exchange.ts';

/** A page is busy once so many answers came within such a time; with fewer, no listener is felt. */
const busy = { answers: 25, within: 250 };

/** It is calm again once so few came in such a time. */
const calm = { answers: 20, within: 1_000 };

/** Tells when a page makes so many requests that it feels each listener, and when that is over. */
export class LoadMeter {
  readonly #tell: (isBusy: boolean) => void;
  #isBusy = false;
  /** Answers since the present time of counting began. */
  #answers = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param tell is told of each change; it begins calm */
  constructor(tell: (isBusy: boolean) => void) {
    this.#tell = tell;
  }

  /** An answer came. */
  count(): void {
    this.#answers += 1;
    if (!this.#isBusy && this.#answers >= busy.answers) this.#become(true);
    else this.#timer ??= setTimeout(() => this.#rest(), busy.within);
  }

  /** Counts no more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#answers = 0;
  }

  #become(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.#countFor(isBusy ? calm.within : null);
    this.#tell(isBusy);
  }

  /** What was counted was not enough to become busy, or to stay so. */
  #rest(): void {
    if (this.#isBusy && this.#answers > calm.answers) this.#countFor(calm.within);
    else if (this.#isBusy) this.#become(false);
    else this.stop();
  }

  #countFor(time: Milliseconds | null): void {
    this.stop();
    if (time !== null) this.#timer = setTimeout(() => this.#rest(), time);
  }
}
