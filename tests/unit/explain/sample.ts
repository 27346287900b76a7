import type { Check } from '../../../src/cors/check.ts';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { Reason } from '../../../src/cors/reason.ts';
import type { Exchange, Hop, ObservedPreflight, ObservedResponse } from '../../../src/exchange/exchange.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import { blankExchange, blankHop, blankResponse, blankVerdict } from '../blank.ts';

export const page = 'http://localhost:5173';
export const apiUrl = 'https://api.shop.test/v1/orders/7';

export function response(status: number, headers: readonly HeaderLine[] = []): ObservedResponse {
  return { ...blankResponse, at: 1_060, status, headers };
}

export function preflight(
  answer: ObservedResponse | null,
  asks: { method?: string; headers?: string; origin?: string } = {},
): ObservedPreflight {
  const requestHeaders: HeaderLine[] = [
    ['Origin', asks.origin ?? page],
    ['Access-Control-Request-Method', asks.method ?? 'PUT'],
  ];
  if (asks.headers !== undefined) requestHeaders.push(['Access-Control-Request-Headers', asks.headers]);
  return {
    requestId: 'p',
    startedAt: 1_022,
    requestHeaders,
    response: answer,
    ending: { kind: 'completed', at: 1_060 },
  };
}

export function hop(changes: Partial<Hop> = {}): Hop {
  return {
    ...blankHop,
    url: apiUrl,
    startedAt: 1_000,
    requestHeaders: [['Origin', page]],
    sentAt: 1_001,
    ...changes,
  };
}

export function exchange(hops: readonly Hop[], changes: Partial<Exchange> = {}): Exchange {
  return {
    ...blankExchange,
    id: 'e',
    initiator: { origin: page, url: `${page}/` },
    startedAt: 1_000,
    hops,
    ending: { kind: 'failed', at: 1_100, error: 'net::ERR_FAILED' },
    ...changes,
  };
}

export function verdict(changes: Partial<Verdict> = {}): Verdict {
  return { ...blankVerdict, ...changes };
}

export function check(changes: Partial<Check> & Pick<Check, 'name'>): Check {
  return {
    stage: 'response',
    hop: 0,
    status: 'passed',
    reason: null,
    header: null,
    value: null,
    expected: null,
    parameter: '',
    anchor: 'concept-cors-check',
    ...changes,
  };
}

export function blocked(reason: Reason, stage: Verdict['stage'], changes: Partial<Verdict> = {}): Verdict {
  return verdict({ outcome: 'blocked', reason, stage, ...changes });
}
