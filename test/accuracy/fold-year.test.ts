import { describe, expect, it } from 'vitest';
import { foldYear } from './fold-year.ts';

describe('a year of one person', () => {
  it('finds the exact attention in two million signals, within limits of time and memory', () => {
    const year = foldYear();
    expect(year.signals).toBeGreaterThan(2_000_000);
    expect(year.days).toBe(365);
    expect(year.attentionMs).toBe(year.expectedMs);
    // The limits allow for a busy machine, but not for costs that grow faster than the number of signals.
    expect(year.cpuMs).toBeLessThan(8000);
    expect(year.growthMb).toBeLessThan(100);
  });
});
