import { afterEach, expect, it, vi } from 'vitest';
import { fuzz } from '../support/fuzz-inputs.ts';

it('takes nothing that the published schema and the canonical form would not, and never crashes (2,000 mutated files; npm run fuzz:research has 100,000)', async () => {
  const { files, taken, refused, wrong, crashes } = await fuzz(2000, 42);
  expect(crashes).toEqual([]);
  expect(wrong).toEqual([]);
  expect(files).toBe(2000);
  // Both verdicts occur, or nothing was tried.
  expect(taken).toBeGreaterThan(500);
  expect(refused).toBeGreaterThan(500);
}, 240_000);

afterEach(() => {
  vi.useRealTimers();
});

it('tries the same bytes at any hour', async () => {
  const at = (time: string) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
    return fuzz(100, 42);
  };
  const { digest, taken, refused } = await at('2026-08-10T10:08:20Z');
  expect(await at('2027-01-31T23:59:58Z')).toMatchObject({ digest, taken, refused });
});
