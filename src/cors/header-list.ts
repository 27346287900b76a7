/** One header line as it stood on the wire: the name in its own case, the value as the browser gives it. */
export type HeaderLine = readonly [name: string, value: string];

/** HTTP whitespace around a value does not count. Form feed and vertical tab are no HTTP whitespace. */
const outerWhitespace = /^[\t\n\r ]+|[\t\n\r ]+$/g;

/**
 * A header list of the Fetch standard. Names are compared without regard to case; there is no way to look one up
 * with the wrong case.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list
 */
export class HeaderList {
  readonly lines: readonly HeaderLine[];
  readonly #valuesByName = new Map<string, string[]>();

  constructor(lines: readonly HeaderLine[]) {
    this.lines = lines;
    for (const [name, value] of lines) {
      const key = name.toLowerCase();
      const normalised = value.replace(outerWhitespace, '');
      const values = this.#valuesByName.get(key);
      if (values) values.push(normalised);
      else this.#valuesByName.set(key, [normalised]);
    }
  }

  /**
   * The combined value: every line of that name, trimmed, joined with a comma and a space; null where there is none.
   *
   * @see https://fetch.spec.whatwg.org/#concept-header-list-get
   */
  get(name: string): string | null {
    return this.#valuesByName.get(name.toLowerCase())?.join(', ') ?? null;
  }

  /** The trimmed value of each line of that name, in order. */
  getAll(name: string): readonly string[] {
    return this.#valuesByName.get(name.toLowerCase()) ?? [];
  }

  has(name: string): boolean {
    return this.#valuesByName.has(name.toLowerCase());
  }

  /** Each name once, in lower case, in the order of its first line. */
  names(): string[] {
    return [...this.#valuesByName.keys()];
  }
}
