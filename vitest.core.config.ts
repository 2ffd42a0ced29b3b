import { defineConfig } from 'vitest/config';

/**
 * The tests of src/core for `npm run mutation`: a mutant must be found by a test of the core, not of the worker or a
 * page.
 */
export default defineConfig({
  test: { include: ['test/{core,schemas}/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 60_000 },
});
