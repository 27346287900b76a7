import { originOf, parseUrl } from '../../cors/origin.ts';
import { endingOf } from '../advance.ts';
import { isCrossOrigin } from '../cross-origin.ts';
import type { Exchange, Milliseconds } from '../exchange.ts';
import { isEnd, type Observation, type RecordObservation, type RequestObservation } from '../observation.ts';
import { typesLeftOut } from '../types-left-out.ts';
import { AdoptedRequests } from './adopted-requests.ts';
import { type BlindFor, BlindTimes } from './blind-times.ts';
import { chainRequests, endOf, isWhole, type RecordedChain, recordsOf, startOf } from './chain.ts';
import { exchangeOf, finerError, type RecordedFrom } from './chain-exchange.ts';
import { HeldEnds } from './held-ends.ts';
import { matchRecords } from './match.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { type SeenHop, SeenHops, type SeenRequest } from './seen-hops.ts';

/**
 * Milliseconds for which a record waits, so that what webRequest tells of the same comes first, and the records that
 * belong to it as well. Firefox takes its time.
 */
const settleTime = { toldAtOnce: 400, toldLate: 1_500 };

/** Milliseconds for which a record is kept that nobody needs yet: a gap may show only later. */
const keepTime = 30_000;

/** Milliseconds for which a preflight waits for the record of a request that has the headers it asked for. */
const lonelyTime = 5_000;

/** How many of them are kept. */
const mostKept = 5_000;

interface Told {
  readonly record: RecordedRequest;
  readonly at: Milliseconds;
}

/** A chain that may yet be needed, with what was seen of it. */
interface Kept {
  readonly chain: RecordedChain;
  readonly seen: SeenRequest | null;
  readonly at: Milliseconds;
}

/**
 * Joins what DevTools recorded to what webRequest told. Where both know a request, the record adds the call stack and the
 * finer error. Where webRequest was not heard, the record completes what was seen, and stands for what was not.
 */
export class RecordJoin {
  readonly #blind = new BlindTimes();
  /** When only beginnings and ends were heard. */
  readonly #sparing = new BlindTimes();
  readonly #held = new HeldEnds();
  #pageOrigin: string | null = null;
  readonly #from: Omit<RecordedFrom, 'id' | 'pageOrigin'>;
  readonly #doubt: () => void;
  readonly #settleTime: Milliseconds;
  readonly #seen = new SeenHops();
  #told: Told[] = [];
  #kept: Kept[] = [];
  #owed: Kept[] = [];
  readonly #adopted = new AdoptedRequests();
  #lastId = 0;

  /** @param doubt is called when something went otherwise than the record alone can be trusted to tell, while the page was spared */
  constructor(from: Omit<RecordedFrom, 'id' | 'pageOrigin'>, doubt: () => void = () => {}) {
    this.#from = from;
    this.#doubt = doubt;
    this.#settleTime = from.tellsRefusals ? settleTime.toldAtOnce : settleTime.toldLate;
  }

  /** Whether anything waits to be settled. */
  get isWaiting(): boolean {
    return this.#told.length > 0 || this.#owed.length > 0 || this.#held.isHolding;
  }

  /**
   * Takes what webRequest told; gives it as the log should have it, null where the log has it already, or is to have it
   * later: the end of a request whose answer was not listened to says too little until its record is there.
   */
  observe(observation: RequestObservation): RequestObservation | null {
    const hop = this.#seen.current(observation.requestId);
    const isUnanswered =
      (hop?.status ?? null) === null && this.#sparing.touch(hop?.at ?? observation.at, observation.at);
    const told = this.#observe(observation);
    if (told === null || !isUnanswered || hop?.request.isRecorded === true) return told;
    const isRedirected = hop !== null && observation.kind === 'started';
    if (isRedirected || observation.kind === 'failed') this.#doubt();
    if (observation.kind !== 'failed' && observation.kind !== 'completed') return told;
    this.#held.hold({ ...observation, requestId: told.requestId });
    return null;
  }

