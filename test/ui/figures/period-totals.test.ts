import { expect, test } from 'vitest';
import { timeByPurpose } from '../../../src/ui/figures/period-totals.ts';
import { completeDay, systemA, systemB } from '../../support/complete-backup.ts';

test('splits attention and after-hours time by the purpose of the system', () => {
  const day = completeDay();
  const purpose = new Map(day.systems.map((s) => [s.id, s.purpose]));
  expect([purpose.get(systemA), purpose.get(systemB)]).toEqual(['reporting', null]);
  const parts = timeByPurpose(day);
  expect(parts.reporting).toEqual({ ms: 1_800_000, afterMs: 900_000 });
  expect(parts.none).toEqual({ ms: 500_000, afterMs: 0 });
  const all = Object.values(parts).reduce((sum, { afterMs }) => sum + afterMs, 0);
  expect(all).toBe(day.afterHoursMs);
});
