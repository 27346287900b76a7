import { engines } from '../cors/engines.ts';

/** The response headers that a fix may set, in the standard's own capitals and in the order in which they are shown. */
export const headerNames = {
  allowOrigin: 'Access-Control-Allow-Origin',
  allowCredentials: 'Access-Control-Allow-Credentials',
  allowMethods: 'Access-Control-Allow-Methods',
  allowHeaders: 'Access-Control-Allow-Headers',
  exposeHeaders: 'Access-Control-Expose-Headers',
  maxAge: 'Access-Control-Max-Age',
  vary: 'Vary',
} as const;

/**
 * Seconds for which a browser may remember a preflight's answer: long enough to save most preflights, short enough for a
 * changed configuration to be in force after a cup of coffee.
 */
export const sensibleMaxAge = 600;

/** Seconds: what Chromium keeps at most. A longer time would serve Firefox alone. */
export const longestUsefulMaxAge = engines.chromium.preflightCache.longest;
