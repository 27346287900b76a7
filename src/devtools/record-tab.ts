import { browser, isFirefox } from '../browser.ts';
import { canFilterNoTab, noTab } from '../capture/listen.ts';
import { WorkerRequests } from '../capture/worker-requests.ts';
import { RecordJoin } from '../exchange/recorded/join.ts';
import type { Capture, Captured, CaptureSink } from './capture.ts';
import { Confidence } from './confidence.ts';
import { followAccess } from './follow-access.ts';
import { followNetworkRecord } from './follow-network-record.ts';
import { isForbiddenPage } from './forbidden-page.ts';
import { askInspectedPage } from './inspected-page.ts';
import { type Channel, Keeper } from './keeper.ts';
import { OutcomesByTiming } from './outcomes-by-timing.ts';
import { askResourceTiming } from './resource-timing.ts';

/** Milliseconds after which the records are looked for that a busy page's requests lack: most come by themselves. */
const restAfter = 2_000;

/** Records the requests of the inspected tab until DevTools close. */
export function recordTab(tabId: number, capture: Capture, channel: Channel): void {
  const captures: Captured[] = [];
  let isSparing = false;
  const join = new RecordJoin({ tabId, tellsRefusals: !isFirefox }, () => confidence.doubt());
  const keeper = new Keeper(channel, setListening, join);
  const workers = new WorkerRequests();
  const confidence = new Confidence(!isFirefox, (isConfident) => {
    for (const captured of captures) captured.allowSparing(isConfident);
  });
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
    setSparing(isSo, at) {
      isSparing = isSo;
      if (isSparing) {
        join.sparing(at);
        record.remember();
      } else {
        join.heardInFull(at);
        setTimeout(() => void takeRest(), restAfter);
      }
    },
    noteWorker(url) {
      confidence.doubt();
      if (workers.expect(url)) listenToWorkers();
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
    setSparing() {},
    noteWorker() {},
    missed() {},
  };

  function setListening(on: boolean): void {
    for (const { stop } of captures.splice(0)) stop();
    outcomes.reset();
    if (!on) return;
    join.unheard(Date.now(), 'connection');
    const captured = capture(tabId, tabSink);
    captured.allowSparing(confidence.isGiven);
    captures.push(captured);
    if (workers.areExpected) listenToWorkers();
  }

  function listenToWorkers(): void {
    confidence.doubt();
    captures.push(capture(noTab, workerSink));
  }

  async function takeRest(): Promise<void> {
    if (isSparing) return;
    if (join.lacksRecords) await record.takeRest();
    else record.forget();
    join.excuseRecords();
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
    if (!workers.areExpected) confidence.beginPage();
    keeper.setForbidden(isForbiddenPage(url));
    keeper.observe({ kind: 'navigated', url, at: await look() });
  }

  browser.devtools.network.onNavigated.addListener((url) => void tellNavigation(url));
  addEventListener('pagehide', () => keeper.close());
  setListening(true);
  const record = followNetworkRecord(keeper);
  followAccess(join);
  void look();
}
