import { browser, isFirefox, type WebRequest } from '../browser.ts';
import type { RequestObservation } from '../exchange/observation.ts';
import { typesLeftOut } from '../exchange/types-left-out.ts';
import { fromChromium } from './chromium-events.ts';
import { fromFirefox } from './firefox-events.ts';
import { type Attention, type Heard, listened } from './listened-events.ts';
import type { EventDetails, EventName } from './request-event.ts';

const eventNames = Object.keys(listened.full) as EventName[];

/** What the API has and its types lack. Undefined where the place may not use webRequest. */
const enumerations = browser.webRequest as unknown as
  | { readonly ResourceType: object; readonly OnSendHeadersOptions?: object }
  | undefined;

/** Whether this place may use webRequest: Firefox's DevTools pages may not. */
export const canListen = enumerations !== undefined;

/** A navigation's own page is told by `devtools.network.onNavigated`. */
const allTypes = Object.values(enumerations?.ResourceType ?? {}).filter((type) => !typesLeftOut.includes(type));

const takesExtraHeaders = 'EXTRA_HEADERS' in (enumerations?.OnSendHeadersOptions ?? {});

/** The tab of what has none: shared and service workers. */
export const noTab = -1;

/** Whether this browser can filter for what has no tab. Chromium takes that filter for none, and tells of all tabs. */
export const canFilterNoTab = isFirefox;

/** A tab that is listened to. */
export interface Listening {
  /** Listens so closely from now on. Chromium heeds it at once, also for requests of the document that is open (measured). */
  attend(attention: Attention): void;
  stop(): void;
}

/**
 * Listens to the requests of one tab, in full to begin with, until told to stop.
 *
 * @param tabId may be `noTab`
 * @param noteWorker is told of the scripts of workers, where that is all that is heard of them
 */
export function listen(
  tabId: number,
  receive: (observation: RequestObservation) => void,
  noteWorker: (url: string) => void,
): Listening {
  const translate = isFirefox ? fromFirefox : fromChromium;
  /** What is listened to now, and for each event the way to stop. */
  const now = new Map<EventName, { readonly heard: Heard; readonly stop: () => void }>();

  function listenTo(name: EventName, { extra, types = allTypes, isForWorkers = false }: Heard): () => void {
    const event = browser.webRequest[name] as unknown as WebRequestEvent;
    const listener = (details: EventDetails) => {
      if (details.tabId !== tabId) return;
      if (isForWorkers) {
        if (isWorkerScript(details)) noteWorker(details.url);
        return;
      }
      for (const observation of translate(name, details)) receive(observation);
    };
    const taken = extra.filter((one) => one !== 'extraHeaders' || takesExtraHeaders);
    const filter = { urls: ['http://*/*', 'https://*/*'], types: [...types], tabId } as WebRequest.RequestFilter;
    event.addListener(listener, filter, ...(taken.length > 0 ? [taken] : []));
    return () => event.removeListener(listener);
  }

  function attend(attention: Attention): void {
    for (const name of eventNames) {
      const before = now.get(name);
      const heard = listened[attention][name];
      if (before !== undefined && heard !== undefined && isSame(before.heard, heard)) continue;
      // Before the old one goes: the browser may tell of an event between the two.
      if (heard === undefined) now.delete(name);
      else now.set(name, { heard, stop: listenTo(name, heard) });
      before?.stop();
    }
  }

  attend('full');
  return {
    attend,
    stop() {
      for (const { stop } of now.values()) stop();
      now.clear();
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

/** Chromium itself asks for a worker's script, and adds a User-Agent only later (measured): a document asks with one. */
function isWorkerScript({ requestHeaders = [] }: EventDetails): boolean {
  return !requestHeaders.some(({ name }) => name.toLowerCase() === 'user-agent');
}

function isSame(a: Heard, b: Heard): boolean {
  return a.extra.join() === b.extra.join() && a.types === b.types;
}
