import { browser, isFirefox } from '../browser.ts';
import { Batches } from '../capture/batches.ts';
import { type Listening, listen } from '../capture/listen.ts';
import { LoadMeter } from '../capture/load-meter.ts';
import type { RequestObservation } from '../exchange/observation.ts';
import { type ListenerMessage, listenPortName, readMessage } from '../messages.ts';
import { effectiveHeaders } from '../override/effective-headers.ts';
import type { Overrides } from '../override/overrides.ts';
import type { SessionRule } from '../override/session-rules.ts';
import { isOurs } from './is-ours.ts';

/**
 * Listens for DevTools pages: as long as their port is open, and not an event longer.
 *
 * @param overrides know which header rules are on
 */
export function listenForDevTools(overrides: Overrides): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== listenPortName || !isOurs(port.sender)) return;
    const send = (message: ListenerMessage) => port.postMessage(message);
    const batches = new Batches<RequestObservation>((observations) => send({ kind: 'observed', observations }));
    let listening: Listening | null = null;
    let maySpare = false;
    let isSparing = false;
    let tabId: number | null = null;
    const tell = (observation: RequestObservation) => {
      batches.add(observation);
      if (observation.kind === 'started') meter.count();
      if (observation.kind !== 'response-headers' || isFirefox) return;
      const effective = asRulesMakeIt(observation, overrides.rules);
      if (effective !== null) batches.add(effective);
    };
    const listenAnew = () => {
      listening?.stop();
      if (tabId !== null) listening = listen(tabId, tell, (url) => send({ kind: 'worker-began', url }));
      if (isSparing) listening?.attend('sparing');
    };
    const attend = () => {
      // DevTools do not record what rules make of an answer.
      const spares = maySpare && meter.isBusy && overrides.rules.length === 0;
      if (listening === null || spares === isSparing) return;
      isSparing = spares;
      listening.attend(spares ? 'sparing' : 'full');
      send({ kind: 'attentive', sparingly: spares, at: Date.now() });
    };
    const meter = new LoadMeter(attend);
    // Chromium keeps a listener deaf that was added before access was granted.
    browser.permissions.onAdded.addListener(listenAnew);
    const stopWatching = overrides.watchRules(attend);
    port.onMessage.addListener((data) => {
      const message = readMessage('listen', data);
      switch (message?.kind) {
        case 'listen':
          tabId = message.tabId;
          listenAnew();
          send({ kind: 'listening', at: Date.now() });
          break;
        case 'allow-sparing':
          maySpare = message.allowed;
          attend();
          break;
        case 'ping':
          send({ kind: 'pong', at: Date.now() });
          break;
        case undefined:
      }
    });
    port.onDisconnect.addListener(() => {
      browser.permissions.onAdded.removeListener(listenAnew);
      stopWatching();
      meter.reset();
      listening?.stop();
      batches.clear();
    });
  });
}

/**
 * What Chromium leaves out: of an answer that it refuses, it tells the server's own headers, and not those that it judged by.
 * Null where they are the same.
 */
function asRulesMakeIt(
  observation: RequestObservation & { readonly kind: 'response-headers' },
  rules: readonly SessionRule[],
): RequestObservation | null {
  if (rules.length === 0) return null;
  const { status: _, statusText: __, headers: own, initiator, ...sighting } = observation;
  const headers = effectiveHeaders(rules, { ...sighting, initiator: initiator.origin }, own);
  return headers === null ? null : { ...sighting, initiator, kind: 'effective-headers', headers };
}
