import type { KeeperMessage, PanelMessage } from '../../../src/messages.ts';

type Listener = (event: { readonly data: unknown }) => void;

/** Two ends of a channel: what one posts, the other gets, at once and as a copy. */
export function channelPair(): {
  keeperEnd: { postMessage(message: KeeperMessage): void; addEventListener(type: 'message', listener: Listener): void };
  panelEnd: { postMessage(message: PanelMessage): void; addEventListener(type: 'message', listener: Listener): void };
} {
  const ofKeeper: Listener[] = [];
  const ofPanel: Listener[] = [];
  const deliver = (listeners: Listener[]) => (message: unknown) => {
    for (const listener of [...listeners]) listener({ data: structuredClone(message) });
  };
  return {
    keeperEnd: { postMessage: deliver(ofPanel), addEventListener: (_, listener) => ofKeeper.push(listener) },
    panelEnd: { postMessage: deliver(ofKeeper), addEventListener: (_, listener) => ofPanel.push(listener) },
  };
}
