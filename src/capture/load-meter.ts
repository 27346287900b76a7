import type { Milliseconds } from '../exchange/exchange.ts';

/** A page is busy once so many requests began within such a time; with fewer, no listener is felt. */
const busy = { requests: 100, within: 1_000 };

/** It is calm again once so few did within such a time. */
const calm = { requests: 20, within: 1_000 };

/** Tells when a page makes so many requests that it feels each listener, and when that is over. */
export class LoadMeter {
  readonly #tell: () => void;
  #isBusy = false;
  /** Requests since the present time of counting began. */
  #requests = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param tell is called at each change; it begins calm */
  constructor(tell: () => void) {
    this.#tell = tell;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** A request began. */
  count(): void {
    this.#requests += 1;
    if (!this.#isBusy && this.#requests >= busy.requests) this.#become(true);
    else this.#timer ??= setTimeout(() => this.#rest(), busy.within);
  }

  /** Begins anew, calm, and tells nobody. */
  reset(): void {
    this.#isBusy = false;
    this.#stopCounting();
  }

  #stopCounting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#requests = 0;
  }

  #become(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.#countFor(isBusy ? calm.within : null);
    this.#tell();
  }

  /** What was counted was not enough to become busy, or to stay so. */
  #rest(): void {
    if (this.#isBusy && this.#requests > calm.requests) this.#countFor(calm.within);
    else if (this.#isBusy) this.#become(false);
    else this.#stopCounting();
  }

  #countFor(time: Milliseconds | null): void {
    this.#stopCounting();
    if (time !== null) this.#timer = setTimeout(() => this.#rest(), time);
  }
}
