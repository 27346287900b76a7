import { type KeeperMessage, type KeeperState, type PanelMessage, readMessage } from '../../messages.ts';
import type { ObservationBatch } from '../host.ts';

/** What the stream needs of a BroadcastChannel. */
export interface PanelChannel {
  postMessage(message: PanelMessage): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Milliseconds between two looks after the keeper, and how long it may leave one unanswered. */
const lookEvery = 4_000;

/** The panel's end of the channel to the keeper: the log, whole and then as it grows, and the keeper's state. */
export class LogStream {
  readonly #channel: PanelChannel;
  readonly #id = crypto.randomUUID();
  readonly #receive: (batch: ObservationBatch) => void;
  readonly #tell: (state: KeeperState | null) => void;
  /** The number that the next observation must have; null until the log was replayed. */
  #expected: number | null = null;
  #wasAnswered = true;

  /**
   * @param receive is given the whole log first, then what comes
   * @param tell is given the keeper's state, null when there is no keeper any more
   */
  constructor(
    channel: PanelChannel,
    receive: (batch: ObservationBatch) => void,
    tell: (state: KeeperState | null) => void,
  ) {
    this.#channel = channel;
    this.#receive = receive;
    this.#tell = tell;
    channel.addEventListener('message', ({ data }) => this.#take(readMessage('keeper', data)));
    this.send({ kind: 'ping' });
    setInterval(() => this.#look(), lookEvery);
  }

  /** Asks for the whole log again. */
  replay(): void {
    this.#expected = null;
    this.#channel.postMessage({ kind: 'hello', panel: this.#id });
  }

  send(message: PanelMessage): void {
    this.#channel.postMessage(message);
  }

  #look(): void {
    if (!this.#wasAnswered) this.#tell(null);
    this.#wasAnswered = false;
    this.#channel.postMessage(this.#expected === null ? { kind: 'hello', panel: this.#id } : { kind: 'ping' });
  }

  #take(message: KeeperMessage | null): void {
    this.#wasAnswered ||= message !== null;
    switch (message?.kind) {
      case 'opened':
        this.replay();
        break;
      case 'state':
        this.#tell(message.state);
        break;
      case 'replay':
        if (message.panel !== this.#id) return;
        this.#expected = message.next;
        this.#receive({ replace: message.isFirst, observations: message.observations });
        break;
      case 'observed':
        this.#takeNew(message.observations, message.next);
        break;
      case 'cleared':
        this.#expected = message.next;
        this.#receive({ replace: true, observations: [] });
        break;
      case 'goodbye':
        this.#expected = null;
        this.#tell(null);
        break;
      case undefined:
    }
  }

  #takeNew(observations: ObservationBatch['observations'], next: number): void {
    if (this.#expected === null) return; // part of the replay to come
    if (next - observations.length !== this.#expected) {
      this.replay();
      return;
    }
    this.#expected = next;
    this.#receive({ replace: false, observations });
  }
}
