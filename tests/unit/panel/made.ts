import type { Exchange, Hop, ObservedPreflight, ObservedResponse } from '../../../src/exchange/exchange.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import type { Judged } from '../../../src/panel/verdict/judged.ts';
import { blankExchange, blankHop, blankResponse, blankVerdict } from '../blank.ts';

/** An exchange with one hop, made by hand; what a test is not about has quiet values. */
export function madeExchange(changed: Partial<Exchange> = {}, hop: Partial<Hop> = {}): Exchange {
  return {
    ...blankExchange,
    startedAt: 1000,
    hops: [madeHop(hop)],
    ending: { kind: 'completed', at: 1100 },
    ...changed,
  };
}

export function madeHop(changed: Partial<Hop> = {}): Hop {
  return { ...blankHop, url: 'https://api.test/v1/items?page=2', startedAt: 1000, ...changed };
}

export function madeResponse(changed: Partial<ObservedResponse> = {}): ObservedResponse {
  return { ...blankResponse, at: 1064, statusText: 'OK', ...changed };
}

export function madePreflight(changed: Partial<ObservedPreflight> = {}): ObservedPreflight {
  return {
    requestId: '1p',
    startedAt: 1000,
    requestHeaders: [],
    response: null,
    ending: { kind: 'completed', at: 1038 },
    ...changed,
  };
}

/** An exchange with a verdict that no judge was asked for. */
export function madeJudged(
  verdict: Partial<Verdict> = {},
  exchange: Exchange = madeExchange(),
  short = 'Allowed',
): Judged {
  return { exchange, verdict: { ...blankVerdict, ...verdict }, short };
}
