import { Batches } from '../capture/batches.ts';
import { CrossOriginGate } from '../capture/cross-origin-gate.ts';
import type { Milliseconds } from '../exchange/exchange.ts';
import { type EventObservation, isEnd, type Observation } from '../exchange/observation.ts';
import type { RecordJoin } from '../exchange/recorded/join.ts';
import type { RecordedRequest } from '../exchange/recorded/recorded-request.ts';
import { type KeeperMessage, type KeeperState, type PanelMessage, readMessage } from '../messages.ts';
import { ObservationLog } from './observation-log.ts';

/** What the keeper needs of a BroadcastChannel. */
export interface Channel {
  postMessage(message: KeeperMessage): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** How many observations of a replay go into one message. */
const replayPart = 2_000;

/**
 * Keeps the log of one tab as long as its DevTools live, and tells it to every panel that asks: the one in DevTools,
 * whenever it is first shown, and those in tabs of their own.
 */
export class Keeper {
  readonly #channel: Channel;
  readonly #log: ObservationLog;
  readonly #join: RecordJoin;
  readonly #setListening: (on: boolean) => void;
  #gate = new CrossOriginGate();
  #recording: KeeperState['recording'] = 'reconnecting';
  #isForbidden = false;
  /** Null while recording. */
  #pausedAt: Milliseconds | null = null;
  /** What DevTools told of before was cleared away, or fell into a pause. */
  #wantedFrom: Milliseconds = 0;
  /** Requests in flight, and those of them that were cleared away: what still comes of these is ignored. */
  readonly #inFlight = new Set<string>();
  #forgotten = new Set<string>();
  readonly #untold: Batches<Observation>;
  #hasPanels = false;

  /** @param setListening starts and ends listening to the browser */
  constructor(channel: Channel, setListening: (on: boolean) => void, join: RecordJoin, log = new ObservationLog()) {
    this.#channel = channel;
    this.#join = join;
    this.#setListening = setListening;
    this.#log = log;
    this.#untold = new Batches((observations) => {
      channel.postMessage({ kind: 'observed', observations, next: log.next });
    });
    channel.addEventListener('message', ({ data }) => this.#answer(readMessage('panel', data)));
    channel.postMessage({ kind: 'opened' });
  }

  /** Takes what the browser told, in order. */
  observe(observation: EventObservation): void {
    if (this.#recording === 'paused') return;
    for (const passed of this.#gate.pass(observation)) {
      const joined = 'requestId' in passed ? this.#join.observe(passed) : passed;
      if (joined !== null) this.#record(joined);
    }
  }

  /** The browser was not heard between the two times. */
  missed(from: Milliseconds, at: Milliseconds): void {
    this.#join.missed(from, at);
    this.observe({ kind: 'interrupted', from, at });
  }

  /** Takes what DevTools recorded, and told of at that time. */
  takeRecord(record: RecordedRequest, toldAt: Milliseconds): void {
    const isWanted = toldAt >= this.#wantedFrom && (this.#pausedAt === null || toldAt < this.#pausedAt);
    if (isWanted) this.#join.take(record, toldAt);
  }

  /** Joins what DevTools recorded to what the browser told, as far as both are known. Gives whether more is to come. */
  settleRecords(): boolean {
    // What was missed shows only when the browser is heard again.
    if (this.#recording === 'on') for (const observation of this.#join.settle(Date.now())) this.#record(observation);
    return this.#join.isWaiting;
  }

  setConnected(isConnected: boolean): void {
    if (this.#recording === 'paused') return;
    this.#recording = isConnected ? 'on' : 'reconnecting';
    this.#tellState();
  }

  setForbidden(isForbidden: boolean): void {
    this.#isForbidden = isForbidden;
    this.#tellState();
  }

  /** DevTools are closing. */
  close(): void {
    this.#channel.postMessage({ kind: 'goodbye' });
  }

  #record(observation: Observation): void {
    if (this.#isForgotten(observation)) return;
    const droppedBefore = this.#log.dropped;
    this.#log.add(observation);
    if (this.#log.dropped !== droppedBefore) this.#tellState();
    if (this.#hasPanels) this.#untold.add(observation);
  }

  #isForgotten(observation: Observation): boolean {
    if (!('requestId' in observation)) return false;
    const { requestId } = observation;
    if (observation.kind === 'traced' || observation.kind === 'recorded') return this.#forgotten.has(requestId);
    const isOver = isEnd(observation);
    if (isOver) this.#inFlight.delete(requestId);
    else this.#inFlight.add(requestId);
    const isForgotten = this.#forgotten.has(requestId);
    if (isOver) this.#forgotten.delete(requestId);
    return isForgotten;
  }

  #tellState(): void {
    this.#channel.postMessage({
      kind: 'state',
      state: { recording: this.#recording, forbidden: this.#isForbidden, dropped: this.#log.dropped },
    });
  }

  #answer(message: PanelMessage | null): void {
    switch (message?.kind) {
      case 'hello':
        this.#hasPanels = true;
        this.#untold.flush();
        this.#replay(message.panel);
        this.#tellState();
        break;
      case 'ping':
        this.#tellState();
        break;
      case 'set-recording':
        if (message.on) this.#resume();
        else this.#pause();
        break;
      case 'clear':
        this.#clear();
        break;
      case undefined:
    }
  }

  /** In one go, so that nothing can come between its parts and the channel keeps them in order. */
  #replay(panel: string): void {
    const { observations, next } = this.#log;
    for (let start = 0; start === 0 || start < observations.length; start += replayPart) {
      const part = observations.slice(start, start + replayPart);
      this.#channel.postMessage({ kind: 'replay', panel, isFirst: start === 0, observations: part, next });
    }
  }

  #pause(): void {
    if (this.#pausedAt !== null) return;
    this.#pausedAt = Date.now();
    this.#recording = 'paused';
    this.#setListening(false);
    this.#tellState();
  }

  #resume(): void {
    if (this.#pausedAt === null) return;
    const from = this.#pausedAt;
    this.#pausedAt = null;
    this.#wantedFrom = Date.now();
    this.#recording = 'reconnecting';
    this.observe({ kind: 'interrupted', from, at: Date.now(), cause: 'pause' });
    this.#tellState();
    this.#setListening(true);
  }

  #clear(): void {
    this.#wantedFrom = Date.now();
    this.#log.clear();
    this.#join.clear();
    this.#untold.clear();
    this.#forgotten = new Set(this.#inFlight);
    this.#channel.postMessage({ kind: 'cleared', next: this.#log.next });
    this.#tellState();
  }
}
