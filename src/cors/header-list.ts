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

  // Few of the names are ever asked for: an index of all would cost more than it saves.
  constructor(lines: readonly HeaderLine[]) {
    this.lines = lines;
  }

  /**
   * The combined value: every line of that name, trimmed, joined with a comma and a space; null where there is none.
   *
   * @see https://fetch.spec.whatwg.org/#concept-header-list-get
   */
  get(name: string): string | null {
    const wanted = name.toLowerCase();
    let combined: string | null = null;
    for (const [each, value] of this.lines) {
      if (!isNamed(each, wanted)) continue;
      combined = combined === null ? normalise(value) : `${combined}, ${normalise(value)}`;
    }
    return combined;
  }

  /** The trimmed value of each line of that name, in order. */
  getAll(name: string): readonly string[] {
    const wanted = name.toLowerCase();
    const values: string[] = [];
    for (const [each, value] of this.lines) {
      if (isNamed(each, wanted)) values.push(normalise(value));
    }
    return values;
  }

  has(name: string): boolean {
    const wanted = name.toLowerCase();
    return this.lines.some(([each]) => isNamed(each, wanted));
  }

  /** Each name once, in lower case, in the order of its first line. */
  names(): string[] {
    const names: string[] = [];
    for (const [name] of this.lines) {
      const lower = name.toLowerCase();
      // Fewer than it takes for a set to be quicker.
      if (!names.includes(lower)) names.push(lower);
    }
    return names;
  }
}

/** Most names differ in their length already. */
function isNamed(name: string, lowerCase: string): boolean {
  return name.length === lowerCase.length && name.toLowerCase() === lowerCase;
}
