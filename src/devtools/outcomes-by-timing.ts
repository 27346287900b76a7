import type { Milliseconds } from '../exchange/exchange.ts';
import type { RequestObservation } from '../exchange/observation.ts';
import { matchTiming, type TimedRequest } from './match-timing.ts';
import type { TimingEntry } from './timing-entry.ts';

/** How long after a request's end the page is asked, in milliseconds: its own account comes a little later. */
const askAfter = [40, 150, 400, 1_000];

/** How long an answer may take, in milliseconds: a page that stands at a breakpoint gives none. */
const patience = 1_000;

/** What a frame's resource timing tells of these addresses. */
export type AskFrame = (frameId: number, urls: readonly string[]) => Promise<readonly TimingEntry[]>;

type Completed = RequestObservation & { readonly kind: 'completed' };

const notYetKnown = { isCors: false, isWorkerFetch: false };

/** A request under way. */
interface Open {
  readonly url: string;
  readonly startedAt: Milliseconds;
  /** Whether it is one that CORS decides about. */
  isCors: boolean;
  /** Whether a worker made it by `fetch()`: one that is refused then ends in an error. */
  isWorkerFetch: boolean;
}

/** An end that waits for what the page says of it. */
interface Held extends TimedRequest {
  readonly observation: Completed;
  readonly heldSince: Milliseconds;
  /** How many of the times to ask have come. */
  asked: number;
}

/**
 * Adds to the end of a request what the page's resource timing says of it, where the browser does not tell whether the
 * page may read the answer. An end is held back until then, a second or two at most; everything else passes at once.
 */
export class OutcomesByTiming {
  readonly #pass: (observation: RequestObservation) => void;
  readonly #ask: AskFrame;
  readonly #open = new Map<string, Open>();
  readonly #held = new Set<Held>();
  /** How many times an entry was taken: two of the same millisecond look the same. */
  readonly #taken = new Map<string, number>();
  /** Whether this browser says of requests which document they are of: then one without is a worker's. */
  #knowsDocuments = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pass: (observation: RequestObservation) => void, ask: AskFrame) {
    this.#pass = pass;
    this.#ask = ask;
  }

  observe(observation: RequestObservation): void {
    const { requestId, documentId, url, at } = observation;
    this.#knowsDocuments ||= documentId !== null;
    switch (observation.kind) {
      case 'started':
        // A redirect starts anew, and the page names the request by its first address.
        if (!this.#open.has(requestId)) this.#open.set(requestId, { url, startedAt: at, ...notYetKnown });
        break;
      case 'request-headers': {
        const open = this.#open.get(requestId);
        if (open) {
          open.isCors ||= isCorsRequest(observation);
          open.isWorkerFetch ||= this.#isOfWorker(observation) && isFetch(observation);
        }
        break;
      }
      case 'completed': {
        const open = this.#open.get(requestId);
        this.#open.delete(requestId);
        if (open?.isWorkerFetch) {
          this.#pass({ ...observation, readable: true });
          return;
        }
        if (open?.isCors && this.#pageMayTell(observation)) {
          this.#hold(open, observation);
          return;
        }
        break;
      }
      case 'failed':
      case 'withdrawn':
        this.#open.delete(requestId);
        break;
      case 'response-headers':
      case 'effective-headers':
      case 'redirected':
    }
    this.#pass(observation);
  }

  /** What is under way may never be told to end. */
  reset(): void {
    this.#open.clear();
    this.release();
  }

  /** Lets go of all that is held: the page that could tell is gone. */
  release(): void {
    for (const held of [...this.#held]) this.#letGo(held, null);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** No document tells of its workers' requests. */
  #pageMayTell(observation: Completed): boolean {
    return !observation.readable && observation.tabId >= 0 && !this.#isOfWorker(observation);
  }

  #isOfWorker({ tabId, documentId }: RequestObservation): boolean {
    return tabId >= 0 && this.#knowsDocuments && documentId === null;
  }

  #hold({ url, startedAt }: Open, observation: Completed): void {
    this.#held.add({ url, startedAt, endedAt: observation.at, observation, heldSince: Date.now(), asked: 0 });
    this.#schedule();
  }

  #schedule(): void {
    const dues = [...this.#held].map(dueOf);
    if (dues.length === 0 || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.#askAll(), Math.max(0, Math.min(...dues) - Date.now()));
  }

  async #askAll(): Promise<void> {
    const frames = new Set([...this.#held].map(({ observation }) => observation.frameId));
    await Promise.all([...frames].map((frameId) => this.#askFrame(frameId)));
    this.#timer = undefined;
    this.#schedule();
  }

  /** One question for all of the frame that is held. */
  async #askFrame(frameId: number): Promise<void> {
    const held = [...this.#held].filter(({ observation }) => observation.frameId === frameId);
    const now = Date.now();
    for (const one of held) if (dueOf(one) <= now) one.asked += 1;
    const urls = [...new Set(held.map(({ url }) => url))];
    const entries = await Promise.race([this.#ask(frameId, urls), noneInTime()]);
    const matches = matchTiming(held, this.#untaken(frameId, entries));
    for (const one of held) {
      const entry = matches.get(one) ?? null;
      const isGone = !this.#held.has(one);
      if (!isGone && (entry !== null || one.asked >= askAfter.length)) this.#letGo(one, entry);
    }
  }

  #untaken(frameId: number, entries: readonly TimingEntry[]): TimingEntry[] {
    const left = new Map(this.#taken);
    return entries.filter((entry) => {
      const key = keyOf(frameId, entry);
      const times = left.get(key) ?? 0;
      left.set(key, times - 1);
      return times <= 0;
    });
  }

  #letGo(held: Held, entry: TimingEntry | null): void {
    this.#held.delete(held);
    if (entry === null) {
      this.#pass(held.observation);
      return;
    }
    if (this.#taken.size > 2_000) this.#taken.clear();
    const key = keyOf(held.observation.frameId, entry);
    this.#taken.set(key, (this.#taken.get(key) ?? 0) + 1);
    this.#pass({ ...held.observation, timingStatus: entry.status });
  }
}

/** When the page is to be asked about it next. */
function dueOf({ heldSince, asked }: Held): Milliseconds {
  return heldSince + (askAfter[asked] ?? 0);
}

function noneInTime(): Promise<readonly TimingEntry[]> {
  return new Promise((resolve) => setTimeout(() => resolve([]), patience));
}

/** It names its origin, and is no preflight: of those the page knows nothing. */
function isCorsRequest({ headers }: RequestObservation & { readonly kind: 'request-headers' }): boolean {
  const names = headers.map(([name]) => name.toLowerCase());
  return names.includes('origin') && !names.includes('access-control-request-method');
}

/** In a worker's request, `fetch()` puts the Referer before the Origin, XMLHttpRequest after it. */
function isFetch({ headers }: RequestObservation & { readonly kind: 'request-headers' }): boolean {
  const names = headers.map(([name]) => name.toLowerCase());
  const referer = names.indexOf('referer');
  return referer >= 0 && referer < names.indexOf('origin');
}

function keyOf(frameId: number, { url, startedAt, endedAt }: TimingEntry): string {
  return `${frameId} ${startedAt} ${endedAt} ${url}`;
}
