import type { EngineName } from '../cors/engine-name.ts';
import { nativeReason } from '../cors/native-reason.ts';
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
    nativeReason: verdict.reason === null ? null : (nativeReason(reading.prediction, observedBy)?.reason ?? null),
  };
  const readings = survivors.length > 0 ? survivors : [reading];
  const verdictOf = (engine: EngineName) =>
    engine === observedBy ? own : verdictElsewhere(engine, exchange, readings, evidence);
  return { chromium: verdictOf('chromium'), firefox: verdictOf('firefox'), webkit: verdictOf('webkit') };
}
