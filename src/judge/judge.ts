import type { Engine } from '../cors/engine.ts';
import type { EngineName } from '../cors/engine-name.ts';
import { engines } from '../cors/engines.ts';
import type { CorsRequest } from '../cors/request.ts';
import type { Server } from '../cors/server.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { agreesWith } from './agrees-with.ts';
import { type Evidence, gatherEvidence, isIndifferentToCredentials } from './evidence.ts';
import {
  type Hypothesis,
  openHypotheses,
  type Reading,
  readAs,
  requestSeenBy,
  unlikelyHypotheses,
} from './hypothesis.ts';
import { type ObservedEnd, observedEnd } from './observed-end.ts';
import { observedServer, serverWithPassedPreflights } from './observed-server.ts';
import type { Verdict } from './verdict.ts';
import { verdictFrom } from './verdict-from.ts';

/**
 * What the browser decided about an exchange, and why.
 *
 * Every reading of what the browser does not tell (mode, credentials) is walked through the same algorithm as
 * `predict`; those that do not agree with how the exchange really ended are dropped. Total and deterministic: it never
 * throws, whatever the exchange holds.
 *
 * @param observedBy the engine of the browser that saw the exchange
 */
export function judge(exchange: Exchange, observedBy: EngineName): Verdict {
  return judgeByEnd(exchange, observedBy, observedEnd(exchange, observedBy)).verdict;
}

/**
 * What the browser would have decided, if the exchange had held these headers: its real end says nothing then.
 *
 * @param exchange a copy whose response headers were changed
 * @param known the readings of the real exchange, as its own verdict gives them
 */
export function judgeAsIf(exchange: Exchange, observedBy: EngineName, known: Partial<Hypothesis> = {}): Verdict {
  return judgeByEnd(exchange, observedBy, { kind: 'untold' }, known).verdict;
}

/** A verdict with what it was read from. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The likeliest reading, and all that agree with the end. */
  readonly reading: Reading;
  readonly survivors: readonly Reading[];
  readonly evidence: Evidence;
}

export function judgeByEnd(
  exchange: Exchange,
  observedBy: EngineName,
  end: ObservedEnd,
  known: Partial<Hypothesis> = {},
): Judgement {
  const evidence = withKnown(gatherEvidence(exchange), known);
  const engine = engines[observedBy];
  const request = requestSeenBy(engine, exchange, evidence);
  const read = (hypotheses: readonly Hypothesis[], server: Server) =>
    readEach(hypotheses, request, evidence, server, engine);
  const agreeing = (candidates: readonly Reading[]) =>
    candidates.filter(({ prediction }) => agreesWith(prediction, end, exchange));

  const open = openHypotheses(exchange, evidence);
  const server = observedServer(evidence, true);
  const readings = read(open, server);
  let survivors = agreeing(readings);
  // Where none of the open ones agrees with the end, unlikely ones may.
  if (survivors.length === 0) survivors = agreeing(read(unlikelyHypotheses(evidence), server));
  if (survivors.length === 0 && end.kind === 'refused') {
    survivors = agreeing(read(open, serverWithPassedPreflights(evidence)));
  }
  // Evidence leaves at least one reading open.
  const reading = survivors[0] ?? (readings[0] as Reading);
  return {
    verdict: verdictFrom({ exchange, observedBy, end, evidence, readings, survivors, reading }),
    reading,
    survivors,
    evidence,
  };
}

function readEach(
  hypotheses: readonly Hypothesis[],
  request: CorsRequest,
  evidence: Evidence,
  server: Server,
  engine: Engine,
): Reading[] {
  const readings: Reading[] = [];
  for (const hypothesis of hypotheses) {
    const same = readings.find((reading) => comesToTheSame(reading.hypothesis, hypothesis, evidence));
    readings.push(
      same === undefined ? readAs(hypothesis, request, server, engine) : { hypothesis, prediction: same.prediction },
    );
  }
  return readings;
}

/** Two readings that differ in their credentials only, where no answer treats these differently. */
function comesToTheSame(first: Hypothesis, second: Hypothesis, { hops }: Evidence): boolean {
  return first.mode === second.mode && hops.every(isIndifferentToCredentials);
}

function withKnown(evidence: Evidence, known: Partial<Hypothesis>): Evidence {
  return {
    ...evidence,
    mode: known.mode === undefined ? evidence.mode : { value: known.mode, basis: 'default' },
    credentialed:
      known.credentialed === undefined ? evidence.credentialed : { value: known.credentialed, basis: 'default' },
  };
}
