/**
 * The test suite in three layers, each a project of Vitest (`npx vitest run --project NAME`):
 * - `unit`: everything that finishes at once. A contributor runs it after each change (`npm run check`).
 * - `slow`: files named *.slow.test.ts: faults at many steps, fuzzed inputs, processes that are started or killed.
 * - `browser`: test/browser, real browsers over the built extension.
 * `npm test` runs all three.
 */
import { defineConfig } from 'vitest/config';

const slowTests = 'test/**/*.slow.test.{ts,tsx}';
const browserTests = 'test/browser/**/*.test.ts';
// A loaded machine makes tests slow, not red: a command that takes half a second may wait long for its turn.
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };
// By default Vitest leaves one core free, which is half of a machine with two.
const maxWorkers = '100%';

export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [slowTests, browserTests],
          environment: 'node',
          maxWorkers,
          ...timeouts,
        },
      },
      {
        test: {
          name: 'slow',
          include: [slowTests],
          environment: 'node',
          maxWorkers,
          // Vitest does not hand `--mode` to the tests of a project: `npm run fuzz` and `npm run faults` set it.
          env: { RUN: mode },
          ...timeouts,
        },
      },
      {
        // One file at a time: the browsers share the machine's cores.
        test: {
          name: 'browser',
          include: [browserTests],
          setupFiles: ['test/browser/setup.ts'],
          fileParallelism: false,
          // Longer than the waits inside a test (waitLimitMs), so that the wait that failed is the one that is named.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // For expect.poll; its own default is a second.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
}));
