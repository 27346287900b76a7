import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { RequestObservation, RequestSighting } from '../../../src/exchange/observation.ts';

/** What an observation is, without what every one tells. */
export type Told = RequestObservation extends infer One
  ? One extends RequestObservation
    ? Omit<One, keyof RequestSighting>
    : never
  : never;

const page = 'https://app.test';
export const api = 'https://api.test/x';

/** An observation of a PUT from app.test to api.test, unless told otherwise. */
export function observe(requestId: string, told: Told, sighting: Partial<RequestSighting> = {}): RequestObservation {
  return {
    requestId,
    tabId: 1,
    frameId: 0,
    documentId: null,
    url: api,
    method: 'PUT',
    type: 'xmlhttprequest',
    initiator: { origin: page, url: null },
    at: 1_000,
    ...sighting,
    ...told,
  };
}

export const started = { kind: 'started' } as const;
export const completed = { kind: 'completed', fromCache: false, readable: true } as const;
export const failed = { kind: 'failed', error: 'net::ERR_FAILED' } as const;

export function requestHeaders(headers: readonly HeaderLine[] = [], sent = true): Told {
  return { kind: 'request-headers', headers, sent };
}

export function responseHeaders(status = 200, headers: readonly HeaderLine[] = []): Told {
  return { kind: 'response-headers', status, statusText: 'OK', headers };
}

/** The preflight of a method: its beginning and its headers. */
export function preflight(
  requestId: string,
  method: string,
  sighting: Partial<RequestSighting> = {},
  names = '',
): RequestObservation[] {
  const headers: HeaderLine[] = [['Access-Control-Request-Method', method]];
  if (names !== '') headers.push(['Access-Control-Request-Headers', names]);
  return [
    observe(requestId, started, { method: 'OPTIONS', ...sighting }),
    observe(requestId, requestHeaders(headers), { method: 'OPTIONS', ...sighting }),
  ];
}
