import type { Engine } from '../cors/engine.ts';
import type { EngineName } from '../cors/engine-name.ts';
import { engines } from '../cors/engines.ts';
import type { Server } from '../cors/server.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { agreesWith } from './agrees-with.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import {
  type Hypothesis,
  openHypotheses,
  type Reading,
  type RequestAs,
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
  const requestAs = requestSeenBy(engine, exchange, evidence);
  const open = openHypotheses(exchange, evidence);
  const readings = readEach(open, requestAs, evidence, observedServer(evidence, true), engine);
  let survivors = agreeing(readings, end, exchange);
  // Where none of the open ones agrees with the end, unlikely ones may.
  if (survivors.length === 0) {
    const unlikely = unlikelyHypotheses(evidence);
    survivors = agreeing(
      readEach(unlikely, requestAs, evidence, observedServer(evidence, true), engine),
      end,
      exchange,
    );
  }
  if (survivors.length === 0 && end.kind === 'refused') {
    const server = serverWithPassedPreflights(evidence);
    survivors = agreeing(readEach(open, requestAs, evidence, server, engine), end, exchange);
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

function agreeing(readings: readonly Reading[], end: ObservedEnd, exchange: Exchange): readonly Reading[] {
  return readings.filter(({ prediction }) => agreesWith(prediction, end, exchange));
}

/** Where no answer treats credentials differently, the readings of one mode share a prediction. */
function readEach(
  hypotheses: readonly Hypothesis[],
  requestAs: RequestAs,
  { isIndifferentToCredentials }: Evidence,
  server: Server,
  engine: Engine,
): Reading[] {
  const readings: Reading[] = [];
  for (const hypothesis of hypotheses) {
    const { mode } = hypothesis;
    const same = isIndifferentToCredentials ? readings.find((reading) => reading.hypothesis.mode === mode) : undefined;
    readings.push(
      same === undefined ? readAs(hypothesis, requestAs, server, engine) : { hypothesis, prediction: same.prediction },
    );
  }
  return readings;
}

function withKnown(evidence: Evidence, known: Partial<Hypothesis>): Evidence {
  if (known.mode === undefined && known.credentialed === undefined) return evidence;
  return {
    ...evidence,
    mode: known.mode === undefined ? evidence.mode : { value: known.mode, basis: 'default' },
    credentialed:
      known.credentialed === undefined ? evidence.credentialed : { value: known.credentialed, basis: 'default' },
  };
}
