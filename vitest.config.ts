import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          environment: 'node',
          // Generous: on a busy machine a command that takes half a second may wait for its turn.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Real browsers over the shipped build, one file at a time: they share the machine's two cores.
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
