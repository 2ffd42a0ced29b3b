/** Reads fuzzed files. An invalid report must not be accepted, and the code must not crash. */
import { afterEach, expect, it, vi } from 'vitest';
import { fuzzInputs } from '../fuzz-inputs.ts';

// `npm run fuzz:research` tries 100,000 files.
it('accepts only reports that the published schema and the canonical form allow, and never crashes', async () => {
  const { files, accepted, rejected, wrong, crashes } = await fuzzInputs(2000, 42);
  expect(crashes).toEqual([]);
  expect(wrong).toEqual([]);
  expect(files).toBe(2000);
  // If one outcome were rare, the test would prove nothing.
  expect(accepted).toBeGreaterThan(500);
  expect(rejected).toBeGreaterThan(500);
}, 240_000);

afterEach(() => {
  vi.useRealTimers();
});

it('tries the same bytes at any time of day', async () => {
  const fuzzAt = (time: string) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
    return fuzzInputs(100, 42);
  };
  const { digest, accepted, rejected } = await fuzzAt('2026-08-10T10:08:20Z');
  expect(await fuzzAt('2027-01-31T23:59:58Z')).toMatchObject({ digest, accepted, rejected });
});
