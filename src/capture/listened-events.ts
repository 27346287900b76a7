import type { EventName } from './request-event.ts';

/**
 * How closely a tab is listened to: `full` as long as its page makes few requests, `sparing` while it makes many, and
 * `devtools.network` is to add what is then not heard.
 */
export type Attention = 'full' | 'sparing';

/**
 * `extraHeaders` is Chromium's: without it preflights stay hidden, and so do refused answers and the headers that say who
 * asks. Firefox needs and takes none.
 */
export type ExtraInfo = 'requestHeaders' | 'responseHeaders' | 'extraHeaders';

/** The extra information that each event is listened to with; an event that is missing is not listened to. */
type Listened = { readonly [Name in EventName]?: readonly ExtraInfo[] };

/**
 * What is listened to. Each line slows every request of the page by some percent, so each says what would be lost
 * without it.
 */
export const listened: Readonly<Record<Attention, Listened>> = {
  full: {
    onBeforeRequest: [], // what waits for a preflight; when it began; the order by which preflights are paired
    onSendHeaders: ['requestHeaders', 'extraHeaders'], // Origin, the mode, the evidence of credentials
    onHeadersReceived: ['responseHeaders', 'extraHeaders'], // the server's own answer, also when it is refused
    onBeforeRedirect: ['extraHeaders'], // that a redirect was followed; fires for nothing else
    onCompleted: ['responseHeaders', 'extraHeaders'], // that it passed; the headers as rules left them
    onErrorOccurred: [], // that it failed, and the browser's name for it
  },
  sparing: {
    onHeadersReceived: ['responseHeaders', 'extraHeaders'], // no record has the answer that a worker was refused
    onBeforeRedirect: ['extraHeaders'],
    onCompleted: [], // that it passed: an answer whose body nobody reads is never recorded
    onErrorOccurred: [],
  },
};
