import type { Attention } from '../capture/listened-events.ts';
import { LoadMeter } from '../capture/load-meter.ts';

/**
 * Decides how closely the inspected tab is listened to. Listening slows each request, so a page that makes many is listened
 * to sparingly, as long as all goes well: DevTools' own record of each request has what is then not heard.
 */
export class Attentiveness {
  readonly #hasRecord: boolean;
  readonly #attend: (attention: Attention) => void;
  readonly #meter = new LoadMeter((isBusy) => this.#become(isBusy ? 'sparing' : 'full'));
  #attention: Attention = 'full';
  /** Not all goes well: each request counts now. */
  #isInDoubt = false;

  /** @param hasRecord whether this browser's record can stand in for what is not heard: Firefox's lacks too much */
  constructor(hasRecord: boolean, attend: (attention: Attention) => void) {
    this.#hasRecord = hasRecord;
    this.#attend = attend;
  }

  get attention(): Attention {
    return this.#attention;
  }

  /** DevTools recorded one more request. */
  countRecord(): void {
    if (this.#hasRecord && !this.#isInDoubt) this.#meter.count();
  }

  /** Something failed, or has no record of its own: this page is listened to in full from now on. */
  doubt(): void {
    this.#isInDoubt = true;
    this.#meter.reset();
    this.#become('full');
  }

  /** Another page, another chance. */
  beginPage(): void {
    this.#isInDoubt = false;
  }

  #become(attention: Attention): void {
    if (attention === this.#attention) return;
    this.#attention = attention;
    this.#attend(attention);
  }
}
