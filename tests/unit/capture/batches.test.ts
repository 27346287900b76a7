import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Batches } from '../../../src/capture/batches.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function gather() {
  const told: number[][] = [];
  return { told, batches: new Batches<number>((items) => told.push(items)) };
}

test('what comes after a pause is handed over at once', () => {
  const { told, batches } = gather();
  batches.add(1);
  vi.advanceTimersByTime(200);
  batches.add(2);
  expect(told).toEqual([[1], [2]]);
});

test('what comes in a burst is handed over together, in order, and all of it', () => {
  const { told, batches } = gather();
  for (let number = 0; number < 100; number += 1) {
    batches.add(number);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(50);
  expect(told.flat()).toEqual(Array.from({ length: 100 }, (_, number) => number));
  expect(told.length).toBe(21);
});

test('what comes in a flood is handed over in larger parts, until it is over', () => {
  const { told, batches } = gather();
  for (let number = 0; number < 1_000; number += 1) {
    batches.add(number);
    vi.advanceTimersByTime(0.5);
  }
  vi.advanceTimersByTime(600);
  expect(told.flat()).toEqual(Array.from({ length: 1_000 }, (_, number) => number));
  expect(told.length).toBeLessThanOrEqual(5);
  batches.add(1_000);
  expect(told.at(-1)).toEqual([1_000]);
});

test('a flush leaves nothing behind and hands nothing over twice', () => {
  const { told, batches } = gather();
  for (const number of [1, 2, 3]) batches.add(number);
  batches.flush();
  vi.advanceTimersByTime(200);
  expect(told).toEqual([[1], [2, 3]]);
});

test('what is cleared is never handed over', () => {
  const { told, batches } = gather();
  for (const number of [1, 2, 3]) batches.add(number);
  batches.clear();
  vi.advanceTimersByTime(200);
  expect(told).toEqual([[1]]);
});
