/** Tests that system keys are replaced by hosts. */
import { expect, it } from 'vitest';
import type { DaySummary } from '../../../src/core/days/day-summary.ts';
import type { KnownSystem } from '../../../src/core/days/fold/fold-day.ts';
import { withHosts } from '../../../src/core/days/with-hosts.ts';
import type { SystemKey } from '../../../src/core/events.ts';
import { completeDay, systemA } from '../../support/complete-backup.ts';

const names = new Map<SystemKey, KnownSystem>([
  [systemA as SystemKey, { host: 'mzt.gansu.gov.cn', catalogueId: 'b', kind: 'health', purpose: 'study' }],
]);
it('replaces the key of a system by its host, and sets the current purpose of the system; keeps the key of an unknown system', () => {
  const day = completeDay();
  const named = withHosts(day, names);
  expect(JSON.stringify(named)).toBe(
    JSON.stringify({
      ...day,
      systems: [
        { ...day.systems[0], id: systemA, catalogueId: 'b', kind: 'health', purpose: 'study' },
        ...day.systems.slice(1),
      ],
    }).replaceAll(systemA, 'mzt.gansu.gov.cn'),
  );
  const { features: _, leadTimes: __, ...first } = day;
  expect(withHosts(first as DaySummary, names)).toMatchObject({ features: [], leadTimes: {} });
});
