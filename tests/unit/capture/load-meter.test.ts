import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LoadMeter } from '../../../src/capture/load-meter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function meter() {
  const told: boolean[] = [];
  const load = new LoadMeter((isBusy) => told.push(isBusy));
  const answers = (count: number, within: number) => {
    for (let answer = 0; answer < count; answer += 1) {
      load.count();
      vi.advanceTimersByTime(within / count);
    }
  };
  return { told, load, answers };
}

test('a page that makes a few requests a second never is busy', () => {
  const { told, answers } = meter();
  answers(600, 60_000);
  expect(told).toEqual([]);
});

test('a page that makes many at once is busy before they are over, and told of once', () => {
  const { told, answers } = meter();
  answers(30, 60);
  expect(told).toEqual([true]);
});

test('it stays busy as long as many come, and is calm a moment after', () => {
  const { told, answers } = meter();
  answers(2_000, 10_000);
  expect(told).toEqual([true]);
  vi.advanceTimersByTime(2_500);
  expect(told).toEqual([true, false]);
});

test('it becomes busy again', () => {
  const { told, answers } = meter();
  answers(100, 500);
  vi.advanceTimersByTime(5_000);
  answers(100, 500);
  expect(told).toEqual([true, false, true]);
});

test('one that was stopped tells nothing more', () => {
  const { told, load, answers } = meter();
  answers(100, 500);
  load.stop();
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([true]);
});
