import type { Milliseconds } from '../exchange/exchange.ts';
import { askPage } from './ask-page.ts';

/** What the inspected page says of itself. */
export interface InspectedPage {
  readonly url: string;
  /** When the tab went over to this document. */
  readonly since: Milliseconds;
  /** Whether a service worker makes its requests. */
  readonly hasServiceWorker: boolean;
}

/**
 * A document begins to load things only after its answer began to arrive and, where it can tell, after the page
 * before it was unloaded.
 */
const question = `(() => {
  const [navigation] = performance.getEntriesByType('navigation');
  return {
    url: location.href,
    since: performance.timeOrigin + Math.max(navigation?.responseStart ?? 0, navigation?.unloadEventEnd ?? 0),
    hasServiceWorker: Boolean(navigator.serviceWorker?.controller),
  };
})()`;

/** How far back a page may date its beginning, in milliseconds. */
const longestLoad = 60_000;

/**
 * Null where the browser does not let us ask. The page answers for itself and may lie: all it can spoil is to which
 * page its own requests are counted. (`location` is the one part that it cannot forge.)
 */
export async function askInspectedPage(): Promise<InspectedPage | null> {
  const askedAt = Date.now();
  const answer = await askPage(question);
  if (!isInspectedPage(answer)) return null;
  const since = Math.min(Math.max(answer.since, askedAt - longestLoad), askedAt);
  return { url: answer.url, since, hasServiceWorker: answer.hasServiceWorker };
}

function isInspectedPage(answer: unknown): answer is InspectedPage {
  if (typeof answer !== 'object' || answer === null) return false;
  const { url, since, hasServiceWorker } = answer as Record<keyof InspectedPage, unknown>;
  return typeof url === 'string' && typeof since === 'number' && typeof hasServiceWorker === 'boolean';
}
