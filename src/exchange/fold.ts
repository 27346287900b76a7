import {
  advanceExchange,
  advancePreflight,
  asPreflight,
  findAgain,
  loseExchange,
  newExchange,
  withHop,
  withLastHop,
} from './advance.ts';
import { candidatesFor, type Entry, isEnded, isUndecided, waitingRequest } from './entry.ts';
import { EntryIndex } from './entry-index.ts';
import type { Exchange, Milliseconds } from './exchange.ts';
import { addRecord, addTrace } from './fold-records.ts';
import type { Observation, RequestObservation } from './observation.ts';
import { Pages } from './pages.ts';
import { askedHeaderNames, askedMethod, pairedRequest, pairingKey } from './pairing.ts';

/** A time in which nothing was seen. */
export interface Interruption {
  readonly from: Milliseconds;
  readonly at: Milliseconds;
  /** The person wanted it so. */
  readonly cause?: 'pause';
}

/** How many exchanges are kept when nobody says otherwise. */
export const exchangeCapacity = 20_000;

/**
 * Folds observations into exchanges, one by one. What comes out is immutable: a changed exchange is another object,
 * an unchanged one the same. Takes anything in any order, and never throws: an event about an unknown request begins
 * an exchange, a preflight whose request was not seen is shown as an exchange of its own.
 */
export class ExchangeLog {
  readonly #capacity: number;
  readonly #index = new EntryIndex();
  readonly #pages = new Pages();
  #interruptions: readonly Interruption[] = [];
  #snapshot: readonly Exchange[] | null = [];
  /** Some came later than others that started after them. */
  #isUnordered = false;
  #dropped = 0;

  /** @param capacity number of exchanges; beyond it the oldest are dropped */
  constructor(capacity = exchangeCapacity) {
    this.#capacity = capacity;
  }

  /** Oldest first. The same array as long as nothing changes. */
  get exchanges(): readonly Exchange[] {
    this.#snapshot ??= this.#list();
    return this.#snapshot;
  }

  /** How many navigations of the top document were seen. */
  get page(): number {
    return this.#pages.current;
  }

  get interruptions(): readonly Interruption[] {
    return this.#interruptions;
  }

  /** How many of the oldest exchanges were dropped. */
  get dropped(): number {
    return this.#dropped;
  }

  add(observations: Iterable<Observation>): void {
    for (const observation of observations) this.#addOne(observation);
    this.#makeRoom();
  }

  /** Takes exchanges that were folded elsewhere, as they are. */
  take(exchanges: Iterable<Exchange>): void {
    for (const exchange of exchanges) {
      const caller = { ...exchange, documentId: null };
      this.#index.entries.add({ caller, exchange, waitsUnder: null, requestIds: [] });
    }
    this.#makeRoom();
  }

  #makeRoom(): void {
    for (const entry of this.#index.entries) {
      if (this.#index.entries.size <= this.#capacity) break;
      this.#index.remove(entry);
      this.#dropped += 1;
    }
    this.#snapshot = null;
  }

