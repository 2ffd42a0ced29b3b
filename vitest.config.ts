import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          environment: 'node',
          // A project doesn't hear of `--mode` by itself: `npm run fuzz` and `npm run faults` ask for all by it.
          env: { RUN: mode },
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
}));
