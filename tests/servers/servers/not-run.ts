import type { NotRun } from '../server-under-test.ts';

/** Recipes that no machine of ours can try, and why. */
export const notRunServers: readonly NotRun[] = [
  { id: 'spring-boot', reason: 'Spring Boot is neither in Debian nor on npm' },
  { id: 'aspnet-core', reason: '.NET is neither in Debian nor on npm' },
  { id: 'laravel', reason: "Debian's Laravel (8) is older than its own CORS middleware (9.2)" },
  { id: 'aws-api-gateway', reason: 'runs at Amazon only' },
  { id: 'aws-s3', reason: 'runs at Amazon only' },
];

export const notRunProxies: readonly NotRun[] = [
  { id: 'angular', reason: 'the Angular command line is too large to install for this' },
];
