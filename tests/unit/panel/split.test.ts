import { describe, expect, test } from 'vitest';
import { readShare, shareAfterKey } from '../../../src/panel/split/share.ts';

describe('a key moves the divider', () => {
  test.each([
    { name: 'left makes the first pane smaller', key: 'ArrowLeft', orientation: 'horizontal' as const, next: 38 },
    { name: 'right makes it larger', key: 'ArrowRight', orientation: 'horizontal' as const, next: 48 },
    { name: 'up and down do nothing side by side', key: 'ArrowUp', orientation: 'horizontal' as const, next: null },
    { name: 'down makes the upper pane larger', key: 'ArrowDown', orientation: 'vertical' as const, next: 48 },
    { name: 'Home leaves the first pane its least', key: 'Home', orientation: 'vertical' as const, next: 5 },
    { name: 'End leaves the second its least', key: 'End', orientation: 'horizontal' as const, next: 95 },
    { name: 'letters do nothing', key: 'a', orientation: 'horizontal' as const, next: null },
  ])('$name', ({ key, orientation, next }) => {
    expect(shareAfterKey(43, key, orientation)).toBe(next);
  });
});

test('what is remembered is taken only if it makes sense', () => {
  const stored = (value: string | null) => readShare({ getItem: () => value }, 'horizontal');
  expect([stored('30.5'), stored('400'), stored('-1'), stored('{"list":40}'), stored(null)]).toEqual([
    30.5,
    95,
    5,
    null,
    null,
  ]);
});
