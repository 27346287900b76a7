import type { Har } from 'har-format';
import type { BrowserContext } from 'playwright';
import type { Recording } from './recording.ts';
import { runInChromium } from './run-in-chromium.ts';

// Libraries that make an archive of what Chromium tells over its DevTools protocol. Neither has types.

export type { Recording } from './recording.ts';

interface Message {
  readonly method: string;
  readonly params: unknown;
}

interface ChromeHar {
  harFromMessages(messages: readonly Message[]): Har;
}

interface ChromeHarCapturer {
  fromLog(url: string, log: readonly Message[]): Promise<Har>;
}

const events = [
  'Page.frameStartedLoading',
  'Page.frameAttached',
  'Page.frameScheduledNavigation',
  'Page.navigatedWithinDocument',
  'Page.domContentEventFired',
  'Page.loadEventFired',
  'Network.requestWillBeSent',
  'Network.requestWillBeSentExtraInfo',
  'Network.requestServedFromCache',
  'Network.responseReceived',
  'Network.responseReceivedExtraInfo',
  'Network.dataReceived',
  'Network.loadingFinished',
  'Network.loadingFailed',
] as const;

/** What `chrome-har` makes, which puppeteer-har and Browsertime use, too. */
export async function recordChromeHar(page: string, ids: readonly string[]): Promise<Recording> {
  const { messages, said } = await listen(page, ids);
  const { harFromMessages } = await load<ChromeHar>('chrome-har');
  return { har: harFromMessages(messages), said };
}

/** What `chrome-har-capturer` makes. */
export async function recordChromeHarCapturer(page: string, ids: readonly string[]): Promise<Recording> {
  const { messages, said } = await listen(page, ids);
  const { fromLog } = await load<ChromeHarCapturer>('chrome-har-capturer');
  return { har: await fromLog(page, messages), said };
}

async function listen(page: string, ids: readonly string[]) {
  const messages: Message[] = [];
  const begin = async (context: BrowserContext) => {
    const session = await context.newCDPSession(await context.newPage());
    for (const method of events) session.on(method, (params: unknown) => messages.push({ method, params }));
    await session.send('Page.enable');
    await session.send('Network.enable');
  };
  const said = await runInChromium(page, ids, { begin });
  return { messages, said };
}

async function load<Library>(name: string): Promise<Library> {
  const { default: library, ...named } = (await import(name)) as Library & { default?: Library };
  return library ?? (named as Library);
}
