import { browser, isFirefox, type WebRequest } from '../browser.ts';
import type { RequestObservation } from '../exchange/observation.ts';
import { typesLeftOut } from '../exchange/types-left-out.ts';
import { fromChromium } from './chromium-events.ts';
import { fromFirefox } from './firefox-events.ts';
import { type Attention, type ExtraInfo, listened } from './listened-events.ts';
import type { EventDetails, EventName } from './request-event.ts';

const eventNames = Object.keys(listened.full) as EventName[];

/** What the API has and its types lack. Undefined where the place may not use webRequest. */
const enumerations = browser.webRequest as unknown as
  | { readonly ResourceType: object; readonly OnSendHeadersOptions?: object }
  | undefined;

/** Whether this place may use webRequest: Firefox's DevTools pages may not. */
export const canListen = enumerations !== undefined;

const takesExtraHeaders = 'EXTRA_HEADERS' in (enumerations?.OnSendHeadersOptions ?? {});

/** The tab of what has none: shared and service workers. */
export const noTab = -1;

/** Whether this browser can filter for what has no tab. Chromium takes that filter for none, and tells of all tabs. */
export const canFilterNoTab = isFirefox;

/** A tab that is listened to. */
export interface Listening {
  /** Listens so closely from now on; no event that both ways hear is missed meanwhile. */
  attend(attention: Attention): void;
  stop(): void;
}

/**
 * Listens to the requests of one tab, in full to begin with, until told to stop.
 *
 * @param tabId may be `noTab`
 */
export function listen(tabId: number, receive: (observation: RequestObservation) => void): Listening {
  const translate = isFirefox ? fromFirefox : fromChromium;
  const filter: WebRequest.RequestFilter = {
    urls: ['http://*/*', 'https://*/*'],
    // A navigation's own page is told by `devtools.network.onNavigated`.
    types: Object.values(enumerations?.ResourceType ?? {}).filter((type) => !typesLeftOut.includes(type)),
    tabId,
  };
  /** For each event that is listened to: with which extra information, and the way to stop. */
  const heard = new Map<EventName, { readonly extra: string; readonly stop: () => void }>();

  function listenTo(name: EventName, extra: readonly ExtraInfo[]): () => void {
    const event = browser.webRequest[name] as unknown as WebRequestEvent;
    const listener = (details: EventDetails) => {
      if (details.tabId !== tabId) return;
      for (const observation of translate(name, details)) receive(observation);
    };
    event.addListener(listener, filter, ...(extra.length > 0 ? [extra] : []));
    return () => event.removeListener(listener);
  }

  function attend(attention: Attention): void {
    for (const name of eventNames) {
      const before = heard.get(name);
      const extra = extraInfoOf(listened[attention][name]);
      if (before?.extra === extra?.join()) continue;
      // Before the old one goes: the browser may tell of an event between the two.
      if (extra === undefined) heard.delete(name);
      else heard.set(name, { extra: extra.join(), stop: listenTo(name, extra) });
      before?.stop();
    }
  }

  attend('full');
  return {
    attend,
    stop() {
      for (const { stop } of heard.values()) stop();
      heard.clear();
    },
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

/** What this browser is asked for; undefined for an event that is not listened to. */
function extraInfoOf(wanted: readonly ExtraInfo[] | undefined): readonly ExtraInfo[] | undefined {
  return wanted?.filter((one) => one !== 'extraHeaders' || takesExtraHeaders);
}
