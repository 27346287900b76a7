import { expect, test } from 'vitest';
import { type Reason, reasons } from '../../../src/cors/reason.ts';
import { foldObservations } from '../../../src/exchange/fold.ts';
import { lookAlike, originCauses } from '../../../src/explain/look-alike.ts';
import { judge } from '../../../src/judge/judge.ts';
import { notCorsCauses } from '../../../src/judge/not-cors-cause.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import { type Warning, warningNames } from '../../../src/judge/warning.ts';
import { warningsAcross } from '../../../src/judge/warnings-across.ts';
import { told } from '../../../src/panel/gallery/gallery-state.ts';
import { galleryStates } from '../../../src/panel/gallery/gallery-states.ts';
import { observationsOf, type Sample } from '../../../src/panel/gallery/sample.ts';
import { originCauseSamples } from '../../../src/panel/gallery/samples/origin-causes.ts';
import {
  allowedSamples,
  blockedSamples,
  everySample,
  hostileSamples,
  notCorsSamples,
  warningSamples,
} from '../../../src/panel/gallery/samples.ts';

/** The last of the sample's exchanges, where it is made more than once. */
function judged(sample: Sample): { verdict: Verdict; warnings: readonly Warning[] } {
  const exchanges = foldObservations(told([sample]));
  const exchange = exchanges.at(-1);
  if (!exchange) throw new Error(`${sample.name} makes no exchange.`);
  const verdict = judge(exchange, 'chromium');
  return {
    verdict,
    warnings: [...verdict.warnings, ...(warningsAcross(exchanges, 'chromium').get(exchange.id) ?? [])],
  };
}

const verdictOf = (sample: Sample): Verdict => judged(sample).verdict;

function sampleNamed(name: string, samples: readonly Sample[]): Sample {
  const found = samples.find((sample) => sample.name === name);
  if (!found) throw new Error(`the gallery has no sample "${name}"`);
  return found;
}

/** Reasons that the panel cannot show: no browser tells an extension of such a request, or nothing has to do with headers. */
const neverShown: ReadonlySet<Reason> = new Set([
  'DisallowedByMode',
  'NoCorsRedirectModeNotFollow',
  'InvalidResponse',
  // These it shows as `local-network-access`, which is no matter of CORS.
  'InsecureLocalNetwork',
  'InvalidLocalNetworkAccess',
  'LocalNetworkAccessPermissionDenied',
]);

test.each(reasons.filter((reason) => !neverShown.has(reason)))('a sample is blocked for %s', (reason) => {
  expect(verdictOf(sampleNamed(reason, blockedSamples))).toMatchObject({ outcome: 'blocked', reason });
});

test.each(notCorsCauses)('a sample shows that it is not CORS: %s', (cause) => {
  expect(verdictOf(sampleNamed(cause, notCorsSamples)).notCors).toBe(cause);
});

test.each(warningNames)('a sample passes with the warning %s', (name) => {
  const { verdict, warnings } = judged(sampleNamed(name, warningSamples));
  expect(verdict.outcome).toBe('allowed');
  expect(warnings.map((warning) => warning.name)).toEqual([name]);
});

test.each(originCauses)('a sample allows an origin that is nearly right: %s', (cause) => {
  const sample = sampleNamed(cause, originCauseSamples);
  const { outcome, checks } = verdictOf(sample);
  expect(outcome).toBe('blocked');
  const failed = checks.find(({ status }) => status === 'failed');
  expect(lookAlike(failed?.expected ?? '', sample.answers?.[0]?.headers[0]?.[1] ?? '')?.cause).toBe(cause);
});

test('no two states of the gallery have the same address', () => {
  expect(new Set(galleryStates.map(({ id }) => id)).size).toBe(galleryStates.length);
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
