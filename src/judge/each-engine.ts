import type { EngineName } from '../cors/engine-name.ts';
import { nativeReason } from '../cors/native-reason.ts';
import type { Prediction } from '../cors/prediction.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { type EngineVerdict, verdictElsewhere } from './elsewhere.ts';
import { judgeByEnd } from './judge.ts';
import { observedEnd } from './observed-end.ts';

export type { EngineVerdict };

/**
 * What Chromium, Firefox and WebKit make of the same answers. The engine that saw the exchange is judged by its end too;
 * the others are predicted from what it was answered, and never guessed.
 */
export function judgeInEachEngine(exchange: Exchange, observedBy: EngineName): Record<EngineName, EngineVerdict> {
  const { verdict, reading, survivors, evidence } = judgeByEnd(exchange, observedBy, observedEnd(exchange, observedBy));
  const own: EngineVerdict = {
    engine: observedBy,
    outcome: verdict.outcome,
    reason: verdict.reason,
    parameter: verdict.parameter,
    nativeReason: verdict.reason === null ? null : ownName(reading.prediction, observedBy),
  };
  const readings = survivors.length > 0 ? survivors : [reading];
  const verdictOf = (engine: EngineName) =>
    engine === observedBy ? own : verdictElsewhere(engine, exchange, readings, evidence);
  return { chromium: verdictOf('chromium'), firefox: verdictOf('firefox'), webkit: verdictOf('webkit') };
}

/**
 * Firefox has two names for several values, one for several lines and one for a single line; but it tells an extension
 * of several lines as of one.
 */
function ownName(prediction: Prediction, engine: EngineName): string | null {
  const name = nativeReason(prediction, engine)?.reason ?? null;
  const lines = prediction.faultyHeaders?.getAll('access-control-allow-origin') ?? [];
  const isEither = engine === 'firefox' && name === 'CORSAllowOriginNotMatchingOrigin' && lines[0]?.includes(', ');
  return isEither ? `CORSMultipleAllowOriginNotAllowed or ${name}` : name;
}
