// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useLasting } from '../../../src/panel/states/use-lasting.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function show(isSo: boolean) {
  return renderHook(({ so }) => useLasting(so, 1000), { initialProps: { so: isSo } });
}

function pass(milliseconds: number): void {
  act(() => void vi.advanceTimersByTime(milliseconds));
}

test('what is over soon is never shown', () => {
  const { result, rerender } = show(true);
  pass(999);
  expect(result.current).toBe(false);
  rerender({ so: false });
  pass(5000);
  expect(result.current).toBe(false);
});

test('what lasts is shown until it is over, and waits anew the next time', () => {
  const { result, rerender } = show(true);
  pass(1000);
  expect(result.current).toBe(true);
  rerender({ so: false });
  expect(result.current).toBe(false);
  rerender({ so: true });
  expect(result.current).toBe(false);
  pass(1000);
  expect(result.current).toBe(true);
});
