import { expect, test } from 'vitest';
import { scenarios } from '../../../playground/scenarios.js';
import { judgedScenario, recordedIds, recording } from './recordings.ts';

test('every scenario is recorded', () => {
  expect([...recordedIds].sort()).toEqual(scenarios.map(({ id }) => id).sort());
});

/** Chromium's own list has local network access in it. To the panel that is something else than CORS. */
const isAboutCors = (reason: string): boolean => !reason.includes('LocalNetwork');

test.each(recordedIds)('%s: each reason that Chromium gave is the verdict, or one of its two', (id) => {
  const all = judgedScenario(id);
  if (all.length === 0) return;
  const found = all.flatMap(({ verdict }) => [verdict.reason, verdict.otherReason]);
  for (const reason of recording(id).own.filter(isAboutCors)) expect(found).toContain(reason);
});

test.each(recordedIds)('%s: what Chromium let through is not called blocked, and nothing is left open', (id) => {
  const { own } = recording(id);
  for (const { verdict } of judgedScenario(id)) {
    if (own.length === 0) expect(verdict.outcome).not.toBe('blocked');
    expect(['pending', 'unknown']).not.toContain(verdict.outcome);
    expect(verdict.contradiction).toBeNull();
  }
});
