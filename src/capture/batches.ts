import type { Milliseconds } from '../exchange/exchange.ts';

/**
 * Gathers what comes one by one, and hands it over together: what comes after a pause at once, what comes in a burst
 * every so many milliseconds. Each message between two parts of the extension costs the page time, whatever it carries.
 */
export class Batches<Item> {
  readonly #every: Milliseconds;
  readonly #handOver: (items: Item[]) => void;
  #gathered: Item[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param every the shortest time between two batches */
  constructor(every: Milliseconds, handOver: (items: Item[]) => void) {
    this.#every = every;
    this.#handOver = handOver;
  }

  add(item: Item): void {
    this.#gathered.push(item);
    if (this.#timer === undefined) this.flush();
  }

  /** Hands over what was gathered, now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#gathered.length === 0) return;
    this.#timer = setTimeout(() => this.flush(), this.#every);
    this.#handOver(this.#gathered.splice(0));
  }

  /** Forgets what was gathered. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#gathered = [];
  }
}
