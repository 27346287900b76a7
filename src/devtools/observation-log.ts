import type { Exchange, ObservedResponse } from '../exchange/exchange.ts';
import type { Observation } from '../exchange/observation.ts';

/** How many requests, preflights among them, the log of a tab keeps. */
export const requestCapacity = 20_000;

/** How many code units of URLs and headers it keeps: about as many bytes, 100 MB at most. */
export const textCapacity = 100_000_000;

interface Kept {
  readonly observation: Observation;
  readonly size: number;
}

/**
 * The log of one tab: observations in the order in which they came, bounded. When it is full, the oldest tenth of
 * the requests is dropped, each with everything about it.
 */
export class ObservationLog {
  readonly #requestCapacity: number;
  readonly #textCapacity: number;
  #kept: Kept[] = [];
  /** Size of what is kept of each request, oldest request first. */
  readonly #requests = new Map<string, number>();
  #text = 0;
  #dropped = 0;
  #next = 0;

  constructor(limits = { requests: requestCapacity, text: textCapacity }) {
    this.#requestCapacity = limits.requests;
    this.#textCapacity = limits.text;
  }

  /** How many observations were ever added: the number of the next one. */
  get next(): number {
    return this.#next;
  }

  /** How many observations were dropped since the log was last cleared. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Everything kept, oldest first. */
  get observations(): readonly Observation[] {
    return this.#kept.map(({ observation }) => observation);
  }

  add(observation: Observation): void {
    const size = sizeOf(observation);
    this.#next += 1;
    this.#text += size;
    this.#kept.push({ observation, size });
    if ('requestId' in observation) {
      this.#requests.set(observation.requestId, (this.#requests.get(observation.requestId) ?? 0) + size);
    }
    if (this.#requests.size > this.#requestCapacity || this.#text > this.#textCapacity) this.#dropOldest();
  }

  clear(): void {
    this.#kept = [];
    this.#requests.clear();
    this.#text = 0;
    this.#dropped = 0;
  }

  #dropOldest(): void {
    const doomed = new Set<string>();
    const enoughText = this.#textCapacity * 0.9;
    const enoughRequests = this.#requestCapacity * 0.9;
    for (const [requestId, size] of this.#requests) {
      if (this.#text <= enoughText && this.#requests.size <= enoughRequests) break;
      doomed.add(requestId);
      this.#requests.delete(requestId);
      this.#text -= size;
    }
    const before = this.#kept.length;
    this.#kept = this.#kept.filter(
      ({ observation }) => !('requestId' in observation) || !doomed.has(observation.requestId),
    );
    this.#dropped += before - this.#kept.length;
  }
}

function sizeOf(observation: Observation): number {
  if (observation.kind === 'recorded') return sizeOfExchange(observation.exchange);
  const headers = 'headers' in observation ? observation.headers : [];
  const url = 'url' in observation ? observation.url.length : 0;
  return url + sizeOfHeaders(headers);
}

function sizeOfExchange({ hops }: Exchange): number {
  return hops.reduce((sum, { url, requestHeaders, response, preflight }) => {
    const lists = [requestHeaders, response?.headers, preflight?.requestHeaders, preflight?.response?.headers];
    return lists.reduce((size, headers) => size + sizeOfHeaders(headers ?? []), sum + url.length);
  }, 0);
}

function sizeOfHeaders(headers: ObservedResponse['headers']): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}
