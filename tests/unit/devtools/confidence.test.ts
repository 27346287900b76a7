import { expect, test } from 'vitest';
import { Confidence } from '../../../src/devtools/confidence.ts';

function confident(hasRecord = true) {
  const told: boolean[] = [];
  return { told, confidence: new Confidence(hasRecord, (isConfident) => told.push(isConfident)) };
}

test('it is given until there is doubt, and that is told once', () => {
  const { told, confidence } = confident();
  expect(confidence.isGiven).toBe(true);
  confidence.doubt();
  confidence.doubt();
  expect([told, confidence.isGiven]).toEqual([[false], false]);
});

test('the next page has it again', () => {
  const { told, confidence } = confident();
  confidence.doubt();
  confidence.beginPage();
  expect([told, confidence.isGiven]).toEqual([[false, true], true]);
});

test('where the record cannot stand in, no page has it', () => {
  const { told, confidence } = confident(false);
  confidence.doubt();
  confidence.beginPage();
  expect([told, confidence.isGiven]).toEqual([[], false]);
});
