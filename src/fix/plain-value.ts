/**
 * Origins that stand in a configuration without any quoting: scheme, host of letters, digits, dots, hyphens and underscores
 * (or an IPv6 address), port. A URL's host may hold more (`"`, `$`, `;`), and a page could be put there to break out of a
 * recipe: such an origin is left out of recipes altogether.
 */
const plainOrigin = /^[a-z][a-z0-9+.-]*:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;

/** Tokens without the characters that mean something in one configuration language or another. */
const plainToken = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

/** One segment of a path, as a proxy can be told to match it. */
const plainSegment = /^[A-Za-z0-9][A-Za-z0-9_.~-]{0,99}$/;

export function isPlainOrigin(origin: string): boolean {
  return plainOrigin.test(origin);
}

/** Whether a method or a header name may stand in a recipe. */
export function isPlainToken(token: string): boolean {
  return plainToken.test(token);
}

export function isPlainSegment(segment: string): boolean {
  return plainSegment.test(segment);
}
