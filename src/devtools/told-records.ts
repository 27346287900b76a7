import type { Milliseconds } from '../exchange/exchange.ts';
import { field, text } from '../exchange/har-value.ts';

/** How many are remembered. */
const most = 5_000;

/**
 * What DevTools told of by itself since a time. Their whole archive has more: an answer that the page does not read to its end
 * is recorded, and never told.
 */
export class ToldRecords {
  #since: Milliseconds;
  /** How often each was told, and when first. Records have no name: two of the same millisecond look alike. */
  readonly #told = new Map<string, { times: number; readonly at: Milliseconds }>();

  constructor(since: Milliseconds) {
    this.#since = since;
  }

  add(entry: unknown, at: Milliseconds): void {
    const name = nameOf(entry);
    const known = this.#told.get(name);
    if (known) known.times += 1;
    else this.#told.set(name, { times: 1, at });
    if (this.#told.size > most) this.#forgetOldest();
  }

  /** Of all that was recorded, what has an answer and was not told. */
  untoldOf(entries: readonly unknown[]): unknown[] {
    return entries.filter((entry) => {
      const told = this.#told.get(nameOf(entry));
      if (told !== undefined && told.times > 0) {
        told.times -= 1;
        return false;
      }
      return isAnswered(entry) && Date.parse(text(field(entry, 'startedDateTime'))) >= this.#since;
    });
  }

  #forgetOldest(): void {
    const [oldest] = this.#told;
    if (oldest === undefined) return;
    this.#told.delete(oldest[0]);
    this.#since = oldest[1].at;
  }
}

function nameOf(entry: unknown): string {
  const request = field(entry, 'request');
  return `${text(field(entry, 'startedDateTime'))} ${text(field(request, 'method'))} ${text(field(request, 'url'))}`;
}

/** What is still on its way is recorded as well. */
function isAnswered(entry: unknown): boolean {
  return Number(field(field(entry, 'response'), 'status')) > 0;
}
