import type { HeaderList } from '../cors/header-list.ts';

/**
 * Whether the answer tells caches that it depends on the origin that asks.
 *
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export function variesByOrigin(headers: HeaderList): boolean {
  const names = (headers.get('vary') ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names.includes('origin') || names.includes('*');
}
