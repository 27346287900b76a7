import type { Judged } from '../verdict/judged.ts';

/** The list in numbers. */
export interface Summary {
  readonly requests: number;
  readonly blocked: number;
  readonly notCors: number;
  /** How many passed with a warning. */
  readonly warned: number;
  readonly preflights: {
    readonly sent: number;
    /** Time from each preflight's start to its end, added up. */
    readonly milliseconds: number;
    /** How many asked again what the server had just answered. */
    readonly avoidable: number;
  };
}

export function summarise(all: readonly Judged[]): Summary {
  let blocked = 0;
  let notCors = 0;
  let warned = 0;
  let sent = 0;
  let milliseconds = 0;
  let avoidable = 0;
  for (const { exchange, verdict } of all) {
    if (verdict.outcome === 'blocked') blocked++;
    if (verdict.outcome === 'not-cors') notCors++;
    if (verdict.outcome === 'allowed' && verdict.warnings.length > 0) warned++;
    if (verdict.warnings.some((warning) => warning.name === 'preflight-repeated')) avoidable++;
    for (const { preflight } of exchange.hops) {
      if (preflight === null) continue;
      sent++;
      const end = preflight.response?.at ?? (preflight.ending.kind === 'pending' ? null : preflight.ending.at);
      if (end !== null) milliseconds += Math.max(0, end - preflight.startedAt);
    }
  }
  return { requests: all.length, blocked, notCors, warned, preflights: { sent, milliseconds, avoidable } };
}
