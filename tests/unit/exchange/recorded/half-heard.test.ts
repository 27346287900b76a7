import { expect, test } from 'vitest';
import { fromChromium } from '../../../../src/capture/chromium-events.ts';
import type { EventName } from '../../../../src/capture/request-event.ts';
import { isCrossOrigin } from '../../../../src/exchange/cross-origin.ts';
import type { Exchange } from '../../../../src/exchange/exchange.ts';
import { ExchangeLog } from '../../../../src/exchange/fold.ts';
import type { Observation, RequestObservation } from '../../../../src/exchange/observation.ts';
import { RecordJoin } from '../../../../src/exchange/recorded/join.ts';
import { endOf, inWords, isOver, pageUrl, type Run, runs } from './recorded-runs.ts';

/** Of each event what is heard: all of it, only what needs no extra information, or nothing. */
const heard: Partial<Record<EventName, 'whole' | 'in part'>> = {
  onHeadersReceived: 'whole',
  onBeforeRedirect: 'whole',
  onCompleted: 'in part',
  onErrorOccurred: 'whole',
};

/** What is heard of an event by one who hears half: what Chromium gives with less extra information. */
function halfHeard(run: Run, [name, details]: Run['events'][number]): RequestObservation[] {
  const needsExtraHeaders = run.events.some(
    ([, { requestId, requestHeaders = [] }]) =>
      requestId === details.requestId && requestHeaders.some((header) => /^access-control-request/i.test(header.name)),
  );
  const how = heard[name];
  if (how === undefined || (needsExtraHeaders && how === 'in part')) return [];
  return fromChromium(name, how === 'whole' ? details : { ...details, responseHeaders: undefined });
}

/** What is in the log after a run that was half heard from one event to another. */
function exchangesOf(run: Run, gap: { from: number; to: number } | null): readonly Exchange[] {
  const join = new RecordJoin({ tabId: 1, tellsRefusals: true });
  join.showsPage(pageUrl);
  const log = new ExchangeLog();
  const add = (observations: readonly (Observation | null)[]) => log.add(observations.filter((one) => one !== null));
  for (const [index, event] of run.events.entries()) {
    const [name, details] = event;
    if (index === gap?.from) join.unheard(details.timeStamp, 'connection');
    if (index === gap?.to) join.heard(details.timeStamp, 'connection');
    const isHalfHeard = gap !== null && index >= gap.from && index < gap.to;
    const observations = isHalfHeard ? halfHeard(run, event) : fromChromium(name, details);
    add(observations.map((observation) => join.observe(observation)));
  }
  const end = endOf(run);
  for (const record of run.records) join.take(record, end);
  add(join.settle(end + 1_000));
  add(join.settle(end + 60_000));
  return log.exchanges.filter(isCrossOrigin);
}

test.each(runs)('$name: what is half heard and completed by its record is what is heard in full', (run) => {
  const whole = exchangesOf(run, null);
  const count = run.events.length;
  const step = Math.ceil(count / 16);
  for (let from = 0; from < count; from += step) {
    for (let to = from + 1; to <= count; to += step) {
      const exchanges = exchangesOf(run, { from, to: to + step > count ? count : to });
      expect(exchanges.map(inWords).sort(), `from ${from} to ${to}`).toEqual(whole.map(inWords).sort());
      expect(exchanges.filter((exchange) => !isOver(exchange))).toEqual([]);
    }
  }
});

/** DevTools record no headers of a worker's request, nor of one that found no server. */
const withoutRecordedHeaders = ['worker-blocked', 'connection-refused'];

test.each(runs.filter(({ name }) => !withoutRecordedHeaders.includes(name)))(
  '$name: the headers that went out are known, though they were not heard',
  (run) => {
    const sent = ({ hops }: Exchange) =>
      hops.map(({ url, requestHeaders }) => `${url} ${new Map(requestHeaders).size > 0 ? 'headers' : ''}`);
    const whole = exchangesOf(run, null).map(sent);
    expect(exchangesOf(run, { from: 0, to: run.events.length }).map(sent)).toEqual(whole);
  },
);
