import { browser, isFirefox } from '../browser.ts';
import { canFilterNoTab, noTab } from '../capture/listen.ts';
import { WorkerRequests } from '../capture/worker-requests.ts';
import { RecordJoin } from '../exchange/recorded/join.ts';
import type { Capture, CaptureSink } from './capture.ts';
import { followAccess } from './follow-access.ts';
import { followNetworkRecord } from './follow-network-record.ts';
import { isForbiddenPage } from './forbidden-page.ts';
import { askInspectedPage } from './inspected-page.ts';
import { type Channel, Keeper } from './keeper.ts';
import { OutcomesByTiming } from './outcomes-by-timing.ts';
import { askResourceTiming } from './resource-timing.ts';

/** Records the requests of the inspected tab until DevTools close. */
export function recordTab(tabId: number, capture: Capture, channel: Channel): void {
  const stops: (() => void)[] = [];
  const join = new RecordJoin({ tabId, tellsRefusals: !isFirefox });
  const keeper = new Keeper(channel, setListening, join);
  const workers = new WorkerRequests();
  const outcomes = new OutcomesByTiming(
    (observation) => keeper.observe(observation),
    (frameId, urls) => askResourceTiming(tabId, frameId, urls),
  );
  const tabSink: CaptureSink = {
    observe(observation) {
      outcomes.observe(observation);
      if (workers.expectAfter(observation)) listenToWorkers();
    },
    setConnected(isConnected) {
      keeper.setConnected(isConnected);
      if (isConnected) join.heard(Date.now(), 'connection');
      else join.unheard(Date.now(), 'connection');
    },
    missed(from, at) {
      outcomes.reset();
      keeper.missed(from, at);
    },
  };
  const workerSink: CaptureSink = {
    observe(observation) {
      if (workers.isOfPage(observation)) keeper.observe(observation);
    },
    // The tab's own capture tells of gaps: they are the same.
    setConnected() {},
    missed() {},
  };

  function setListening(on: boolean): void {
    for (const stop of stops.splice(0)) stop();
    outcomes.reset();
    if (!on) return;
    join.unheard(Date.now(), 'connection');
    stops.push(capture(tabId, tabSink));
    if (workers.areExpected) listenToWorkers();
  }

  function listenToWorkers(): void {
    stops.push(capture(noTab, workerSink));
  }

  async function look(): Promise<number> {
    const askedAt = Date.now();
    const page = await askInspectedPage();
    if (page === null) return askedAt;
    keeper.setForbidden(isForbiddenPage(page.url));
    join.showsPage(page.url);
    if ((page.hasServiceWorker || canFilterNoTab) && workers.expect(page.url)) listenToWorkers();
    return page.since;
  }

  async function tellNavigation(url: string): Promise<void> {
    outcomes.release();
    keeper.setForbidden(isForbiddenPage(url));
    keeper.observe({ kind: 'navigated', url, at: await look() });
  }

  browser.devtools.network.onNavigated.addListener((url) => void tellNavigation(url));
  addEventListener('pagehide', () => keeper.close());
  setListening(true);
  followNetworkRecord(keeper);
  followAccess(join);
  void look();
}
