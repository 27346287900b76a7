import type { Milliseconds } from '../exchange/exchange.ts';

/** Milliseconds between two batches of a burst, and of a flood: a batch that grew so large that it was one. */
const wait = { inBurst: 50, inFlood: 250 };
const flood = 50;

/**
 * Gathers what comes one by one, and hands it over together: what comes after a pause at once, what comes in a burst
 * after a moment. Each message between two parts of the extension costs the page time, whatever it carries.
 */
export class Batches<Item> {
  readonly #handOver: (items: Item[]) => void;
  #gathered: Item[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(handOver: (items: Item[]) => void) {
    this.#handOver = handOver;
  }

  add(item: Item): void {
    this.#gathered.push(item);
    if (this.#timer === undefined) this.flush();
  }

  /** Hands over what was gathered, now. */
  flush(): void {
    this.#rest(this.#gathered.length);
    if (this.#gathered.length > 0) this.#handOver(this.#gathered.splice(0));
  }

  /** Forgets what was gathered. */
  clear(): void {
    this.#rest(0);
    this.#gathered = [];
  }

  #rest(handedOver: number): void {
    clearTimeout(this.#timer);
    this.#timer = handedOver === 0 ? undefined : setTimeout(() => this.flush(), this.#waitAfter(handedOver));
  }

  #waitAfter(handedOver: number): Milliseconds {
    return handedOver < flood ? wait.inBurst : wait.inFlood;
  }
}
