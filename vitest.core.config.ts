import { defineConfig } from 'vitest/config';

/** The tests of the core itself, for `npm run mutation`: what only a test of the worker or of a page notices doesn't count. */
export default defineConfig({
  test: { include: ['test/{core,schemas}/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 60_000 },
});
