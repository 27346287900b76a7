import { expect, test } from 'vitest';
import { reasons } from '../../../src/cors/reason.ts';
import { reasonTable } from '../../../src/cors/reason-table.ts';

test('every reason has a row, and no row is without its reason', () => {
  expect(Object.keys(reasonTable).sort()).toEqual([...reasons].sort());
});

test.each(reasons)('%s names a header exactly where a header is at fault', (reason) => {
  const { header, kind } = reasonTable[reason];
  expect(header !== null).toBe(kind === 'header-missing' || kind === 'header-value');
});

test.each(reasons)('%s has an MDN page where Firefox has a category', (reason) => {
  const { firefox, mdn } = reasonTable[reason];
  expect(mdn !== null).toBe(firefox !== null);
  // The page's name is the category's, without the number of its wording.
  if (mdn !== null) expect(firefox?.replace(/\d$/, '')).toBe(mdn);
});
