/** At least one to choose from. */
export type Choices<T> = readonly [T, ...T[]];

/** Seeded pseudo-random choices (mulberry32): the same seed gives the same cases on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(choices: Choices<T>): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  /** `count` of the choices, each at most once, in their own order. */
  sample<T>(choices: readonly T[], count: number): T[] {
    const left = [...choices.keys()];
    const taken = Array.from(
      { length: Math.min(count, left.length) },
      () => left.splice(this.below(left.length), 1)[0],
    );
    const wanted = new Set(taken);
    return choices.filter((_, index) => wanted.has(index));
  }
}
