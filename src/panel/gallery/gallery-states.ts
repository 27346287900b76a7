import type { Observation } from '../../exchange/observation.ts';
import { type GalleryState, morning, told } from './gallery-state.ts';
import { overrideStates } from './override-states.ts';
import type { Sample } from './sample.ts';
import { blockedAnswerSamples } from './samples/blocked-answers.ts';
import { blockedPreflightSamples } from './samples/blocked-preflights.ts';
import { originCauseSamples } from './samples/origin-causes.ts';
import {
  allowedSamples,
  blockedSamples,
  everySample,
  hostileSamples,
  notCorsSamples,
  otherSamples,
  warningSamples,
} from './samples.ts';

/** Every designed state. */
export const galleryStates: readonly GalleryState[] = [
  { id: 'everything', title: 'A bit of everything', observations: told(everySample) },
  { id: 'all-fine', title: 'All fine', observations: told(allowedSamples) },
  { id: 'nothing-yet', title: 'Nothing yet', observations: [] },
  { id: 'paused', title: 'Recording is paused', observations: [], host: { recording: 'paused' } },
  { id: 'no-access', title: 'No access yet', observations: [], host: { access: 'missing' } },
  {
    id: 'no-access-some',
    title: 'No access, but some verdicts',
    observations: told(blockedSamples.slice(0, 4)),
    host: { access: 'missing' },
  },
  { id: 'forbidden', title: 'A page where extensions may not look', observations: [], host: { access: 'forbidden' } },
  { id: 'interrupted', title: 'The recorder was interrupted', observations: interrupted() },
  { id: 'log-full', title: 'The log is full', observations: told(everySample), host: { dropped: 1240 } },
  { id: 'gone', title: 'DevTools closed', observations: told(everySample), host: { recording: 'gone' } },
  { id: 'reconnecting', title: 'Reconnecting', observations: told(everySample), host: { recording: 'reconnecting' } },
  { id: 'no-tab', title: 'A page without a tab', observations: [], withoutTab: true },
  { id: 'repeats', title: 'Repeats of the same fault', observations: told(repeats()) },
  { id: 'origin-causes', title: 'Origins that are nearly right', observations: told(originCauseSamples) },
  ...overrideStates,
  { id: 'hostile', title: 'Hostile text', observations: told(hostileSamples) },
  { id: 'many', title: '10,000 exchanges', observations: told(many(10_000)) },
  ...[...blockedSamples, ...notCorsSamples, ...warningSamples, ...otherSamples].map((sample) => ({
    id: `sample-${sample.name.replaceAll(' ', '-')}`,
    title: sample.name,
    observations: told([sample]),
  })),
];

function interrupted(): Observation[] {
  const before = told([...blockedSamples.slice(0, 3), ...otherSamples.slice(1, 2)]);
  return [...before, { kind: 'interrupted', from: morning + 2000, at: morning + 14_000 }];
}

function repeats(): Sample[] {
  const [first, second] = blockedPreflightSamples;
  const [third] = blockedAnswerSamples;
  if (!first || !second || !third) return [];
  const polled = Array.from({ length: 14 }, (_, n) => ({ ...third, url: `${third.url}&t=${n}` }));
  return [first, ...polled, second, ...allowedSamples];
}

function many(count: number): Sample[] {
  return Array.from({ length: count }, (_, n) => {
    const sample = everySample[n % everySample.length];
    if (!sample) throw new Error('The gallery has no samples.');
    return { ...sample, times: 1, url: `${sample.url}${sample.url.includes('?') ? '&' : '?'}n=${n}` };
  });
}
