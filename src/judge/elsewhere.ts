import { type EngineName, engineNames } from '../cors/engine-name.ts';
import { engines } from '../cors/engines.ts';
import { nativeReason } from '../cors/native-reason.ts';
import type { Prediction } from '../cors/prediction.ts';
import type { Reason } from '../cors/reason.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Evidence } from './evidence.ts';
import { type Reading, readAs, requestSeenBy } from './hypothesis.ts';
import { observedServer } from './observed-server.ts';
import type { Outcome } from './verdict.ts';

/** What one engine makes of an exchange, in its own words. */
export interface EngineVerdict {
  readonly engine: EngineName;
  /** `unknown` where the engine would have asked the server something that the observed browser did not. */
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  readonly parameter: string;
  /** What the engine itself calls it: a CorsError, a console category, the class of a message; null for silence. */
  readonly nativeReason: string | null;
}

/** The engines, other than the one that saw it, that would refuse by CORS what was allowed here. */
export function enginesThatWouldBlock(
  exchange: Exchange,
  observedBy: EngineName,
  readings: readonly Reading[],
  evidence: Evidence,
): readonly EngineName[] {
  // Without a redirect, what passes one engine's checks passes the others', or they would have asked more.
  if (exchange.hops.length < 2) return [];
  return engineNames.filter(
    (engine) => engine !== observedBy && verdictElsewhere(engine, exchange, readings, evidence).outcome === 'blocked',
  );
}

/**
 * What an engine that did not see the exchange would make of its answers: `unknown` where that depends on an answer that
 * nobody observed, or on a reading that is open.
 *
 * @param readings all that agree with how the exchange ended
 */
export function verdictElsewhere(
  engine: EngineName,
  exchange: Exchange,
  readings: readonly Reading[],
  evidence: Evidence,
): EngineVerdict {
  const server = observedServer(evidence, false);
  // Readings that share a prediction come to the same in every engine.
  const different = readings.filter(
    ({ prediction }, index) => readings.findIndex((other) => other.prediction === prediction) === index,
  );
  const requestAs = requestSeenBy(engines[engine], exchange, evidence);
  const predictions = different.map(
    ({ hypothesis }) => readAs(hypothesis, requestAs, server, engines[engine]).prediction,
  );
  const [prediction] = predictions;
  const isOpen = new Set(predictions.map(({ outcome }) => outcome)).size !== 1;
  if (prediction === undefined || isOpen) {
    return { engine, outcome: 'unknown', reason: null, parameter: '', nativeReason: null };
  }
  return {
    engine,
    outcome: outcomeOf(prediction),
    reason: prediction.reason,
    parameter: prediction.parameter,
    nativeReason: nativeReason(prediction, engine)?.reason ?? null,
  };
}

function outcomeOf({ outcome }: Prediction): Outcome {
  switch (outcome) {
    case 'network-error':
      return 'not-cors';
    case 'opaque-redirect':
      return 'opaque';
    case 'allowed':
    case 'opaque':
    case 'blocked':
    case 'unknown':
      return outcome;
  }
}