  #observe(observation: RequestObservation): RequestObservation | null {
    const first = this.#seen.observe(observation);
    if (first !== null && this.#adopted.recognise(first)) this.#seen.match(first);
    const alias = this.#adopted.aliasOf(observation.requestId);
    if (alias === undefined) return observation;
    if (isEnd(observation)) this.#adopted.isOver(observation.requestId);
    return observation.kind === 'started' ? null : { ...observation, requestId: alias };
  }

  /** Takes what DevTools recorded. */
  take(record: RecordedRequest, now: Milliseconds): void {
    this.#told.push({ record, at: now });
  }

  /** The inspected tab shows a page: it is who asks, where a record does not tell. */
  showsPage(url: string): void {
    this.#pageOrigin = originOf(parseUrl(url));
  }

  /** From now on webRequest is not heard. */
  unheard(from: Milliseconds, cause: BlindFor): void {
    this.#blind.begin(from, cause);
    this.#reconsider();
  }

  heard(at: Milliseconds, cause: BlindFor): void {
    this.#blind.end(at, cause);
  }

  /** From now on webRequest is heard sparingly: that a request begins and ends, no answer and no preflight. */
  sparing(from: Milliseconds): void {
    this.#sparing.begin(from, 'load');
  }

  heardInFull(at: Milliseconds): void {
    this.#sparing.end(at, 'load');
  }

  /** Whether a request ended while the page was spared, and its record did not come yet. */
  get lacksRecords(): boolean {
    return this.#held.lacksRecords;
  }

  /** They were looked for. */
  excuseRecords(): void {
    this.#held.excuse();
  }

  /** As it turns out, webRequest was not heard between these times: what was passed over is looked at again. */
  missed(from: Milliseconds, to: Milliseconds): void {
    this.#blind.add(from, to);
    this.#reconsider();
  }

