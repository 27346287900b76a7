import type { ResourceType } from '../exchange/exchange.ts';
import type { EventName } from './request-event.ts';

/**
 * How closely a tab is listened to: in `full`, or `sparing`, where `devtools.network` is to add what is then not heard. Nothing
 * listens sparingly yet: until its record comes, the verdict on a request would rest on too little.
 */
export type Attention = 'full' | 'sparing';

/**
 * `extraHeaders` is Chromium's: without it preflights stay hidden, and so do refused answers and the headers that say who
 * asks. Firefox needs and takes none.
 */
export type ExtraInfo = 'requestHeaders' | 'responseHeaders' | 'extraHeaders';

/** How an event is listened to. */
export interface Heard {
  readonly extra: readonly ExtraInfo[];
  /** Of requests of these types only; of all when absent. */
  readonly types?: readonly ResourceType[];
}

/** An event that is missing is not listened to. */
type Listened = { readonly [Name in EventName]?: Heard };

/**
 * What is listened to. Each line slows every request of the page by some percent, so each says what would be lost
 * without it.
 */
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
    onSendHeaders: { extra: ['requestHeaders', 'extraHeaders'], types: ['script'] }, // that a shared worker starts
    onHeadersReceived: { extra: ['responseHeaders', 'extraHeaders'] }, // no record has the answer that a worker was refused
    onBeforeRedirect: { extra: ['extraHeaders'] },
    onCompleted: { extra: [] }, // that it passed: an answer whose body nobody reads is never recorded
    onErrorOccurred: { extra: [] },
  },
};
