import type { HeaderLine } from '../../cors/header-list.ts';
import type { Milliseconds } from '../exchange.ts';
import { KeyedSets } from '../keyed-sets.ts';
import { isEnd, type RequestObservation } from '../observation.ts';
import { withoutFragment } from '../without-fragment.ts';

/** A request, between two redirects, as webRequest told it: what a record can be matched with. */
export interface SeenHop {
  readonly request: SeenRequest;
  readonly url: string;
  readonly method: string;
  /** When it was first told of. */
  readonly at: Milliseconds;
  /** Its beginning was not heard. */
  readonly isFromMiddle: boolean;
  headers: readonly HeaderLine[] | null;
  status: number | null;
  /** A redirect led away from it. */
  isLeft: boolean;
}

export interface SeenRequest {
  readonly requestId: string;
  hop: SeenHop;
  endedAt: Milliseconds | null;
  /** Its record has completed it: what is heard later needs to wait for none. */
  isRecorded: boolean;
}

/** How many hops wait for their record at most: some never get one. */
const capacity = 20_000;

/** What webRequest told and no record was matched with yet, by method and address. */
export class SeenHops {
  /** Those that are not over. */
  readonly #open = new Map<string, SeenRequest>();
  readonly #unmatched = new Set<SeenHop>();
  readonly #byKey = new KeyedSets<SeenHop>();

  /** @returns the hop, if this is the first that is told of its request */
  observe(observation: RequestObservation): SeenHop | null {
    const known = this.#open.get(observation.requestId);
    const request = known ?? this.#begin(observation);
    if (known !== undefined && startsHop(known.hop, observation)) known.hop = this.#add(known, observation);
    if (observation.kind === 'request-headers') request.hop.headers = observation.headers;
    if (observation.kind === 'response-headers') request.hop.status = observation.status;
    if (observation.kind === 'redirected') request.hop.isLeft = true;
    if (observation.kind === 'withdrawn') this.match(request.hop);
    if (isEnd(observation)) {
      request.endedAt = observation.at;
      this.#open.delete(observation.requestId);
    }
    return known === undefined ? request.hop : null;
  }

  /** Where a request is that is not over. */
  current(requestId: string): SeenHop | null {
    return this.#open.get(requestId)?.hop ?? null;
  }

  /** In the order in which they were told. */
  unmatched(method: string, url: string): Iterable<SeenHop> {
    return this.#byKey.get(keyOf(method, url));
  }

  /** Takes it that the record of a hop is known. */
  match(hop: SeenHop): void {
    this.#unmatched.delete(hop);
    this.#byKey.delete(keyOf(hop.method, hop.url), hop);
  }

  clear(): void {
    for (const hop of this.#unmatched) this.match(hop);
    this.#open.clear();
  }

  #begin(observation: RequestObservation): SeenRequest {
    const request = { requestId: observation.requestId, endedAt: null, isRecorded: false } as SeenRequest;
    request.hop = this.#add(request, observation);
    this.#open.set(observation.requestId, request);
    return request;
  }

  #add(request: SeenRequest, { url, method, at, kind }: RequestObservation): SeenHop {
    const isFromMiddle = kind !== 'started';
    const hop: SeenHop = { request, url, method, at, isFromMiddle, headers: null, status: null, isLeft: false };
    this.#unmatched.add(hop);
    this.#byKey.add(keyOf(method, url), hop);
    if (this.#unmatched.size > capacity) this.#forgetOldest();
    return hop;
  }

  #forgetOldest(): void {
    const [oldest] = this.#unmatched;
    if (oldest) this.match(oldest);
  }
}

/** Whether the request was redirected: it starts again, or goes on where that was not heard. */
function startsHop(hop: SeenHop, { kind, url, method }: RequestObservation): boolean {
  const isToldTwice = hop.url === url && hop.method === method && hop.status === null;
  if (kind === 'started') return !isToldTwice;
  return hop.isLeft && (kind === 'request-headers' || kind === 'response-headers');
}

/** What a hop and its record have in common. */
export function keyOf(method: string, url: string): string {
  return `${method} ${withoutFragment(url)}`;
}
