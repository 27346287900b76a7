import type { EventName } from './request-event.ts';

/**
 * What is listened to, and with which extra information. Each line slows every request of the page by some percent,
 * so each says what would be lost without it.
 */
export const listened: Record<EventName, readonly ('requestHeaders' | 'responseHeaders')[]> = {
  onBeforeRequest: [], // what waits for a preflight; when it began; the order by which preflights are paired
  onSendHeaders: ['requestHeaders'], // Origin, the mode, the evidence of credentials
  onHeadersReceived: ['responseHeaders'], // the server's own answer, also when it is refused
  onBeforeRedirect: [], // that a redirect was followed; fires for nothing else
  onCompleted: ['responseHeaders'], // that it passed; the headers as rules left them
  onErrorOccurred: [], // that it failed, and the browser's name for it
};
