import type { EngineName } from '../cors/engine-name.ts';
import type { Exchange } from './exchange.ts';
import { exchangeCapacity } from './fold.ts';
import { type HarEntry, isReadable, readHarEntry } from './har-entry.ts';
import { exchangesFromHar } from './har-exchanges.ts';
import { type HarPiece, HarScanner, type Place } from './har-scanner.ts';
import { field, fieldsOf, objectsOf, text } from './har-value.ts';
import { engineOfWriter } from './har-writer.ts';
import { jsonFault } from './json-fault.ts';

/** What an archive holds. */
export interface HarContents {
  readonly exchanges: readonly Exchange[];
  /** The engine of the browser that made the requests, as far as the archive tells; else the likeliest. */
  readonly engine: EngineName;
  /** Who wrote it, and for which browser: "WebInspector", "Playwright, chromium 156". */
  readonly writer: string;
  readonly entries: number;
  /** Whether the writer would have said so, had the browser refused an answer. */
  readonly tellsErrors: boolean;
  /** How many of the first entries were dropped for want of room. */
  readonly dropped: number;
  /** What could not be read, in sentences that name the place; empty where all was. */
  readonly problems: readonly string[];
}

/** How many entries are kept: about three for each exchange that the log has room for. */
const entryCapacity = 3 * exchangeCapacity;

/** So many problems are told one by one. */
const problemsTold = 3;

/** Reads an archive from its text, part by part. It keeps what a verdict rests on, and no body of any message. */
export class HarReading {
  readonly #scanner = new HarScanner();
  readonly #capacity: number;
  #entries: HarEntry[] = [];
  #read = 0;
  #dropped = 0;
  #isBroken = false;
  readonly #problems: string[] = [];
  #unreadable = 0;
  readonly #pages = new Map<string, string>();
  #creator = '';
  #browser = '';
  #begin = '';

  constructor(capacity = entryCapacity) {
    this.#capacity = capacity;
  }

  push(part: string): void {
    if (this.#begin.length < 20) this.#begin += part.slice(0, 20);
    if (this.#isBroken) return;
    for (const piece of this.#scanner.push(part)) {
      if (!this.#take(piece)) break;
    }
  }

  /** Ends the reading. @throws {Error} naming what is wrong, where there is nothing to show */
  finish(): HarContents {
    if (!this.#scanner.hasEntries && this.#problems.length === 0) throw new Error(this.#noArchive());
    if (!this.#scanner.isWhole && !this.#isBroken) this.#problems.push(this.#brokenOff());
    if (this.#unreadable > problemsTold) {
      this.#problems.push(`${(this.#unreadable - problemsTold).toLocaleString('en')} more entries could not be read.`);
    }
    if (this.#entries.length === 0 && this.#problems.length > 0) throw new Error(this.#problems.join(' '));
    return {
      exchanges: exchangesFromHar(this.#entries, this.#pages),
      engine: engineOfWriter(this.#creator, this.#browser, this.#entries),
      writer: writerName(this.#creator, this.#browser),
      entries: this.#read,
      tellsErrors: this.#entries.some(({ tellsErrors }) => tellsErrors),
      dropped: this.#dropped,
      problems: this.#problems,
    };
  }

  /** Gives whether it makes sense to go on. */
  #take(piece: HarPiece): boolean {
    const value = this.#parse(piece);
    if (value === undefined) return false;
    if (piece.field === null) this.#takeEntry(value, piece);
    else this.#takeField(piece.field, value);
    return true;
  }

  #parse({ text: json, field: name, place }: HarPiece): unknown {
    try {
      return JSON.parse(json) as unknown;
    } catch (error) {
      const what = name === null ? `Entry ${this.#read + 1}` : `The field log.${name}`;
      const fault = jsonFault(error, json, place);
      this.#problems.push(`${what} is not JSON, at ${inWords(fault.place)}: ${fault.why}.`);
      this.#isBroken = true;
      return undefined;
    }
  }

  #takeEntry(value: unknown, { place }: HarPiece): void {
    this.#read++;
    const entry = readHarEntry(value);
    if (isReadable(entry)) {
      this.#entries.push(entry);
      // Seldom, so that no entry is moved often.
      if (this.#entries.length >= 2 * this.#capacity) this.#dropOldest();
      return;
    }
    this.#unreadable++;
    if (this.#unreadable > problemsTold) return;
    const what = entry.field === '' ? 'It' : `Its ${entry.field}`;
    this.#problems.push(`Entry ${this.#read}, at ${inWords(place)}, was left out. ${what} is not ${entry.wanted}.`);
  }

  #dropOldest(): void {
    const tooMany = this.#entries.length - this.#capacity;
    this.#entries = this.#entries.slice(tooMany);
    this.#dropped += tooMany;
  }

  #takeField(name: string, value: unknown): void {
    if (name === 'creator') this.#creator = text(field(value, 'name'));
    if (name === 'browser') this.#browser = nameAndVersion(value);
    if (name !== 'pages') return;
    for (const { id, title, _url: url } of objectsOf(value)) {
      // Chromium and Safari write the address where the format wants the title.
      const address = [url, title].map(text).find((each) => /^https?:/i.test(each));
      if (address !== undefined) this.#pages.set(text(id), address);
    }
  }

  #noArchive(): string {
    const begin = this.#begin.trimStart();
    if (begin === '') return 'The file is empty.';
    if (!begin.startsWith('{')) {
      return `This is no HTTP Archive: it begins with “${begin.slice(0, 10)}” at ${inWords({ line: 1, column: 1 })}, and should with {.`;
    }
    if (!this.#scanner.isWhole) return `The file ends at ${inWords(this.#scanner.place)}, before its first entry.`;
    return 'This is JSON, but no HTTP Archive: it has no field log.entries.';
  }

  #brokenOff(): string {
    const { place, openPiece } = this.#scanner;
    const begun = openPiece && `in the middle of entry ${this.#read + 1}, which begins at ${inWords(openPiece)}`;
    return `The file ends too early, at ${inWords(place)}, ${begun ?? `after entry ${this.#read}`}.`;
  }
}

function inWords({ line, column }: Place): string {
  return `line ${line.toLocaleString('en')}, column ${column.toLocaleString('en')}`;
}

/** A browser's own DevTools name the browser twice. */
function writerName(creator: string, browser: string): string {
  if (creator === '' || browser.startsWith(creator)) return browser;
  return browser === '' ? creator : `${creator}, ${browser}`;
}

function nameAndVersion(value: unknown): string {
  const { name, version } = fieldsOf(value) ?? {};
  return [text(name), /^\d+/.exec(text(version))?.[0] ?? ''].filter((part) => part !== '').join(' ');
}
