import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { Ending, Exchange, Hop, ObservedPreflight, ObservedResponse } from '../../../src/exchange/exchange.ts';

export const page = 'https://app.test';
export const api = 'https://api.test/orders';

export const completed: Ending = { kind: 'completed', at: 9 };
export const answered: Ending = { kind: 'answered', at: 9 };
export const failed: Ending = { kind: 'failed', at: 9, error: 'net::ERR_FAILED' };

export function failedWith(error: string): Ending {
  return { kind: 'failed', at: 9, error };
}

export function response(
  status: number,
  headers: readonly HeaderLine[],
  changes: Partial<ObservedResponse> = {},
): ObservedResponse {
  return { at: 2, status, statusText: '', headers, effectiveHeaders: null, fromCache: false, ...changes };
}

/** The headers of a CORS request from the page; `Sec-Fetch-*` as browsers send them to https. */
export function asked(...more: readonly HeaderLine[]): HeaderLine[] {
  return [['Origin', page], ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'same-site'], ...more];
}

export function preflight(
  method: string,
  unsafeHeaders: string,
  answer: ObservedResponse | null,
  changes: Partial<ObservedPreflight> = {},
): ObservedPreflight {
  const requestHeaders: HeaderLine[] = [
    ['Origin', page],
    ['Access-Control-Request-Method', method],
  ];
  if (unsafeHeaders !== '') requestHeaders.push(['Access-Control-Request-Headers', unsafeHeaders]);
  return { requestId: 'p', startedAt: 1, requestHeaders, response: answer, ending: completed, ...changes };
}

export function hop(changes: Partial<Hop> = {}): Hop {
  const base: Hop = {
    url: api,
    method: 'GET',
    startedAt: 0,
    preflight: null,
    requestHeaders: asked(),
    sentAt: 2,
    response: null,
    redirectedTo: null,
  };
  return { ...base, ...changes };
}

/** A request that died with its preflight: Chromium never shows the headers that it would have had. */
export function unsentHop(changes: Partial<Hop> = {}): Hop {
  return hop({ requestHeaders: null, sentAt: null, ...changes });
}

export function exchange(hops: readonly Hop[], changes: Partial<Exchange> = {}): Exchange {
  return {
    id: '1',
    tabId: 1,
    frameId: 0,
    type: 'xmlhttprequest',
    initiator: { origin: page, url: `${page}/` },
    startedAt: 0,
    hops,
    ending: completed,
    page: 0,
    sources: ['web-request'],
    stack: [],
    networkError: null,
    timingStatus: null,
    ...changes,
  };
}

export function allow(origin: string): HeaderLine {
  return ['Access-Control-Allow-Origin', origin];
}

export const allowCredentials: HeaderLine = ['Access-Control-Allow-Credentials', 'true'];
