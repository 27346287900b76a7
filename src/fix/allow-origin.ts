import type { HeaderList } from '../cors/header-list.ts';
import type { HeaderChange } from './fix.ts';
import { headerNames } from './header-names.ts';
import { tokensOf } from './token-list.ts';

/**
 * The headers that allow one origin to read an answer.
 *
 * @param origin serialised, `"null"` for an opaque one
 * @param lacks which of the two the answer lacks
 * @param credentialed null where nothing observable told
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-credentials
 */
export function allowOrigin(
  answer: HeaderList,
  origin: string,
  lacks: { readonly origin: boolean; readonly credentials: boolean },
  credentialed: boolean | null,
): HeaderChange[] {
  const changes: HeaderChange[] = [];
  // `null` would open the answer just as wide, since any page can have that origin, without saying so.
  const everyone = origin === 'null';
  const perhaps = credentialed === null && !everyone;
  if (lacks.origin) {
    changes.push({ name: headerNames.allowOrigin, value: everyone ? '*' : origin, needed: 'always' });
  } else if (perhaps && answer.get('access-control-allow-origin') === '*') {
    changes.push({ name: headerNames.allowOrigin, value: origin, needed: 'if-credentialed' });
  }
  if (changes.length > 0 && !everyone) changes.push(...varyByOrigin(answer));
  if (lacks.credentials) {
    changes.push({ name: headerNames.allowCredentials, value: 'true', needed: 'always' });
  } else if (perhaps && answer.get('access-control-allow-credentials') !== 'true') {
    changes.push({ name: headerNames.allowCredentials, value: 'true', needed: 'if-credentialed' });
  }
  return changes;
}

/**
 * `Vary: Origin`, added to what the answer varies by already; nothing where it is there.
 *
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export function varyByOrigin(answer: HeaderList): HeaderChange[] {
  const present = tokensOf(answer.get('vary'));
  if (present.some((name) => name === '*' || name.toLowerCase() === 'origin')) return [];
  return [{ name: headerNames.vary, value: [...present, 'Origin'].join(', '), needed: 'advisable' }];
}