  /** Gives what records add to the log by now. */
  settle(now: Milliseconds): Observation[] {
    const due = this.#told.filter(({ at }) => at <= now - this.#settleTime);
    this.#told = this.#told.filter(({ at }) => at > now - this.#settleTime);
    this.#forget(now);
    const toldAt = new Map(due.map(({ record, at }) => [record, at]));
    const mayBeAlone = (preflight: RecordedRequest) => (toldAt.get(preflight) ?? now) > now - lonelyTime;
    const { chains, preflights } = chainRequests([...toldAt.keys()], mayBeAlone);
    const [whole, parts] = partition(chains, (chain) => isWhole(chain, keepTime, now));
    const matches = matchRecords(whole.flatMap(recordsOf), this.#seen);
    for (const hop of matches.values()) this.#seen.match(hop);
    // A preflight's request, and what follows a redirect, come later.
    for (const record of [...preflights, ...parts.flatMap(recordsOf)]) {
      const at = toldAt.get(record) ?? now;
      if (at > now - keepTime) this.#told.push({ record, at });
    }
    const settled = [...this.#settleOwed(now), ...whole.flatMap((chain) => this.#settleChain(chain, matches, now))];
    const { released, isAnyInVain } = this.#held.release(settled, now);
    if (isAnyInVain || settled.some(isDoubtful)) this.#doubt();
    return [...settled, ...released];
  }

  /** Forgets all that was told. */
  clear(): void {
    this.#seen.clear();
    this.#told = [];
    this.#kept = [];
    this.#owed = [];
    this.#held.clear();
  }

  #settleChain(
    chain: RecordedChain,
    matches: ReadonlyMap<RecordedRequest, SeenHop>,
    now: Milliseconds,
  ): RecordObservation[] {
    const seen = seenOf(chain, matches);
    if (seen !== null) {
      const wasMissed = [this.#blind, this.#sparing].some((times) => times.touch(startOf(chain), endOf(chain)));
      if (wasMissed) return [this.#complete(chain, seen, matches, now)];
      if (seen.endedAt === null) this.#keep({ chain, seen, at: now });
      return trace(chain, seen.requestId, now);
    }
    if (this.#blind.touch(startOf(chain), startOf(chain))) return this.#adopt(chain, matches, now);
    this.#keep({ chain, seen, at: now });
    return [];
  }

  /** The record of what was seen in part. How it ended is the browser's own word, where that was heard. */
  #complete(
    chain: RecordedChain,
    seen: SeenRequest,
    matches: ReadonlyMap<RecordedRequest, SeenHop>,
    at: Milliseconds,
  ): RecordObservation {
    seen.isRecorded = true;
    const observation = this.#record(chain, seen.requestId, matches, at);
    const end = this.#held.get(seen.requestId);
    if (end === null) return observation;
    const { exchange } = observation;
    return { ...observation, exchange: { ...exchange, ending: endingOf(end) } };
  }

  #record(
    chain: RecordedChain,
    requestId: string,
    matches: ReadonlyMap<RecordedRequest, SeenHop>,
    at: Milliseconds,
  ): RecordObservation & { readonly kind: 'recorded' } {
    const recorded = exchangeOf(chain, { ...this.#from, id: requestId, pageOrigin: this.#pageOrigin });
    const hops = recorded.hops.map((hop, index) => {
      const record = chain.links[index]?.preflight ?? null;
      const seen = record === null ? undefined : matches.get(record);
      if (hop.preflight === null || seen === undefined) return hop;
      return { ...hop, preflight: { ...hop.preflight, requestId: seen.request.requestId } };
    });
    return { kind: 'recorded', requestId, at, exchange: { ...recorded, hops } };
  }

  #adopt(chain: RecordedChain, matches: ReadonlyMap<RecordedRequest, SeenHop>, now: Milliseconds): RecordObservation[] {
    this.#lastId += 1;
    const observation = this.#record(chain, `devtools-${this.#lastId}`, matches, now);
    if (!belongsInLog(observation.exchange)) return [];
    for (const [index, { request, preflight }] of chain.links.entries()) {
      this.#adopted.add(request, observation.requestId, now);
      const preflightId = observation.exchange.hops[index]?.preflight?.requestId;
      if (preflight !== null && preflightId !== undefined) this.#adopted.add(preflight, preflightId, now);
    }
    return [observation];
  }

  #keep(kept: Kept): void {
    this.#kept.push(kept);
    if (this.#kept.length > mostKept) this.#kept.shift();
  }

  #reconsider(): void {
    for (const kept of this.#kept.splice(0)) {
      if (kept.seen !== null) this.#owed.push(kept);
      else for (const record of recordsOf(kept.chain)) this.#told.push({ record, at: kept.at - this.#settleTime });
    }
  }

  /** What was seen to begin, and ended unheard. */
  #settleOwed(now: Milliseconds): RecordObservation[] {
    return this.#owed.splice(0).flatMap((kept) => {
      const { chain, seen } = kept;
      if (seen === null || seen.endedAt !== null) return [];
      if (this.#blind.touch(startOf(chain), endOf(chain))) return [this.#record(chain, seen.requestId, new Map(), now)];
      this.#keep(kept);
      return [];
    });
  }

  #forget(now: Milliseconds): void {
    this.#kept = this.#kept.filter(({ seen, at }) => at > now - keepTime && (seen === null || seen.endedAt === null));
    this.#adopted.forgetBefore(now - keepTime);
  }
}

/** Whether it did not pass: of a redirect that leaves the web, that is told by its record only. */
function isDoubtful(observation: RecordObservation): boolean {
  return observation.kind === 'recorded' && observation.exchange.ending.kind !== 'completed';
}

function belongsInLog(exchange: Exchange): boolean {
  return !typesLeftOut.includes(exchange.type) && isCrossOrigin(exchange);
}

function seenOf(chain: RecordedChain, matches: ReadonlyMap<RecordedRequest, SeenHop>): SeenRequest | null {
  for (const { request } of chain.links) {
    const hop = matches.get(request);
    if (hop !== undefined) return hop.request;
  }
  return null;
}

function trace(chain: RecordedChain, requestId: string, at: Milliseconds): RecordObservation[] {
  const [{ request }] = chain.links;
  const networkError = finerError(chain);
  if (request.stack.length === 0 && networkError === null) return [];
  return [{ kind: 'traced', requestId, at, stack: request.stack, networkError }];
}

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
