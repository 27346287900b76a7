import type { HeaderList } from './header-list.ts';
import type { NetworkError } from './network-error.ts';
import { isSameOrigin, isSameSite } from './origin.ts';

/**
 * What `Cross-Origin-Resource-Policy` says to a request without CORS; null lets it pass. An unknown value has no say.
 *
 * @see https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header
 */
export function resourcePolicyError(origin: string, responseOrigin: string, headers: HeaderList): NetworkError | null {
  switch (headers.get('cross-origin-resource-policy')) {
    case 'same-origin':
      return isSameOrigin(origin, responseOrigin) ? null : 'corp-not-same-origin';
    case 'same-site':
      return isSameSite(origin, responseOrigin) ? null : 'corp-not-same-site';
    default:
      return null;
  }
}
