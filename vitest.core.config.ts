import { defineConfig } from 'vitest/config';

/**
 * The quick unit tests that import the core, for `npm run mutation`. Those that start the background worker anew within
 * a test are left out: what a module does when it is loaded would count as covered by that test alone.
 */
export default defineConfig({
  test: {
    include: [
      'test/{core,schemas,background,page,ui}/**/*.test.{ts,tsx}',
      'test/research/{rejections,report}.test.ts',
      'test/scripts/check-catalogue.test.ts',
    ],
    exclude: ['test/background/{backup-due,faults,fuzz,merge,never,trouble}.test.ts', 'test/page/written-down.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
