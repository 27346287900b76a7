/** A piece of an archive: one entry, or one of the other fields of its `log`. The text is not parsed yet. */
export interface HarPiece {
  /** Null for an entry. */
  readonly field: string | null;
  readonly text: string;
  readonly place: Place;
}

/** A place in the file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where the scanner is: in no value yet, in the root object, in its `log`, in the list of entries, after the end. */
type Level = 'start' | 'root' | 'log' | 'entries' | 'end';

const outward: Readonly<Record<Level, Level>> = { start: 'end', root: 'end', log: 'root', entries: 'log', end: 'end' };

/**
 * Cuts the text of an archive, which may come in parts of any size, into pieces small enough for `JSON.parse`, and keeps
 * no more of it than the piece that is not whole yet. It looks at brackets and strings only; whether a piece is JSON
 * shows when it is parsed.
 */
export class HarScanner {
  #level: Level = 'start';
  #text = '';
  #at = 0;
  /** Where the piece at hand begins; null between pieces. */
  #begin: number | null = null;
  #beginPlace: Place = { line: 1, column: 1 };
  #hasEntries = false;
  #field = '';
  /** The last text in quotes outside of a piece: the name of a field if a colon follows. */
  #quoted = '';
  /** Open brackets inside the piece at hand, or of a value that is skipped. */
  #depth = 0;
  /** Where the text in quotes at hand begins; null outside of quotes. */
  #quote: number | null = null;
  /** Lines are counted up to here; the line that is reached began at that index, which may be one let go of. */
  #counted = 0;
  #line = 1;
  #lineStart = 0;

  /** Whether the archive's last bracket was seen. */
  get isWhole(): boolean {
    return this.#level === 'end';
  }

  /** Whether there is a list of entries. */
  get hasEntries(): boolean {
    return this.#hasEntries;
  }

  /** Where the piece began that has not ended yet; null between pieces. */
  get openPiece(): Place | null {
    return this.#begin === null ? null : this.#beginPlace;
  }

  /** Where the scanner stands. */
  get place(): Place {
    return this.#placeOf(this.#at);
  }

  /** @param more the next part of the text */
  *push(more: string): Generator<HarPiece> {
    this.#text += more;
    while (this.#at < this.#text.length) {
      if (this.#quote !== null) {
        if (!this.#leaveQuote()) break;
        continue;
      }
      const piece = this.#step(this.#text[this.#at] ?? '');
      if (piece) yield piece;
      this.#at++;
    }
    this.#letGo();
  }

  /** Goes to the end of the text in quotes; gives whether it is there yet. */
  #leaveQuote(): boolean {
    stop.lastIndex = this.#at;
    for (let found = stop.exec(this.#text); found !== null; found = stop.exec(this.#text)) {
      if (found[0] === '\\') {
        stop.lastIndex = found.index + 2;
        // The escaped character may be in the next part.
        if (stop.lastIndex > this.#text.length) return this.#wait(found.index);
        continue;
      }
      const begin = this.#quote ?? found.index;
      if (this.#begin === null) this.#quoted = this.#text.slice(begin + 1, found.index);
      this.#quote = null;
      this.#at = found.index + 1;
      return true;
    }
    return this.#wait(this.#text.length);
  }

  #wait(at: number): false {
    this.#at = at;
    return false;
  }

  #step(character: string): HarPiece | null {
    switch (character) {
      case '"':
        this.#quote = this.#at;
        this.#beginPiece();
        return null;
      case '{':
      case '[':
        if (this.#goesInward(character)) return null;
        this.#beginPiece();
        this.#depth++;
        return null;
      case '}':
      case ']': {
        if (this.#depth > 0) {
          this.#depth--;
          return null;
        }
        const piece = this.#endPiece();
        this.#level = outward[this.#level];
        this.#field = '';
        return piece;
      }
      case ',': {
        if (this.#depth > 0) return null;
        const piece = this.#endPiece();
        if (this.#level !== 'entries') this.#field = '';
        return piece;
      }
      case ':':
        if (this.#depth === 0 && this.#begin === null && this.#level !== 'entries') this.#field = this.#quoted;
        return null;
      case ' ':
      case '\n':
      case '\r':
      case '\t':
        return null;
      default:
        this.#beginPiece();
        return null;
    }
  }

  /** Whether the bracket leads to the next level instead of beginning a value. */
  #goesInward(bracket: '{' | '['): boolean {
    if (this.#depth > 0) return false;
    const next = this.#next(bracket);
    if (next === null) return false;
    this.#level = next;
    this.#hasEntries ||= next === 'entries';
    this.#field = '';
    return true;
  }

  #next(bracket: '{' | '['): Level | null {
    if (this.#level === 'start') return bracket === '{' ? 'root' : null;
    if (this.#level === 'root') return bracket === '{' && this.#field === 'log' ? 'log' : null;
    if (this.#level === 'log') return bracket === '[' && this.#field === 'entries' ? 'entries' : null;
    return null;
  }

  #beginPiece(): void {
    const isPiece = this.#level === 'entries' || (this.#level === 'log' && this.#field !== '');
    if (!isPiece || this.#begin !== null) return;
    this.#begin = this.#at;
    this.#beginPlace = this.#placeOf(this.#at);
  }

  #endPiece(): HarPiece | null {
    if (this.#begin === null) return null;
    const text = this.#text.slice(this.#begin, this.#at);
    const piece = { field: this.#level === 'entries' ? null : this.#field, text, place: this.#beginPlace };
    this.#begin = null;
    return piece;
  }

  /** Forgets the text before the piece at hand. */
  #letGo(): void {
    const kept = Math.min(this.#begin ?? this.#at, this.#quote ?? this.#at, this.#at);
    if (kept === 0) return;
    this.#placeOf(kept);
    this.#text = this.#text.slice(kept);
    this.#at -= kept;
    this.#counted -= kept;
    this.#lineStart -= kept;
    if (this.#begin !== null) this.#begin -= kept;
    if (this.#quote !== null) this.#quote -= kept;
  }

  /** @param index never before one that was asked for earlier */
  #placeOf(index: number): Place {
    // Looking no further than the index: a file may be one line.
    const passed = this.#text.slice(this.#counted, index);
    for (let at = passed.indexOf('\n'); at >= 0; at = passed.indexOf('\n', at + 1)) {
      this.#line++;
      this.#lineStart = this.#counted + at + 1;
    }
    this.#counted = index;
    return { line: this.#line, column: index - this.#lineStart + 1 };
  }
}

const stop = /["\\]/g;
