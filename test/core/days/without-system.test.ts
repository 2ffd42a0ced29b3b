/** Tests that a system is removed from a day whose rows have expired. */
import { describe, expect, it } from 'vitest';
import type { DaySummary } from '../../../src/core/days/day-summary.ts';
import { withoutSystem, withoutSystems } from '../../../src/core/days/without-system.ts';
import { completeDay, completePart, systemA, systemB } from '../../support/complete-backup.ts';
import { dayOf, quarter, system } from './summaries.ts';

describe('withoutSystem', () => {
  const part = completePart();
  it('removes every figure of the system and changes nothing else', () => {
    const day = completeDay();
    const { own, exported, repeats, ...rest } = withoutSystem(part, systemA);
    expect(JSON.stringify([own, exported, repeats])).not.toContain(systemA);
    expect(rest).toEqual({ sourceId: part.sourceId, through: 11, rows: 9, by: part.by });
    expect(own).toEqual({
      ...day,
      systems: day.systems.slice(1),
      quarterHours: day.quarterHours.slice(2),
      attentionMs: 500_000,
      afterHoursMs: 0,
      standardAfterHoursMs: 0,
      entries: { ...day.entries, total: 7 },
      submissions: { ...day.submissions, total: 3 },
      families: [{ id: 'aaaaaaaaaaaa', systems: [systemB], submissions: 2, ms: 40_000 }],
      fieldKinds: [{ kind: 'phone', systems: [systemB], entries: 4, repeats: 2 }],
      features: day.features.slice(1, 2),
      fragmentation: { ...day.fragmentation, systems: 1 },
    });
    expect(exported).toEqual(own);
    expect(repeats).toEqual([{ ...part.repeats[0], systems: [systemB] }]);
  });
  it('keeps the after-hours time of other systems', () => {
    const { own } = withoutSystem(part, systemB);
    expect([own.attentionMs, own.afterHoursMs, own.standardAfterHoursMs]).toEqual([1_800_000, 900_000, 900_000]);
    expect(own.features).toHaveLength(2);
  });
  it('changes nothing if the system is unknown or the set of systems is empty; adds no exported summary if the part has none', () => {
    expect(withoutSystem(part, 'ffffffffffff')).toEqual(part);
    expect(withoutSystem({ ...part, exported: null }, systemA).exported).toBeNull();
    expect(withoutSystems(part, new Set())).toEqual(part);
  });
  it('removes several systems', () => {
    const { own, repeats } = withoutSystems(part, new Set([systemA, systemB]));
    expect([
      own.systems,
      own.quarterHours,
      own.attentionMs,
      own.families,
      own.fieldKinds,
      own.features,
      repeats,
    ]).toEqual([[], [], 0, [], [], [], []]);
    expect([own.entries.total, own.submissions.total, own.fragmentation.systems]).toEqual([0, 0, 0]);
  });
  it.each([
    [465, 400_000],
    [480, 900_000],
    [1065, 900_000],
    [1080, 400_000],
  ])(
    'removes a system that has time in the quarter hour from minute %d, so that %d ms of standard after-hours time remain',
    (start, standardAfterHoursMs) => {
      const own = dayOf({
        systems: [system(systemA), system(systemB)],
        quarterHours: [quarter(start, systemA, 300_000, 200_000), quarter(720, systemB, 800_000, 0)],
        attentionMs: 1_300_000,
        standardAfterHoursMs: 900_000,
      });
      expect(withoutSystem({ ...part, own }, systemA).own.standardAfterHoursMs).toBe(standardAfterHoursMs);
    },
  );
  it('subtracts all time of the system from the standard after-hours time of a rest day', () => {
    const own = dayOf({
      systems: [system(systemA)],
      quarterHours: [quarter(600, systemA, 300_000, 200_000)],
      attentionMs: 900_000,
      standardAfterHoursMs: 900_000,
    });
    expect(withoutSystem({ ...part, own }, systemA).own.standardAfterHoursMs).toBe(400_000);
  });
  it('never makes a sum negative; a system without attention does not lower the number of systems', () => {
    const smallSums = dayOf({
      systems: [system(systemA, { activeMs: 0, watchingMs: 0, entries: 99, submissions: 99 })],
      quarterHours: [quarter(600, systemA, 5, 5, 5)],
      attentionMs: 1,
      afterHoursMs: 1,
    });
    const { own } = withoutSystem({ ...part, own: smallSums }, systemA);
    expect([own.attentionMs, own.afterHoursMs, own.entries.total, own.submissions.total]).toEqual([0, 0, 0, 0]);
    expect(own.fragmentation.systems).toBe(2);
    // The same applies to a system that appears only in the quarter hours, in a part of the first version.
    const { features: _, ...first } = dayOf({ quarterHours: [quarter(600, systemA, 5, 5)], attentionMs: 10 });
    const left = withoutSystem({ ...part, own: first as DaySummary }, systemA).own;
    expect([left.quarterHours, left.attentionMs, left.fragmentation.systems, 'features' in left]).toEqual([
      [],
      0,
      2,
      false,
    ]);
    const watched = dayOf({ systems: [system(systemA, { activeMs: 0, watchingMs: 1 })] });
    expect(withoutSystem({ ...part, own: watched }, systemA).own.fragmentation.systems).toBe(1);
  });
});
