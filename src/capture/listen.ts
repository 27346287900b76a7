import { browser, isFirefox, type WebRequest } from '../browser.ts';
import type { RequestObservation } from '../exchange/observation.ts';
import { typesLeftOut } from '../exchange/types-left-out.ts';
import { fromChromium } from './chromium-events.ts';
import { fromFirefox } from './firefox-events.ts';
import { listened } from './listened-events.ts';
import type { EventDetails, EventName } from './request-event.ts';

const eventNames = Object.keys(listened) as EventName[];

/** What the API has and its types lack. Undefined where the place may not use webRequest. */
const enumerations = browser.webRequest as unknown as
  | { readonly ResourceType: object; readonly OnSendHeadersOptions?: object }
  | undefined;

/** Whether this place may use webRequest: Firefox's DevTools pages may not. */
export const canListen = enumerations !== undefined;

/** `EXTRA_HEADERS` is Chromium's: without it, preflights and refused answers stay hidden. Firefox needs and takes none. */
const extraHeaders = 'EXTRA_HEADERS' in (enumerations?.OnSendHeadersOptions ?? {}) ? ['extraHeaders'] : [];

/** The tab of what has none: shared and service workers. */
export const noTab = -1;

/** Whether this browser can filter for what has no tab. Chromium takes that filter for none, and tells of all tabs. */
export const canFilterNoTab = isFirefox;

/**
 * Listens to the requests of one tab until told to stop.
 *
 * @param tabId may be `noTab`
 * @returns the way to stop
 */
export function listen(tabId: number, receive: (observation: RequestObservation) => void): () => void {
  const translate = isFirefox ? fromFirefox : fromChromium;
  const filter: WebRequest.RequestFilter = {
    urls: ['http://*/*', 'https://*/*'],
    // A navigation's own page is told by `devtools.network.onNavigated`.
    types: Object.values(enumerations?.ResourceType ?? {}).filter((type) => !typesLeftOut.includes(type)),
    tabId,
  };
  const stops = eventNames.map((name) => {
    const event = browser.webRequest[name] as unknown as WebRequestEvent;
    const listener = (details: EventDetails) => {
      if (details.tabId !== tabId) return;
      for (const observation of translate(name, details)) receive(observation);
    };
    const extra = extraInfoFor(name);
    event.addListener(listener, filter, ...(extra.length > 0 ? [extra] : []));
    return () => event.removeListener(listener);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** The events differ in nothing but what they allow as extra information. */
interface WebRequestEvent {
  addListener(
    listener: (details: EventDetails) => void,
    filter: WebRequest.RequestFilter,
    extraInfo?: readonly string[],
  ): void;
  removeListener(listener: (details: EventDetails) => void): void;
}

function extraInfoFor(name: EventName): readonly string[] {
  switch (name) {
    case 'onBeforeRequest':
    case 'onErrorOccurred':
      return []; // takes none in one browser or the other
    case 'onSendHeaders':
    case 'onHeadersReceived':
    case 'onBeforeRedirect':
    case 'onCompleted':
      return [...listened[name], ...extraHeaders];
  }
}
