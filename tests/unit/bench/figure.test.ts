import { expect, test } from 'vitest';
import { exact, figureTable, fromSample } from '../../bench/figure.ts';
import { noiseOfMedian, quantile } from '../../bench/statistics.ts';

test.each([
  { name: 'the middle of an odd sample', sample: [3, 1, 2], share: 0.5, value: 2 },
  { name: 'between the two in the middle of an even one', sample: [4, 1, 3, 2], share: 0.5, value: 2.5 },
  { name: 'near the end', sample: [10, 20, 30, 40, 50], share: 0.99, value: 49.6 },
])('a quantile is $name', ({ sample, share, value }) => {
  expect(quantile(sample, share)).toBeCloseTo(value);
});

test('the noise of a median falls with the root of the number of samples', () => {
  const few = Array.from({ length: 100 }, (_, index) => index % 10);
  const many = Array.from({ length: 400 }, (_, index) => index % 10);
  expect(noiseOfMedian(few) / noiseOfMedian(many)).toBeCloseTo(2);
});

const about = { part: 'load', name: 'with / without', unit: '×' } as const;

test.each([
  { name: 'below the target', sample: [0.9, 0.9, 0.9], says: 'at most 1.00: met' },
  {
    name: 'above it by less than the noise',
    sample: [0.8, 0.9, 1.1, 1.2, 1.3],
    says: 'at most 1.00: met within the noise',
  },
  { name: 'above it', sample: [1.5, 1.5, 1.5], says: 'at most 1.00: missed' },
])('a ratio $name is called so', ({ sample, says }) => {
  expect(figureTable([fromSample({ ...about, atMost: 1 }, sample)])).toContain(`| ${says} |`);
});

test('a counted figure has no noise, and none has a target that was not set', () => {
  expect(figureTable([exact({ ...about, unit: 'kB' }, 1234)])).toMatch(/\| 1,234 kB \| {2}\|$/);
});
