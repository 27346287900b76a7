import type { ServerUnderTest } from './server-under-test.ts';
import { goServers } from './servers/go.ts';
import { nodeFrameworks } from './servers/node-frameworks.ts';
import { pythonServers } from './servers/python.ts';
import { rails } from './servers/rails.ts';
import { reverseProxies } from './servers/reverse-proxies.ts';

/** Every server that a recipe is tried on. Those that cannot be are in `servers/not-run.ts`. */
export const serversUnderTest: readonly ServerUnderTest[] = [
  ...nodeFrameworks,
  ...reverseProxies,
  ...pythonServers,
  ...goServers,
  rails,
];
