import { expect, test } from 'vitest';
import { withWarnings } from '../../../src/panel/verdict/with-warnings.ts';
import { madeJudged } from './made.ts';

const repeated = { name: 'preflight-repeated', parameter: '2' } as const;

test('without further warnings it is the very same', () => {
  const judged = madeJudged();
  expect(withWarnings(judged, undefined)).toBe(judged);
});

test('a further warning is added behind its own', () => {
  const judged = madeJudged({ warnings: [{ name: 'missing-vary-origin', parameter: '' }] });
  const names = withWarnings(judged, [repeated]).verdict.warnings.map((warning) => warning.name);
  expect(names).toEqual(['missing-vary-origin', 'preflight-repeated']);
});

test('what it warns of already is not said twice', () => {
  const judged = madeJudged({ warnings: [repeated] });
  expect(withWarnings(judged, [{ ...repeated, parameter: '3' }])).toBe(judged);
});

test('the same warnings make the same record, so that nothing is shown anew for them', () => {
  const judged = madeJudged();
  expect(withWarnings(judged, [{ ...repeated }])).toBe(withWarnings(judged, [{ ...repeated }]));
});
