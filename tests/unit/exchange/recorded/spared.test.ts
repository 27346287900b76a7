import { expect, test } from 'vitest';
import { fromChromium } from '../../../../src/capture/chromium-events.ts';
import { isCrossOrigin } from '../../../../src/exchange/cross-origin.ts';
import type { Exchange } from '../../../../src/exchange/exchange.ts';
import { ExchangeLog } from '../../../../src/exchange/fold.ts';
import type { Observation, RequestObservation } from '../../../../src/exchange/observation.ts';
import { RecordJoin } from '../../../../src/exchange/recorded/join.ts';
import { inWords, isOver, pageUrl, type Run, runs } from './recorded-runs.ts';

/**
 * What is heard of an event of a page that is spared: that a request begins and ends, and nothing of a preflight, unless it
 * began before.
 */
function heardSparingly(run: Run, [name, details]: Run['events'][number], from: number): RequestObservation[] {
  const isPreflight = run.events.some(
    ([, { requestId, requestHeaders = [] }]) =>
      requestId === details.requestId && requestHeaders.some((header) => /^access-control-request/i.test(header.name)),
  );
  const hasBegun = run.events.slice(0, from).some(([, { requestId }]) => requestId === details.requestId);
  const isHeard = name === 'onBeforeRequest' || name === 'onCompleted' || name === 'onErrorOccurred';
  return isHeard && (hasBegun || !isPreflight) ? fromChromium(name, { ...details, responseHeaders: undefined }) : [];
}

interface Folded {
  readonly exchanges: readonly Exchange[];
  /** Every exchange that ever was over, as it was told at the moment. */
  readonly told: ReadonlySet<string>;
  readonly doubts: number;
}

/** What is in the log after a run that was heard sparingly from one event to another. */
function fold(run: Run, spared: { from: number; to: number } | null, records = run.records): Folded {
  let doubts = 0;
  const join = new RecordJoin({ tabId: 1, tellsRefusals: true }, () => {
    doubts += 1;
  });
  join.showsPage(pageUrl);
  const log = new ExchangeLog();
  const told = new Set<string>();
  const add = (observations: readonly (Observation | null)[]) => {
    log.add(observations.filter((one) => one !== null));
    for (const exchange of log.exchanges.filter(isCrossOrigin)) if (isOver(exchange)) told.add(inWords(exchange));
  };
  for (const [index, event] of run.events.entries()) {
    const [name, details] = event;
    if (index === spared?.from) join.sparing(details.timeStamp);
    if (index === spared?.to) join.heardInFull(details.timeStamp);
    const isSpared = spared !== null && index >= spared.from && index < spared.to;
    const observations = isSpared ? heardSparingly(run, event, spared.from) : fromChromium(name, details);
    for (const observation of observations) add([join.observe(observation)]);
  }
  const end = Math.max(...run.observations.map(({ at }) => at));
  for (const record of records) join.take(record, end);
  for (const later of [1_000, 6_000, 60_000]) add(join.settle(end + later));
  return { exchanges: log.exchanges.filter(isCrossOrigin), told, doubts };
}

/** Chromium's record lacks the answer that a dedicated worker was refused. */
const withoutRecordedAnswer = ['worker-blocked'];

const recordedWhole = runs.filter(({ name }) => !withoutRecordedAnswer.includes(name));

test.each(recordedWhole)(
  '$name: what is heard sparingly and completed by its record is what is heard in full',
  (run) => {
    const whole = fold(run, null).exchanges.map(inWords).sort();
    const count = run.events.length;
    const step = Math.ceil(count / 16);
    for (let from = 0; from < count; from += step) {
      for (let to = from + 1; to <= count; to += step) {
        const { exchanges } = fold(run, { from, to: to + step > count ? count : to });
        expect(exchanges.map(inWords).sort(), `from ${from} to ${to}`).toEqual(whole);
        expect(exchanges.filter((exchange) => !isOver(exchange))).toEqual([]);
      }
    }
  },
);

test.each(recordedWhole)('$name: no other verdict is told before', (run) => {
  const { told, exchanges } = fold(run, { from: 0, to: run.events.length });
  expect([...told].sort()).toEqual([...new Set(exchanges.map(inWords))].sort());
});

function isOrdinary(run: Run): boolean {
  return fold(run, null).exchanges.every(({ hops, ending }) => hops.length === 1 && ending.kind === 'completed');
}

test.each(runs)('$name: there is doubt exactly where something failed or was redirected', (run) => {
  expect(fold(run, { from: 0, to: run.events.length }).doubts === 0).toBe(isOrdinary(run));
});

test.each(runs.filter(isOrdinary))('$name: there is no doubt, wherever in between listening changes', (run) => {
  for (let from = 0; from < run.events.length; from += 1) {
    expect(fold(run, { from, to: run.events.length }).doubts, `from ${from}`).toBe(0);
  }
});

/** Chromium tells no end of what is sent on to an address that is not of the web. */
const withoutEnd = ['redirect-to-app'];

const ended = runs.filter(({ name }) => !withoutEnd.includes(name));

test.each(ended)('$name: without a record it ends all the same, and there is doubt', (run) => {
  const { exchanges, doubts } = fold(run, { from: 0, to: run.events.length }, []);
  expect(exchanges.filter((exchange) => !isOver(exchange))).toEqual([]);
  if (exchanges.length > 0) expect(doubts).toBeGreaterThan(0);
});

test.each(runs.filter(({ name }) => withoutRecordedAnswer.includes(name)))(
  '$name: where the record lacks the answer, the verdict does not make one up',
  (run) => {
    const { exchanges } = fold(run, { from: 0, to: run.events.length });
    expect(exchanges.map(inWords).join()).toMatch(/unanswered: unknown/);
  },
);