  #addOne(observation: Observation): void {
    switch (observation.kind) {
      case 'navigated':
        this.#navigate(observation.at);
        break;
      case 'interrupted':
        this.#interruptions = [...this.#interruptions, observation];
        for (const entry of [...this.#index.pending]) this.#lose(entry, observation.at);
        break;
      case 'traced':
        addTrace(this.#index, observation);
        break;
      case 'recorded':
        addRecord(this.#index, this.#pages, observation);
        this.#isUnordered = true;
        break;
      default:
        this.#addToRequest(observation);
    }
  }

  #list(): readonly Exchange[] {
    const exchanges = [...this.#index.entries].map(({ exchange }) => exchange);
    if (this.#isUnordered) exchanges.sort((a, b) => a.startedAt - b.startedAt);
    return exchanges.filter((exchange) => !isUndecided(exchange));
  }

  /** The new document may have begun to load before its arrival is told. */
  #navigate(at: Milliseconds): void {
    this.#pages.begin(at);
    const page = this.#pages.current;
    for (const entry of this.#index.entries) {
      if (entry.exchange.startedAt >= at) entry.exchange = { ...entry.exchange, page };
    }
    for (const entry of [...this.#index.pending]) {
      const { tabId, startedAt } = entry.exchange;
      const outlivesPage = tabId === -1; // a shared or service worker's
      if (startedAt < at && !outlivesPage) this.#lose(entry, at);
    }
  }

  #addToRequest(observation: RequestObservation): void {
    const role = this.#index.roles.get(observation.requestId);
    const isOver = role !== undefined && isEnded(role.entry) && role.preflightOfHop === null;
    if (role === undefined || (isOver && observation.kind === 'started')) this.#begin(observation);
    else if (role.preflightOfHop !== null) this.#advancePreflight(role.entry, role.preflightOfHop, observation);
    else if (observation.kind === 'withdrawn') this.#index.remove(role.entry);
    else this.#advance(role.entry, observation);
  }

  #begin(observation: RequestObservation): void {
    if (observation.kind === 'withdrawn') return;
    const { requestId } = observation;
    const entry: Entry = {
      caller: observation,
      // A navigation may be told before what came just before it.
      exchange: newExchange(this.#index.freeId(requestId), this.#pages.at(observation.at), observation),
      waitsUnder: null,
      requestIds: [requestId],
    };
    this.#index.add(entry, requestId);
    if (observation.kind === 'started') this.#index.settle(entry);
    else {
      this.#advance(entry, observation);
      this.#claimOrphan(entry);
    }
  }

  #advance(entry: Entry, observation: RequestObservation): void {
    if (this.#becomesPreflight(entry, observation)) return;
    const { exchange } = entry;
    const wasEnded = isEnded(entry);
    const goesOn = exchange.ending.kind === 'lost' ? findAgain(exchange, observation) : exchange;
    const advanced = advanceExchange(goesOn, observation);
    // What comes after the end may add facts, but it does not undo the end.
    entry.exchange = wasEnded ? { ...advanced, ending: exchange.ending } : advanced;
    this.#index.settle(entry);
    const isUnheardHop = advanced.hops.length > exchange.hops.length && observation.kind !== 'started';
    if (isUnheardHop) this.#claimOrphan(entry);
  }

  #advancePreflight(entry: Entry, hopIndex: number, observation: RequestObservation): void {
    entry.exchange = withHop(entry.exchange, hopIndex, (hop) =>
      hop.preflight === null ? hop : { ...hop, preflight: advancePreflight(hop.preflight, observation) },
    );
  }

  /**
   * An OPTIONS turns out to be a preflight when its headers are told. When it goes on without them (it failed before,
   * or they were missed) it is taken for one if a request waits. Gives whether it found its request.
   */
  #becomesPreflight(entry: Entry, observation: RequestObservation): boolean {
    const { exchange, caller } = entry;
    const [hop] = exchange.hops;
    if (hop === undefined || !isUndecided(exchange) || observation.kind === 'started') return false;
    const headers = observation.kind === 'request-headers' ? observation.headers : null;
    const method = askedMethod(hop.method, headers ?? []);
    if (method === null && headers !== null) return false;
    const key = pairingKey(caller, hop.url);
    const candidates = candidatesFor(entry, this.#index.waiting.get(key)).map(waitingRequest);
    const found = pairedRequest({ caller, method, headerNames: askedHeaderNames(headers ?? []) }, candidates);
    if (found === null) {
      this.#index.orphans.add(key, entry);
      return false;
    }
    this.#attach(entry, found.entry);
    this.#addToRequest(observation);
    return true;
  }

  /** Makes an OPTIONS the preflight of the other's last hop, with all that is known of it. */
  #attach(options: Entry, request: Entry): void {
    const preflight = asPreflight(options);
    this.#index.remove(options);
    if (preflight === null) return;
    request.exchange = withLastHop(request.exchange, (hop) => ({ ...hop, preflight }));
    this.#index.addPreflight(request, request.exchange.hops.length - 1, preflight.requestId);
    this.#index.settle(request);
  }

  /** A request whose beginning was missed may find its preflight among those that found no request. */
  #claimOrphan(entry: Entry): void {
    const hop = entry.exchange.hops.at(-1);
    if (hop === undefined || !this.#index.entries.has(entry)) return;
    const orphans = [...this.#index.orphans.get(pairingKey(entry.caller, hop.url))];
    if (orphans.includes(entry)) return; // an orphan itself: whoever claims it later has no place for its own
    for (const orphan of orphans) {
      if (isUndecided(orphan.exchange)) continue; // a request goes out only once its preflight was answered
      // Where they are not known it is a guess, until a record of it comes.
      const headers = orphan.exchange.hops[0]?.requestHeaders ?? [];
      const question = { caller: orphan.caller, method: askedMethod('OPTIONS', headers), headerNames: [] };
      if (pairedRequest(question, [waitingRequest(entry)]) !== null) {
        this.#attach(orphan, entry);
        return;
      }
    }
  }

  #lose(entry: Entry, at: Milliseconds): void {
    entry.exchange = loseExchange(entry.exchange, at);
    this.#index.settle(entry);
  }
}

/** Folds observations once, for those who do not wait for more. */
export function foldObservations(observations: Iterable<Observation>): readonly Exchange[] {
  const log = new ExchangeLog();
  log.add(observations);
  return log.exchanges;
}
