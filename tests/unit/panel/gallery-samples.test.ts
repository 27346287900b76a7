import { expect, test } from 'vitest';
import { reasons } from '../../../src/cors/reason.ts';
import { foldObservations } from '../../../src/exchange/fold.ts';
import { judge } from '../../../src/judge/judge.ts';
import { notCorsCauses } from '../../../src/judge/not-cors-cause.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import { warningNames } from '../../../src/judge/warning.ts';
import { observationsOf, type Sample } from '../../../src/panel/gallery/sample.ts';
import {
  allowedSamples,
  blockedSamples,
  everySample,
  hostileSamples,
  notCorsSamples,
  warningSamples,
} from '../../../src/panel/gallery/samples.ts';

function verdictOf(sample: Sample): Verdict {
  const [exchange] = foldObservations(observationsOf(sample, 1, 0));
  if (!exchange) throw new Error(`${sample.name} makes no exchange.`);
  return judge(exchange, 'chromium');
}

const named = (samples: readonly Sample[], names: readonly string[]) =>
  samples.filter((sample) => names.includes(sample.name)).map((sample) => ({ name: sample.name, sample }));

test.each(named(blockedSamples, reasons))('the sample $name is blocked for that reason', ({ name, sample }) => {
  expect(verdictOf(sample)).toMatchObject({ outcome: 'blocked', reason: name });
});

test.each(named(notCorsSamples, notCorsCauses))('the sample $name shows that cause', ({ name, sample }) => {
  expect(verdictOf(sample).notCors).toBe(name);
});

test.each(named(warningSamples, warningNames))('the sample $name passes with that warning', ({ name, sample }) => {
  const { outcome, warnings } = verdictOf(sample);
  expect(outcome).toBe('allowed');
  expect(warnings.map((warning) => warning.name)).toContain(name);
});

test.each(allowedSamples.map((sample) => ({ name: sample.name, sample })))(
  '$name is allowed, without a warning',
  ({ sample }) => {
    expect(verdictOf(sample)).toMatchObject({ outcome: 'allowed', warnings: [], contradiction: null });
  },
);

test('every sample makes exactly one exchange', () => {
  const all = [...everySample, ...hostileSamples];
  const exchanges = foldObservations(all.flatMap((sample, index) => observationsOf(sample, index, index * 1000)));
  expect(exchanges).toHaveLength(all.length);
});

test('only an answer that contradicts the browser is shown as a contradiction', () => {
  const contradicted = everySample.filter((sample) => verdictOf(sample).contradiction !== null);
  expect(contradicted.map((sample) => sample.name)).toEqual(['contradiction']);
});
