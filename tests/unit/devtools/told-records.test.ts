import { expect, test } from 'vitest';
import { ToldRecords } from '../../../src/devtools/told-records.ts';

const start = Date.parse('2026-01-01T00:00:00Z');

function entry(path: string, after: number, status = 200) {
  return {
    startedDateTime: new Date(start + after).toISOString(),
    request: { method: 'GET', url: `https://api.example/${path}` },
    response: { status },
  };
}

test('what was told is not given again, and one of two that look alike is', () => {
  const records = new ToldRecords(start);
  const all = [entry('a', 1), entry('b', 2), entry('twin', 3), entry('twin', 3)];
  records.add(all[0], start + 10);
  records.add(all[2], start + 10);
  expect(records.untoldOf(all)).toEqual([entry('b', 2), entry('twin', 3)]);
});

test('what is still on its way, or is older, is left alone', () => {
  const records = new ToldRecords(start);
  expect(records.untoldOf([entry('on-its-way', 1, 0), entry('before', -1)])).toEqual([]);
});

test('of a flood only the latest is remembered, and nothing from before is given', () => {
  const records = new ToldRecords(start);
  const flood = Array.from({ length: 6_000 }, (_, index) => entry(`${index}`, index));
  for (const [index, one] of flood.entries()) records.add(one, start + index + 1);
  expect(records.untoldOf([...flood, entry('new', 5_999)])).toEqual([entry('new', 5_999)]);
});
