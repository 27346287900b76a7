import { browser } from '../browser.ts';
import { type AttendMessage, attendPortName } from '../messages.ts';
import { patience, pingEvery } from './background-times.ts';

/**
 * Tells the background that these DevTools live, for as long as they do: an override ends when they do not. A background
 * that was ended is called back at once.
 */
export function attendTab(tabId: number): void {
  let port = connect();
  setInterval(() => port.postMessage({ kind: 'ping' } satisfies AttendMessage), pingEvery);

  function connect() {
    const openedAt = Date.now();
    const opened = browser.runtime.connect({ name: attendPortName });
    const reconnect = () => {
      port = connect();
    };
    opened.onDisconnect.addListener(() => {
      if (Date.now() - openedAt > patience) reconnect();
      else setTimeout(reconnect, patience);
    });
    opened.postMessage({ kind: 'attend', tabId } satisfies AttendMessage);
    return opened;
  }
}
