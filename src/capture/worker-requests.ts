import { originOf, parseUrl } from '../cors/origin.ts';
import type { RequestObservation } from '../exchange/observation.ts';

/**
 * Which requests without a tab belong to the inspected page: those that a shared or service worker of its origin
 * makes. To hear them in Chromium one must listen to every tab, so that is done only once such a worker showed itself.
 * Another tab of the same origin may share the worker, hence "best effort": they are known by their tabId, -1.
 */
export class WorkerRequests {
  readonly #origins = new Set<string>();

  get areExpected(): boolean {
    return this.#origins.size > 0;
  }

  /** Takes it that workers of a page's origin make requests. Gives whether these are the first to be expected. */
  expect(pageUrl: string): boolean {
    const origin = originOf(parseUrl(pageUrl));
    if (origin === 'null') return false;
    const isFirst = !this.areExpected;
    this.#origins.add(origin);
    return isFirst;
  }

  /** As above, when the page loads the script of such a worker. */
  expectAfter(observation: RequestObservation): boolean {
    if (observation.kind !== 'request-headers') return false;
    const loadsWorker = observation.headers.some(
      ([name, value]) => name.toLowerCase() === 'sec-fetch-dest' && /^(?:shared|service)worker$/.test(value),
    );
    return loadsWorker && this.expect(observation.url);
  }

  /** What a document asked for is no worker's: it has no tab because that tab was closed. */
  isOfPage({ tabId, documentId, initiator }: RequestObservation): boolean {
    const isWorkers = tabId === -1 && documentId === null;
    return isWorkers && initiator.origin !== null && this.#origins.has(initiator.origin);
  }
}
