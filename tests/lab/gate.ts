/** Each opening lets one pass, whichever of the two comes first. */
export class Gate {
  #openings = 0;
  readonly #waiting: (() => void)[] = [];

  open(): void {
    const first = this.#waiting.shift();
    if (first) first();
    else this.#openings += 1;
  }

  pass(): Promise<void> {
    if (this.#openings === 0) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#openings -= 1;
    return Promise.resolve();
  }
}
