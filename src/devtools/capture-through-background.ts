import { browser, type Runtime } from '../browser.ts';
import { canListen, listen } from '../capture/listen.ts';
import { OnceOnly } from '../capture/once-only.ts';
import type { Milliseconds } from '../exchange/exchange.ts';
import type { RequestObservation } from '../exchange/observation.ts';
import { sharedLines } from '../exchange/shared-lines.ts';
import { type ListenMessage, listenPortName, readMessage } from '../messages.ts';
import { patience, pingEvery } from './background-times.ts';
import type { Capture } from './capture.ts';

/**
 * The background listens, for as long as the port to it is open: Firefox's DevTools pages have no webRequest. When
 * the background ends all the same, it is called back at once, and the gap is told.
 */
export const captureThroughBackground: Capture = (tabId, sink) => {
  /** When something was last heard of the background; null while it has not answered the first call. */
  let lastHeard: Milliseconds | null = null;
  let isListening = false;
  let maySpare = false;
  let isStopped = false;
  const once = new OnceOnly();
  let stopStandIn = () => {};
  let port = connect();
  const pings = setInterval(() => port.postMessage({ kind: 'ping' } satisfies ListenMessage), pingEvery);

  function connect(): Runtime.Port {
    const opened = browser.runtime.connect({ name: listenPortName });
    opened.onMessage.addListener((data) => receive(data));
    opened.onDisconnect.addListener(() => {
      const hadAnswered = isListening;
      isListening = false;
      if (isStopped) return;
      standIn();
      sink.setConnected(false);
      if (hadAnswered) reconnect();
      else setTimeout(reconnect, patience);
    });
    opened.postMessage({ kind: 'listen', tabId } satisfies ListenMessage);
    return opened;
  }

  /** Until the background is back. */
  function standIn(): void {
    stopStandIn();
    if (canListen) stopStandIn = listen(tabId, observe, sink.noteWorker).stop;
  }

  function observe(observation: RequestObservation): void {
    if (once.isNew(observation)) sink.observe(observation);
  }

  function allowSparing(): void {
    port.postMessage({ kind: 'allow-sparing', allowed: maySpare } satisfies ListenMessage);
  }

  function reconnect(): void {
    if (!isStopped) port = connect();
  }

  function receive(data: unknown): void {
    const message = readMessage('listener', data);
    switch (message?.kind) {
      case 'listening':
        isListening = true;
        stopStandIn();
        stopStandIn = () => {};
        sink.setSparing(false, message.at);
        if (maySpare) allowSparing();
        sink.setConnected(true);
        if (lastHeard !== null) sink.missed(lastHeard, message.at);
        lastHeard = message.at;
        break;
      case 'worker-began':
        sink.noteWorker(message.url);
        break;
      case 'attentive':
        sink.setSparing(message.sparingly, message.at);
        break;
      case 'observed':
        for (const observation of message.observations) {
          lastHeard = observation.at;
          observe(withSharedLines(observation));
        }
        break;
      case 'pong':
        lastHeard = message.at;
        break;
      case undefined:
    }
  }

  return {
    allowSparing(isAllowed) {
      maySpare = isAllowed;
      if (isListening) allowSparing();
    },
    stop() {
      isStopped = true;
      stopStandIn();
      clearInterval(pings);
      port.disconnect();
    },
  };
};

/** What came by a message shares nothing with what came before. */
function withSharedLines(observation: RequestObservation): RequestObservation {
  return 'headers' in observation ? { ...observation, headers: sharedLines(observation.headers) } : observation;
}
