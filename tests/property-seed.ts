import { env } from 'node:process';
import fc from 'fast-check';

// The same commit gives the same result. Whoever looks for what no test has met yet sets PROPERTY_SEED.
fc.configureGlobal({ seed: Number(env.PROPERTY_SEED ?? 1) });
