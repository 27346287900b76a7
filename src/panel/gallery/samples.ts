import type { Sample } from './sample.ts';
import { allowedSamples } from './samples/allowed.ts';
import { blockedAnswerSamples } from './samples/blocked-answers.ts';
import { blockedPreflightSamples } from './samples/blocked-preflights.ts';
import { hostileSamples } from './samples/hostile.ts';
import { notCorsSamples } from './samples/not-cors.ts';
import { otherSamples } from './samples/others.ts';
import { warningSamples } from './samples/warnings.ts';

export { allowedSamples, hostileSamples, notCorsSamples, otherSamples, warningSamples };

/** One request for each reason for which a request that an extension sees is blocked. */
export const blockedSamples: readonly Sample[] = [...blockedPreflightSamples, ...blockedAnswerSamples];

/** A shop's morning: the mock's list and some more. */
export const everySample: readonly Sample[] = [
  ...blockedSamples,
  ...notCorsSamples,
  ...warningSamples,
  ...allowedSamples,
  ...otherSamples,
];
