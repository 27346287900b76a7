import { originOf, parseUrl } from '../cors/origin.ts';
import type { Exchange, Initiator } from './exchange.ts';

/**
 * Whether any hop leaves the origin that asked. An opaque origin leaves itself with every request. Where nobody told
 * who asked (the browser itself, as for an icon), an Origin header is the only sign of it.
 */
export function isCrossOrigin({ initiator, hops }: Exchange): boolean {
  return hops.some(
    ({ url, preflight, requestHeaders }) =>
      preflight !== null ||
      leavesOrigin(initiator, url) ||
      (initiator.origin === null && requestHeaders?.some(([name]) => name.toLowerCase() === 'origin') === true),
  );
}

/** Whether a URL is of another origin than the initiator's; false where the initiator is not known. */
export function leavesOrigin({ origin }: Initiator, url: string): boolean {
  if (origin === null) return false;
  // Nearly every same-origin URL ends here, unparsed.
  if (url.startsWith(`${origin}/`)) return false;
  return origin === 'null' || originOf(parseUrl(url)) !== origin;
}
