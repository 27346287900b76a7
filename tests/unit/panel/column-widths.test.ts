import { describe, expect, test } from 'vitest';
import {
  type ColumnWidths,
  cssWidth,
  defaultWidths,
  leastWidth,
  moveEdge,
} from '../../../src/panel/list/column-widths.ts';
import type { ColumnName } from '../../../src/panel/list/sort.ts';

/** A list 764 pixels wide with the default widths. */
const shown = new Map<ColumnName, number>([
  ['mark', 26],
  ['method', 58],
  ['request', 200],
  ['from', 100],
  ['preflight', 64],
  ['verdict', 200],
  ['type', 56],
  ['time', 60],
]);

/** What the columns are wide in a list as wide as `shown`. */
function widthsIn({ requestShare, pixels }: ColumnWidths): Record<ColumnName, number> {
  const room = [...shown.values()].reduce((a, b) => a + b) - Object.values(pixels).reduce((a, b) => a + b);
  return { ...pixels, request: Math.round(room * requestShare), verdict: Math.round(room * (1 - requestShare)) };
}

describe('what one column gains its neighbour loses, and no other moves', () => {
  const before = Object.fromEntries(shown) as Record<ColumnName, number>;
  test.each<{ name: string; column: ColumnName; by: number; changed: Partial<Record<ColumnName, number>> }>([
    { name: 'two fixed ones', column: 'from', by: 20, changed: { from: 120, preflight: 44 } },
    { name: 'an elastic one and a fixed one', column: 'request', by: -40, changed: { request: 160, from: 140 } },
    { name: 'a fixed one and an elastic one', column: 'preflight', by: 30, changed: { preflight: 94, verdict: 170 } },
    { name: 'no less than the least on the left', column: 'type', by: -50, changed: { type: leastWidth, time: 82 } },
    { name: 'no less than the least on the right', column: 'type', by: 50, changed: { type: 82, time: leastWidth } },
    { name: 'the last one has no edge', column: 'time', by: 50, changed: {} },
  ])('$name', ({ column, by, changed }) => {
    expect(widthsIn(moveEdge(defaultWidths, shown, column, by))).toEqual({ ...before, ...changed });
  });

  test('the two elastic ones, where a narrow list shows nothing between them', () => {
    const narrow = new Map(['mark', 'method', 'request', 'verdict'].map((name) => [name as ColumnName, 150]));
    const { requestShare, pixels } = moveEdge(defaultWidths, narrow, 'request', 75);
    expect(requestShare).toBe(0.75);
    expect(pixels).toEqual(defaultWidths.pixels);
  });
});

test('the elastic columns are told to the style sheet as shares, the others in pixels', () => {
  const widths = { ...defaultWidths, requestShare: 0.25 };
  expect(cssWidth(widths, 'request')).toBe('25%');
  expect(cssWidth(widths, 'verdict')).toBe('75%');
  expect(cssWidth(widths, 'time')).toBe('60px');
});
