/** One header line as it stood on the wire: the name in its own case, the value as the browser gives it. */
export type HeaderLine = readonly [name: string, value: string];

/** HTTP whitespace around a value does not count. Form feed and vertical tab are no HTTP whitespace. */
const outerWhitespace = /^[\t\n\r ]+|[\t\n\r ]+$/g;

/** @see https://fetch.spec.whatwg.org/#concept-header-value-normalize */
function normalise(value: string): string {
  return hasOuterWhitespace(value) ? value.replace(outerWhitespace, '') : value;
}

function hasOuterWhitespace(value: string): boolean {
  return isWhitespace(value.charCodeAt(0)) || isWhitespace(value.charCodeAt(value.length - 1));
}

function isWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/**
 * A header list of the Fetch standard. Names are compared without regard to case; there is no way to look one up
 * with the wrong case.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list
 */
export class HeaderList {
  readonly lines: readonly HeaderLine[];
  /** Combined values by lower-case name. */
  readonly #values = new Map<string, string>();

  constructor(lines: readonly HeaderLine[]) {
    this.lines = lines;
    for (const [name, value] of lines) {
      const key = name.toLowerCase();
      const earlier = this.#values.get(key);
      const normalised = normalise(value);
      this.#values.set(key, earlier === undefined ? normalised : `${earlier}, ${normalised}`);
    }
  }

  /**
   * The combined value: every line of that name, trimmed, joined with a comma and a space; null where there is none.
   *
   * @see https://fetch.spec.whatwg.org/#concept-header-list-get
   */
  get(name: string): string | null {
    return this.#values.get(name.toLowerCase()) ?? null;
  }

  /** The trimmed value of each line of that name, in order. */
  getAll(name: string): readonly string[] {
    const key = name.toLowerCase();
    return this.lines.filter(([each]) => each.toLowerCase() === key).map(([, value]) => normalise(value));
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }

  /** Each name once, in lower case, in the order of its first line. */
  names(): string[] {
    return [...this.#values.keys()];
  }
}
