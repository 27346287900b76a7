import type { Milliseconds } from '../exchange.ts';
import { KeyedSets } from '../keyed-sets.ts';
import { couldBe } from './match.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { keyOf, type SeenHop } from './seen-hops.ts';

/** A record that stands for a request of its own in the log. */
interface Adopted {
  readonly record: RecordedRequest;
  readonly requestId: string;
  readonly at: Milliseconds;
}

/** Records that were taken for requests that nobody heard of, for as long as their events may come yet. */
export class AdoptedRequests {
  readonly #byKey = new KeyedSets<Adopted>();
  readonly #inOrder: Adopted[] = [];
  /** Requests whose events came only after a record was taken for them: under which id that is. */
  readonly #aliases = new Map<string, string>();

  /** @param requestId under which the record is in the log */
  add(record: RecordedRequest, requestId: string, at: Milliseconds): void {
    const adopted = { record, requestId, at };
    this.#byKey.add(keyOf(record.method, record.url), adopted);
    this.#inOrder.push(adopted);
  }

  /** Takes what was first told of a request. Gives whether a record stands for it already. */
  recognise(hop: SeenHop): boolean {
    const key = keyOf(hop.method, hop.url);
    for (const adopted of this.#byKey.get(key)) {
      if (!couldBe(adopted.record, hop)) continue;
      this.#aliases.set(hop.request.requestId, adopted.requestId);
      this.#byKey.delete(key, adopted);
      return true;
    }
    return false;
  }

  /** The id in the log of a request that was recognised; undefined for any other. */
  aliasOf(requestId: string): string | undefined {
    return this.#aliases.get(requestId);
  }

  /** No event comes any more of that request. */
  isOver(requestId: string): void {
    this.#aliases.delete(requestId);
  }

  /** No event comes any more of what was adopted before that time. */
  forgetBefore(time: Milliseconds): void {
    while ((this.#inOrder[0]?.at ?? time) < time) {
      const adopted = this.#inOrder.shift();
      if (adopted) this.#byKey.delete(keyOf(adopted.record.method, adopted.record.url), adopted);
    }
  }
}
