import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Attentiveness } from '../../../src/devtools/attentiveness.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function attentive(hasRecord = true) {
  const asked: string[] = [];
  const attentiveness = new Attentiveness(hasRecord, (attention) => asked.push(attention));
  const flood = (milliseconds: number) => {
    for (let time = 0; time < milliseconds; time += 5) {
      attentiveness.countRecord();
      vi.advanceTimersByTime(5);
    }
  };
  return { asked, attentiveness, flood };
}

test('a page is spared while it is busy, and no longer', () => {
  const { asked, flood, attentiveness } = attentive();
  flood(2_000);
  expect([asked, attentiveness.attention]).toEqual([['sparing'], 'sparing']);
  vi.advanceTimersByTime(3_000);
  expect([asked, attentiveness.attention]).toEqual([['sparing', 'full'], 'full']);
});

test('one in doubt is heard in full at once, and stays so, however busy it is', () => {
  const { asked, flood, attentiveness } = attentive();
  flood(500);
  attentiveness.doubt();
  flood(2_000);
  attentiveness.doubt();
  expect(asked).toEqual(['sparing', 'full']);
});

test('the next page is spared again', () => {
  const { asked, flood, attentiveness } = attentive();
  flood(500);
  attentiveness.doubt();
  attentiveness.beginPage();
  flood(500);
  expect(asked).toEqual(['sparing', 'full', 'sparing']);
});

test('where the record cannot stand in, no page is spared', () => {
  const { asked, flood, attentiveness } = attentive(false);
  flood(2_000);
  attentiveness.beginPage();
  flood(2_000);
  expect(asked).toEqual([]);
});
