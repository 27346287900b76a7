import type { Milliseconds } from '../exchange/exchange.ts';
import type { RequestObservation } from '../exchange/observation.ts';

/** What a capture reports to. */
export interface CaptureSink {
  observe(observation: RequestObservation): void;
  /** Whether what happens is heard from now on. */
  setConnected(isConnected: boolean): void;
  /** From then on requests are heard sparingly, or all that can be heard again: as at each connection. */
  setSparing(isSparing: boolean, at: Milliseconds): void;
  /** The page has begun a worker with that script. */
  noteWorker(url: string): void;
  /** Something was heard before, and nothing between the two times. */
  missed(from: Milliseconds, at: Milliseconds): void;
}

/** A capture that goes on. */
export interface Captured {
  /** Whether a busy page may be listened to sparingly from now on: not unless told so. */
  allowSparing(isAllowed: boolean): void;
  stop(): void;
}

/**
 * Has the requests of a tab reported, until told to stop.
 *
 * @param tabId may be `noTab`: what shared and service workers request
 */
export type Capture = (tabId: number, sink: CaptureSink) => Captured;
