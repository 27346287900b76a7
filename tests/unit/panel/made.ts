import type { Exchange, Hop, ObservedPreflight, ObservedResponse } from '../../../src/exchange/exchange.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import type { Judged } from '../../../src/panel/verdict/judged.ts';

/** An exchange with one hop, made by hand; what a test is not about has quiet values. */
export function madeExchange(changed: Partial<Exchange> = {}, hop: Partial<Hop> = {}): Exchange {
  return {
    id: '1',
    tabId: 1,
    frameId: 0,
    type: 'xmlhttprequest',
    initiator: { origin: 'https://app.test', url: null },
    startedAt: 1000,
    hops: [madeHop(hop)],
    ending: { kind: 'completed', at: 1100 },
    page: 0,
    sources: ['web-request'],
    stack: [],
    networkError: null,
    timingStatus: null,
    ...changed,
  };
}

export function madeHop(changed: Partial<Hop> = {}): Hop {
  return {
    url: 'https://api.test/v1/items?page=2',
    method: 'GET',
    startedAt: 1000,
    preflight: null,
    requestHeaders: null,
    sentAt: null,
    response: null,
    redirectedTo: null,
    ...changed,
  };
}

export function madeResponse(changed: Partial<ObservedResponse> = {}): ObservedResponse {
  return { at: 1064, status: 200, statusText: 'OK', headers: [], effectiveHeaders: null, fromCache: false, ...changed };
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

export function madeVerdict(changed: Partial<Verdict> = {}): Verdict {
  return {
    engine: 'chromium',
    outcome: 'allowed',
    reason: null,
    otherReason: null,
    parameter: '',
    stage: null,
    hop: 0,
    mode: 'cors',
    credentialed: false,
    preflight: 'none',
    checks: [],
    assumptions: [],
    contradiction: null,
    notCors: null,
    warnings: [],
    exposure: null,
    ...changed,
  };
}

/** An exchange with a verdict that no judge was asked for. */
export function madeJudged(
  verdict: Partial<Verdict> = {},
  exchange: Exchange = madeExchange(),
  short = 'Allowed',
): Judged {
  return {
    exchange,
    verdict: madeVerdict(verdict),
    short,
  };
}
