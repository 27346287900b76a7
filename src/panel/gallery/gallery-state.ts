import type { EngineName } from '../../cors/engine-name.ts';
import type { Observation } from '../../exchange/observation.ts';
import type { OverrideState } from '../../override/override.ts';
import type { HostState } from '../host.ts';
import { observationsOf, type Sample } from './sample.ts';

/** A state of the panel, as the gallery shows it. */
export interface GalleryState {
  readonly id: string;
  readonly title: string;
  readonly observations: readonly Observation[];
  readonly host?: Partial<HostState>;
  /** The panel's page that was opened without naming a tab. */
  readonly withoutTab?: boolean;
  /** Default: Chromium. */
  readonly engine?: EngineName;
  /** Made when it is shown, since an override counts down. Default: none is on. */
  readonly override?: () => OverrideState;
  /** What is pressed once the panel stands, as selectors: one after the other, each as soon as it is there. */
  readonly press?: readonly string[];
}

/** 24 November 2026, 9:00 UTC: pictures of the gallery do not change from day to day. */
export const morning = Date.UTC(2026, 10, 24, 9);

/** What the browser tells of samples that the page requests one after the other. */
export function told(samples: readonly Sample[], from = morning, firstNumber = 1): Observation[] {
  const requests = samples.flatMap((sample) => Array.from({ length: sample.times ?? 1 }, () => sample));
  return requests.flatMap((sample, index) => observationsOf(sample, firstNumber + index, from + index * 170));
}
