import type { ServerPolicy } from '../../../src/fix/server-policy.ts';

/** A policy with everything in it, to be changed by a test. */
export function policy(changes: Partial<ServerPolicy> = {}): ServerPolicy {
  return {
    target: 'https://api.test',
    origins: ['https://app.test', 'http://localhost:5173'],
    anyOrigin: false,
    methods: ['GET', 'HEAD', 'PUT'],
    requestHeaders: ['content-type', 'x-requested-by'],
    exposedHeaders: ['X-Total'],
    credentials: true,
    credentialsUnknown: false,
    maxAge: 600,
    paths: ['/api/items'],
    leftOut: [],
    ...changes,
  };
}
