const normalized = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);
const forbidden = new Set(['CONNECT', 'TRACE', 'TRACK']);

/**
 * Upper-cases the six methods that every API upper-cases. `patch` stays as it is written, a well-known trap.
 *
 * @see https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function normalizeMethod(method: string): string {
  const upper = method.toUpperCase();
  return normalized.has(upper) ? upper : method;
}

/** Whether scripts may not use the method at all. @see https://fetch.spec.whatwg.org/#forbidden-method */
export function isForbiddenMethod(method: string): boolean {
  return forbidden.has(method.toUpperCase());
}

/** Whether the method alone asks for no preflight. @see https://fetch.spec.whatwg.org/#cors-safelisted-method */
export function isSafelistedMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'POST';
}
