import { browser } from '../browser.ts';
import { listen } from '../capture/listen.ts';
import { type ListenerMessage, listenPortName, readMessage } from '../messages.ts';

/** Listens for DevTools pages: as long as their port is open, and not an event longer. */
export function listenForDevTools(): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== listenPortName || !isOurs(port.sender)) return;
    const send = (message: ListenerMessage) => port.postMessage(message);
    let stop = () => {};
    let tabId: number | null = null;
    const listenAnew = () => {
      stop();
      if (tabId !== null) stop = listen(tabId, (observation) => send({ kind: 'observed', observation }));
    };
    // Chromium keeps a listener deaf that was added before access was granted.
    browser.permissions.onAdded.addListener(listenAnew);
    port.onMessage.addListener((data) => {
      const message = readMessage('listen', data);
      switch (message?.kind) {
        case 'listen':
          tabId = message.tabId;
          listenAnew();
          send({ kind: 'listening', at: Date.now() });
          break;
        case 'ping':
          send({ kind: 'pong', at: Date.now() });
          break;
        case undefined:
      }
    });
    port.onDisconnect.addListener(() => {
      browser.permissions.onAdded.removeListener(listenAnew);
      stop();
    });
  });
}

/** Whether a message comes from a page of this extension. */
export function isOurs(sender: { id?: string | undefined; url?: string | undefined } | undefined): boolean {
  return sender?.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
}
