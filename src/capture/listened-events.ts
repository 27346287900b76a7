import type { ResourceType } from '../exchange/exchange.ts';
import type { EventName } from './request-event.ts';

/**
 * How closely a tab is listened to: in full, or sparingly while its page makes so many requests that it feels each listener.
 * What is then not heard, `devtools.network` has to add.
 */
export type Attention = 'full' | 'sparing';

/**
 * `extraHeaders` is Chromium's: without it preflights and refused answers stay hidden. It costs most of all: with a single
 * such listener, each request that the listener wants is led through the browser's process once more. Firefox needs and
 * takes none.
 */
export type ExtraInfo = 'requestHeaders' | 'responseHeaders' | 'extraHeaders';

/** How an event is listened to. */
export interface Heard {
  readonly extra: readonly ExtraInfo[];
  /** Of requests of these types only; of all when absent. */
  readonly types?: readonly ResourceType[];
  /** What is heard tells of workers that begin, and of nothing else. */
  readonly isForWorkers?: boolean;
}

/** An event that is missing is not listened to. */
type Listened = { readonly [Name in EventName]?: Heard };

/** What is listened to. Each line slows every request of the page, so each says what would be lost without it. */
export const listened: Readonly<Record<Attention, Listened>> = {
  full: {
    onBeforeRequest: { extra: [] }, // what waits for a preflight; when it began; the order by which preflights are paired
    onSendHeaders: { extra: ['requestHeaders', 'extraHeaders'] }, // Origin, the mode, the evidence of credentials
    onHeadersReceived: { extra: ['responseHeaders', 'extraHeaders'] }, // the server's own answer, also when it is refused
    onBeforeRedirect: { extra: ['extraHeaders'] }, // that a redirect was followed; fires for nothing else
    onCompleted: { extra: ['responseHeaders', 'extraHeaders'] }, // that it passed; the headers as rules left them
    onErrorOccurred: { extra: [] }, // that it failed, and the browser's name for it
  },
  sparing: {
    onBeforeRequest: { extra: [] }, // that there is a request, and which frame made it: no record has that
    onSendHeaders: { extra: ['requestHeaders'], types: ['script'], isForWorkers: true }, // no record has all of a worker's requests
    onCompleted: { extra: [] }, // that it passed: an answer whose body nobody reads is not recorded by itself
    onErrorOccurred: { extra: [] }, // that it failed: what does so before it reaches the network is not recorded
  },
};
