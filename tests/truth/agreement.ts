import { type EngineName, engineNames } from '../../src/cors/engine-name.ts';
import { engines } from '../../src/cors/engines.ts';
import { PreflightCache } from '../../src/cors/preflight-cache.ts';
import { type OurVerdict, verdictOf } from './expected-verdict.ts';
import type { TruthCase, TruthFile, TruthVerdict } from './truth-case.ts';

export const aspects = ['outcome', 'reason', 'preflight', 'exposed headers'] as const;
export type Aspect = (typeof aspects)[number];

export interface Mismatch {
  readonly truthCase: TruthCase;
  readonly engine: EngineName;
  readonly aspect: Aspect;
  readonly recorded: string;
  readonly ours: string;
}

export interface LeftOut {
  readonly truthCase: TruthCase;
  readonly engine: EngineName;
  readonly why: string;
}

/** How many cases were compared in one engine and aspect, and how many agreed. */
export interface Tally {
  readonly compared: number;
  readonly agreed: number;
}

export interface Agreement {
  readonly tallies: Readonly<Record<EngineName, Readonly<Record<Aspect, Tally>>>>;
  readonly mismatches: readonly Mismatch[];
  readonly leftOut: readonly LeftOut[];
}

interface Comparison {
  readonly aspect: Aspect;
  readonly recorded: string;
  readonly ours: string;
}

/** Compares our engine with every verdict of a truth file. */
export function agreement(file: TruthFile): Agreement {
  const mismatches: Mismatch[] = [];
  const leftOut: LeftOut[] = [];
  const counts = engineNames.map((engine) => {
    const tally = new Map<Aspect, { compared: number; agreed: number }>(
      aspects.map((aspect) => [aspect, { compared: 0, agreed: 0 }]),
    );
    // One browser made all requests of the file, in their order.
    const cache = new PreflightCache(engines[engine].preflightCache.lookupsMissedAtFirst);
    for (const truthCase of file.cases) {
      const recorded = file.truth[truthCase.id]?.[engine];
      const why = recorded === undefined ? 'not recorded' : whyLeftOut(truthCase, engine, recorded, file);
      if (recorded === undefined || why !== null) {
        leftOut.push({ truthCase, engine, why: why ?? '' });
        continue;
      }
      for (const comparison of compare(recorded, verdictOf(truthCase, file.origins, engine, cache))) {
        const count = tally.get(comparison.aspect);
        if (count === undefined) continue;
        count.compared += 1;
        if (comparison.recorded === comparison.ours) count.agreed += 1;
        else mismatches.push({ truthCase, engine, ...comparison });
      }
    }
    return [engine, Object.fromEntries(tally)];
  });
  return { tallies: Object.fromEntries(counts), mismatches, leftOut };
}

function whyLeftOut(truthCase: TruthCase, engine: EngineName, recorded: TruthVerdict, file: TruthFile): string | null {
  if (truthCase.unstable?.includes(engine) === true) return 'the engine tells it one way or another by chance';
  if (file.flaky?.[truthCase.id]?.[engine] !== undefined) return 'differed between the recorded runs';
  if (recorded.outcome === 'timeout' || recorded.outcome === 'skipped') return `recorded as ${recorded.outcome}`;
  return null;
}

function compare(recorded: TruthVerdict, ours: OurVerdict): Comparison[] {
  const comparisons: Comparison[] = [
    { aspect: 'outcome', recorded: recorded.outcome, ours: ours.outcome },
    { aspect: 'reason', recorded: recorded.reason ?? 'none', ours: ours.reason ?? 'none' },
    { aspect: 'preflight', recorded: sentOrNot(recorded.preflightSent), ours: sentOrNot(ours.preflightSent) },
  ];
  if (recorded.exposedHeaders !== undefined || ours.exposedHeaders !== null) {
    comparisons.push({
      aspect: 'exposed headers',
      recorded: listed(recorded.exposedHeaders),
      ours: listed(ours.exposedHeaders),
    });
  }
  if (recorded.second !== undefined && ours.second !== null) {
    comparisons.push(...compare(recorded.second, ours.second).map(inSecondRequest));
  }
  return comparisons;
}

function inSecondRequest({ aspect, recorded, ours }: Comparison): Comparison {
  return { aspect, recorded: `${recorded} (second request)`, ours: `${ours} (second request)` };
}

function sentOrNot(sent: boolean): string {
  return sent ? 'sent' : 'not sent';
}

function listed(names: readonly string[] | null | undefined): string {
  return names === undefined || names === null ? 'none' : [...names].sort().join(', ');
}
