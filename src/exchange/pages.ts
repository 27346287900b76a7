import type { Milliseconds } from './exchange.ts';

/** The documents that the tab showed one after the other, numbered from 0. */
export class Pages {
  readonly #beginnings: Milliseconds[] = [];

  /** The number of the page that the tab shows. */
  get current(): number {
    return this.#beginnings.length;
  }

  begin(at: Milliseconds): void {
    this.#beginnings.push(at);
  }

  /** The number of the page that the tab showed at a time. */
  at(time: Milliseconds): number {
    return this.#beginnings.filter((beginning) => beginning <= time).length;
  }
}
