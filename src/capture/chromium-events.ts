import type { RequestObservation } from '../exchange/observation.ts';
import { headerLines, sightingOf, statusOf } from './event-fields.ts';
import type { EventDetails, EventName } from './request-event.ts';

/** What Chromium's event tells, in order. */
export function fromChromium(name: EventName, details: EventDetails): RequestObservation[] {
  const sighting = sightingOf(details, { origin: details.initiator ?? null, url: null });
  switch (name) {
    case 'onBeforeRequest':
      return [{ ...sighting, kind: 'started' }];
    case 'onSendHeaders':
      // Chromium tells the headers only when they go out: after the preflight, if there is one.
      return [{ ...sighting, kind: 'request-headers', headers: headerLines(details.requestHeaders), sent: true }];
    case 'onHeadersReceived':
      return [
        {
          ...sighting,
          kind: 'response-headers',
          ...statusOf(details),
          headers: headerLines(details.responseHeaders),
        },
      ];
    case 'onBeforeRedirect':
      return [{ ...sighting, kind: 'redirected', to: details.redirectUrl ?? '' }];
    case 'onCompleted': {
      // By now header rules have been applied; onHeadersReceived had the server's own headers. A beacon that outlived
      // its page has none here.
      const headers = headerLines(details.responseHeaders);
      return [
        ...(headers.length > 0 ? [{ ...sighting, kind: 'effective-headers', headers } as const] : []),
        { ...sighting, kind: 'completed', fromCache: details.fromCache ?? false, readable: true },
      ];
    }
    case 'onErrorOccurred':
      return isPhantom(details)
        ? [{ ...sighting, kind: 'withdrawn' }]
        : [{ ...sighting, kind: 'failed', error: details.error ?? '' }];
  }
}

/** Before each font Chromium looks into its cache by a request of its own, which never goes out. */
function isPhantom({ type, error }: EventDetails): boolean {
  return type === 'font' && error === 'net::ERR_CACHE_MISS';
}
