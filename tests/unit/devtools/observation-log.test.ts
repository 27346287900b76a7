import { expect, test } from 'vitest';
import { ObservationLog } from '../../../src/devtools/observation-log.ts';
import { completed, observe, responseHeaders, started } from '../exchange/observe.ts';

function ids(log: ObservationLog): string[] {
  return log.observations.map((one) => ('requestId' in one ? one.requestId : one.kind));
}

test('a log keeps the order in which things came', () => {
  const log = new ObservationLog();
  for (const one of [observe('1', started), observe('2', started), observe('1', completed)]) log.add(one);
  expect(ids(log)).toEqual(['1', '2', '1']);
  expect(log.next).toBe(3);
});

test('a full log drops the oldest tenth of its requests, each as a whole, and keeps what is no request', () => {
  const log = new ObservationLog({ requests: 10, text: 1e9 });
  log.add(observe('0', started));
  log.add({ kind: 'navigated', url: '', at: 1 });
  for (let id = 1; id <= 9; id += 1) log.add(observe(String(id), started));
  log.add(observe('0', completed));
  log.add(observe('10', started));
  expect(ids(log)).toEqual(['navigated', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  expect(log.dropped).toBe(3);
  expect(log.next).toBe(13);
});

test('large headers fill it sooner', () => {
  const log = new ObservationLog({ requests: 1e9, text: 10_000 });
  for (let id = 1; id <= 12; id += 1) log.add(observe(String(id), responseHeaders(200, [['x', 'y'.repeat(1_000)]])));
  expect(ids(log).at(-1)).toBe('12');
  expect(log.observations.length + log.dropped).toBe(12);
  expect(log.observations.length).toBeLessThan(10);
});

test('a cleared log is empty, has dropped nothing, and goes on counting', () => {
  const log = new ObservationLog({ requests: 1, text: 1e9 });
  log.add(observe('1', started));
  log.add(observe('2', started));
  log.clear();
  expect([log.observations, log.dropped, log.next]).toEqual([[], 0, 2]);
});
