import { defineConfig } from 'vitest/config';

// Some start a process of their own, and a busy machine is no fault.
const testTimeout = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/property-seed.ts'],
          testTimeout,
        },
      },
      {
        test: {
          name: 'truth',
          include: ['tests/truth/**/*.test.ts'],
          setupFiles: ['tests/property-seed.ts'],
          testTimeout,
        },
      },
      {
        test: {
          name: 'soak',
          include: ['tests/soak/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // One browser at a time: the machine has two cores and the playground one set of ports.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
