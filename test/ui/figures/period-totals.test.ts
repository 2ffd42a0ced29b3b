import { expect, test } from 'vitest';
import { timeByPurpose } from '../../../src/ui/figures/period-totals.ts';
import { here, there, wholeDay } from '../../support/complete-backup.ts';

test('what was after hours is told by the kind of work it was', () => {
  const day = wholeDay();
  const purpose = new Map(day.systems.map((s) => [s.id, s.purpose]));
  expect([purpose.get(here), purpose.get(there)]).toEqual(['reporting', null]);
  const parts = timeByPurpose(day);
  expect(parts.reporting).toEqual({ ms: 1_800_000, afterMs: 900_000 });
  expect(parts.none).toEqual({ ms: 500_000, afterMs: 0 });
  const all = Object.values(parts).reduce((sum, { afterMs }) => sum + afterMs, 0);
  expect(all).toBe(day.afterHoursMs);
});
