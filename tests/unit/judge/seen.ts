import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { Ending, Exchange, Hop, ObservedPreflight, ObservedResponse } from '../../../src/exchange/exchange.ts';
import { blankExchange, blankHop, blankResponse } from '../blank.ts';

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
  return { ...blankResponse, at: 2, status, headers, ...changes };
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
  return { ...blankHop, url: api, requestHeaders: asked(), sentAt: 2, ...changes };
}

/** A request that died with its preflight: Chromium never shows the headers that it would have had. */
export function unsentHop(changes: Partial<Hop> = {}): Hop {
  return hop({ requestHeaders: null, sentAt: null, ...changes });
}

export function exchange(hops: readonly Hop[], changes: Partial<Exchange> = {}): Exchange {
  return { ...blankExchange, initiator: { origin: page, url: `${page}/` }, hops, ending: completed, ...changes };
}

export function allow(origin: string): HeaderLine {
  return ['Access-Control-Allow-Origin', origin];
}

export const allowCredentials: HeaderLine = ['Access-Control-Allow-Credentials', 'true'];
