import { readFileSync } from 'node:fs';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { foldObservations } from '../../../src/exchange/fold.ts';
import type { Observation } from '../../../src/exchange/observation.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import type { Warning } from '../../../src/judge/warning.ts';
import { warningsAcross } from '../../../src/judge/warnings-across.ts';
import { caseToExchange } from '../../truth/case-to-exchange.ts';
import type { TruthCase } from '../../truth/truth-case.ts';
import { truthFile } from '../../truth/truth-files.ts';

/** A scenario of the playground as real Chromium ran it, by `record-scenarios.ts`. */
interface RecordedScenario {
  /** Chromium's own `Network.CorsError` for each request that it refused. */
  readonly own: readonly string[];
  /** What the extension saw. */
  readonly observations: readonly Observation[];
}

export interface JudgedExchange {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  /** Its own, and those that several exchanges make together. */
  readonly warnings: readonly Warning[];
}

const file = new URL('recorded/chromium.json', import.meta.url);
const { scenarios: recorded } = JSON.parse(readFileSync(file, 'utf8')) as {
  scenarios: Record<string, RecordedScenario>;
};
const truth = truthFile('systematic.json');

export const recordedIds = Object.keys(recorded);

export function recording(id: string): RecordedScenario {
  const found = recorded[id];
  if (found === undefined) throw new Error(`nothing recorded of "${id}": run record-scenarios.ts`);
  return found;
}

/** The verdicts on what the extension saw of a scenario. */
export function judgedScenario(id: string): readonly JudgedExchange[] {
  return judged(foldObservations(recording(id).observations));
}

/** The same scenario, had Chromium ended its requests with another error, or had its page been another. */
export function judgedWith(
  id: string,
  change: { readonly error: string; readonly page?: string },
): readonly JudgedExchange[] {
  const observations = recording(id).observations.map((observation): Observation => {
    if (!('url' in observation) || observation.kind === 'navigated') return observation;
    const initiator = change.page === undefined ? observation.initiator : { origin: change.page, url: null };
    const url = change.page === undefined ? observation.url : observation.url.replace('127.0.0.1', 'api.test');
    return observation.kind === 'failed'
      ? { ...observation, initiator, url, error: change.error }
      : { ...observation, initiator, url };
  });
  return judged(foldObservations(observations));
}

export function truthCase(id: string): TruthCase {
  const found = truth.cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no truth case ${id}`);
  return found;
}

export const truthOrigins = truth.origins;

/** The verdict on what an extension in Chromium would have seen of a truth case. */
export function judgedTruth(id: string): readonly JudgedExchange[] {
  const recordedVerdict = truth.truth[id]?.chromium;
  const exchange = recordedVerdict && caseToExchange(truthCase(id), recordedVerdict, truth.origins, 'chromium');
  if (!exchange) throw new Error(`truth case ${id} shows an extension nothing`);
  return judged([exchange]);
}

function judged(exchanges: readonly Exchange[]): readonly JudgedExchange[] {
  const across = warningsAcross(exchanges, 'chromium');
  return exchanges.map((exchange) => {
    const verdict = judge(exchange, 'chromium');
    return { exchange, verdict, warnings: [...verdict.warnings, ...(across.get(exchange.id) ?? [])] };
  });
}
