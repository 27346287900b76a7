import { type OverrideMessage, readMessage } from '../../messages.ts';
import type { OverrideCommand } from '../../override/commands.ts';
import type { OverrideAnswer, OverrideState } from '../../override/override.ts';
import type { OverrideHost } from '../host.ts';

/** What the link needs of a port to the background. */
export interface OverridePort {
  postMessage(message: OverrideMessage): void;
  readonly onMessage: { addListener(listener: (data: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** Milliseconds before a background is called again that did not answer the first call. */
const patience = 500;

const unreachable: OverrideAnswer = { done: false, refusal: 'unreachable', detail: '' };

/**
 * The panel's end of the port to the background. When the background is ended it is called back at once, and tells what is so:
 * nothing is remembered in between.
 */
export class OverrideLink implements OverrideHost {
  readonly #tabId: number;
  readonly #connect: () => OverridePort;
  readonly #listeners = new Set<(state: OverrideState | null) => void>();
  readonly #calls = new Map<number, (answer: OverrideAnswer) => void>();
  #state: OverrideState | null = null;
  #port: OverridePort;
  #lastCall = 0;

  /** @param connect opens a port named `overridePortName` */
  constructor(tabId: number, connect: () => OverridePort) {
    this.#tabId = tabId;
    this.#connect = connect;
    this.#port = this.#open();
  }

  get state(): OverrideState | null {
    return this.#state;
  }

  onStateChange(listener: (state: OverrideState | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  command(command: OverrideCommand): Promise<OverrideAnswer> {
    const call = ++this.#lastCall;
    return new Promise((resolve) => {
      this.#calls.set(call, resolve);
      try {
        this.#port.postMessage({ kind: 'command', call, command });
      } catch {
        this.#answer(call, unreachable);
      }
    });
  }

  #open(): OverridePort {
    const port = this.#connect();
    let hasAnswered = false;
    port.onMessage.addListener((data) => {
      hasAnswered = true;
      const message = readMessage('overrider', data);
      switch (message?.kind) {
        case 'override-state':
          this.#take(message.state);
          break;
        case 'answer':
          this.#answer(message.call, message.answer);
          break;
        case undefined:
      }
    });
    port.onDisconnect.addListener(() => {
      this.#take(null);
      for (const call of this.#calls.keys()) this.#answer(call, unreachable);
      if (hasAnswered) this.#reopen();
      else setTimeout(() => this.#reopen(), patience);
    });
    port.postMessage({ kind: 'follow', tabId: this.#tabId });
    return port;
  }

  #reopen(): void {
    this.#port = this.#open();
  }

  #take(state: OverrideState | null): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }

  #answer(call: number, answer: OverrideAnswer): void {
    this.#calls.get(call)?.(answer);
    this.#calls.delete(call);
  }
}
