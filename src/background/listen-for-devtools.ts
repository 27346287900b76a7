import { browser } from '../browser.ts';
import { listen } from '../capture/listen.ts';
import { type ListenerMessage, listenPortName, readMessage } from '../messages.ts';

/** Listens for DevTools pages that may not listen themselves: as long as their port is open, and not an event longer. */
export function listenForDevTools(): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== listenPortName || !isOurs(port.sender)) return;
    const send = (message: ListenerMessage) => port.postMessage(message);
    let stop = () => {};
    port.onMessage.addListener((data) => {
      const message = readMessage('listen', data);
      switch (message?.kind) {
        case 'listen':
          stop();
          stop = listen(message.tabId, (observation) => send({ kind: 'observed', observation }));
          send({ kind: 'listening', at: Date.now() });
          break;
        case 'ping':
          send({ kind: 'pong', at: Date.now() });
          break;
        case undefined:
      }
    });
    port.onDisconnect.addListener(() => stop());
  });
}

/** Whether a message comes from a page of this extension. */
export function isOurs(sender: { id?: string | undefined; url?: string | undefined } | undefined): boolean {
  return sender?.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
}
