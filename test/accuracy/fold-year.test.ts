import { describe, expect, it } from 'vitest';
import { foldYear } from './fold-year.ts';

describe('a year of one person', () => {
  it('folds two million signals exactly, within limits of time and memory', () => {
    const year = foldYear();
    expect(year.signals).toBeGreaterThan(2_000_000);
    expect(year.days).toBe(365);
    expect(year.attentionMs).toBe(year.expectedMs);
    // The limits leave room for a busy machine, but not for another order of growth.
    expect(year.cpuMs).toBeLessThan(8000);
    expect(year.growthMb).toBeLessThan(100);
  });
});
