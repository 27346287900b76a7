import { combinedValue } from './combined-value.ts';
import type { Engine } from './engine.ts';
import type { HeaderList } from './header-list.ts';
import type { NetworkError } from './network-error.ts';
import { isSameOrigin, isSameSite } from './origin.ts';
import type { CorsRequest } from './request.ts';

/**
 * What `Cross-Origin-Resource-Policy` says to a request without CORS; null lets it pass. An unknown value has no say.
 *
 * @see https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header
 */
export function resourcePolicyError(
  { origin, precursorOrigin }: CorsRequest,
  responseOrigin: string,
  headers: HeaderList,
  engine: Engine,
): NetworkError | null {
  switch (combinedValue(headers, 'cross-origin-resource-policy', engine)) {
    case 'same-origin':
      return isSameOrigin(origin, responseOrigin) ? null : 'corp-not-same-origin';
    case 'same-site': {
      const site = engine.siteOfOpaqueOrigin === 'precursor' ? (precursorOrigin ?? origin) : origin;
      return isSameSite(site, responseOrigin) ? null : 'corp-not-same-site';
    }
    default:
      return null;
  }
}
