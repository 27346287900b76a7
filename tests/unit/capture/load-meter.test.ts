import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LoadMeter } from '../../../src/capture/load-meter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function meter() {
  const told: boolean[] = [];
  const load: LoadMeter = new LoadMeter(() => told.push(load.isBusy));
  const begins = (count: number, within: number) => {
    for (let begun = 0; begun < count; begun += 1) {
      load.count();
      vi.advanceTimersByTime(within / count);
    }
  };
  return { told, load, begins };
}

test('a page that makes a few requests a second never is busy', () => {
  const { told, begins } = meter();
  begins(600, 60_000);
  expect(told).toEqual([]);
});

test('the burst of a page that loads is not busy', () => {
  const { told, begins } = meter();
  begins(80, 200);
  expect(told).toEqual([]);
});

test('a page that makes many at once is busy before they are over, and told of once', () => {
  const { told, begins } = meter();
  begins(120, 200);
  expect(told).toEqual([true]);
});

test('it stays busy as long as many come, and is calm a moment after', () => {
  const { told, begins } = meter();
  begins(2_000, 10_000);
  expect(told).toEqual([true]);
  vi.advanceTimersByTime(2_500);
  expect(told).toEqual([true, false]);
});

test('it becomes busy again', () => {
  const { told, begins } = meter();
  begins(150, 500);
  vi.advanceTimersByTime(5_000);
  begins(150, 500);
  expect(told).toEqual([true, false, true]);
});

test('one that begins anew tells nothing more of what was, and becomes busy again', () => {
  const { told, load, begins } = meter();
  begins(150, 500);
  load.reset();
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([true]);
  begins(150, 500);
  expect(told).toEqual([true, true]);
});
