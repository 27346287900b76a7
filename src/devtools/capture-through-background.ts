import { browser } from '../browser.ts';
import { type ListenMessage, listenPortName, readMessage } from '../messages.ts';
import type { Capture } from './capture.ts';

/** Milliseconds. A background without events ends after 30 seconds; a message is an event. */
const pingEvery = 20_000;

/**
 * Firefox: DevTools pages have no webRequest, so the background listens, for as long as the port to it is open. When
 * the background ends all the same, it is called back at once, and the gap is told.
 */
export const captureThroughBackground: Capture = (tabId, sink) => {
  let lastHeard = Date.now();
  let isGap = false;
  let isStopped = false;
  let port = connect();
  const pings = setInterval(() => send({ kind: 'ping' }), pingEvery);

  function connect() {
    const opened = browser.runtime.connect({ name: listenPortName });
    opened.onMessage.addListener((data) => receive(data));
    opened.onDisconnect.addListener(() => {
      if (isStopped) return;
      isGap = true;
      sink.disconnected();
      port = connect();
    });
    opened.postMessage({ kind: 'listen', tabId } satisfies ListenMessage);
    return opened;
  }

  function send(message: ListenMessage): void {
    port.postMessage(message);
  }

  function receive(data: unknown): void {
    const message = readMessage('listener', data);
    switch (message?.kind) {
      case 'observed':
        lastHeard = message.observation.at;
        sink.observe(message.observation);
        break;
      case 'listening':
        if (isGap) sink.reconnected(lastHeard, message.at);
        isGap = false;
        lastHeard = message.at;
        break;
      case 'pong':
        lastHeard = message.at;
        break;
      case undefined:
    }
  }

  return () => {
    isStopped = true;
    clearInterval(pings);
    port.disconnect();
  };
};
