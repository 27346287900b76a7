import { originOf, parseUrl } from '../cors/origin.ts';
import type { Initiator } from '../exchange/exchange.ts';
import type { RequestObservation } from '../exchange/observation.ts';
import { headerLinesOfBytes, sightingOf, statusOf } from './event-fields.ts';
import type { EventDetails, EventName } from './request-event.ts';

/** What Firefox's event tells, in order. */
export function fromFirefox(name: EventName, details: EventDetails): RequestObservation[] {
  const sighting = sightingOf(details, initiatorOf(details));
  switch (name) {
    case 'onBeforeRequest':
      return [{ ...sighting, kind: 'started' }];
    case 'onSendHeaders':
      // Firefox tells the headers of a preflighted request before its preflight: they may never go out.
      return [
        { ...sighting, kind: 'request-headers', headers: headerLinesOfBytes(details.requestHeaders), sent: false },
      ];
    case 'onHeadersReceived':
      return [
        {
          ...sighting,
          kind: 'response-headers',
          ...statusOf(details),
          headers: headerLinesOfBytes(details.responseHeaders),
        },
      ];
    case 'onBeforeRedirect':
      return isHandOver(details)
        ? [{ ...sighting, kind: 'withdrawn' }]
        : [{ ...sighting, kind: 'redirected', to: details.redirectUrl ?? '' }];
    case 'onCompleted':
      // A simple request that CORS refused mostly ends like this too.
      return [{ ...sighting, kind: 'completed', fromCache: details.fromCache ?? false, readable: false }];
    case 'onErrorOccurred':
      return [{ ...sighting, kind: 'failed', error: details.error ?? '' }];
  }
}

/** Firefox hides the URLs of an opaque origin (sandboxed frame, data: page); a file: URL is opaque by itself. */
function initiatorOf({ originUrl, documentUrl }: EventDetails): Initiator {
  const url = originUrl ?? documentUrl ?? null;
  return { origin: url === null ? 'null' : originOf(parseUrl(url)), url };
}

/**
 * A page's request that its service worker takes over is "redirected" to itself with no status. What then goes out is
 * the worker's own request; or this one begins anew, when the worker lets it be.
 */
function isHandOver({ statusCode, redirectUrl, url }: EventDetails): boolean {
  return statusCode === 0 && redirectUrl === url;
}
