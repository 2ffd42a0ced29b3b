/** Tests how the summaries of one day from several computers are merged. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DaySummary } from '../../../src/core/days/day-summary.ts';
import { mergeDays, mergeRepeatLines } from '../../../src/core/days/merge-days.ts';
import type { SystemKey } from '../../../src/core/events.ts';
import type { RepeatLine } from '../../../src/core/forms/repeat-ledger.ts';
import { completeDay, systemA, systemB } from '../../support/complete-backup.ts';
import { dayOf, quarter, system } from './summaries.ts';

/** Returns the day with every quarter hour moved by 15 minutes, so that no merged quarter hour is too full. */
const later = (day: DaySummary): DaySummary => ({
  ...day,
  quarterHours: day.quarterHours.map((q) => ({ ...q, start: q.start + 15 })),
});

describe('mergeDays', () => {
  it('returns a single part unchanged', () => {
    const day = completeDay();
    expect(mergeDays([day])).toBe(day);
  });

  it('adds up all figures when no quarter hour is too full', () => {
    const day = completeDay();
    const double = (figures: object) => Object.fromEntries(Object.entries(figures).map(([name, n]) => [name, 2 * n]));
    const merged = mergeDays([day, later(day)]);
    expect(merged).toEqual({
      day: '2026-03-02',
      timeZone: 'UTC',
      definitionsVersion: 1,
      systems: day.systems.map(({ id, catalogueId, kind, purpose, ...figures }) => ({
        id,
        catalogueId,
        kind,
        purpose,
        ...double(figures),
      })),
      quarterHours: [...day.quarterHours, ...later(day).quarterHours].sort((a, b) => a.start - b.start),
      attentionMs: 4_600_000,
      afterHoursMs: 1_800_000,
      standardAfterHoursMs: 1_800_000,
      entries: double(day.entries),
      submissions: double(day.submissions),
      families: [
        { id: 'aaaaaaaaaaaa', systems: [systemA, systemB], submissions: 4, ms: 80_000 },
        { id: 'bbbbbbbbbbbb', systems: [systemA], submissions: 2, ms: 40_000 },
      ],
      fieldKinds: [
        { kind: 'name', systems: [systemA], entries: 6, repeats: 2 },
        { kind: 'phone', systems: [systemA, systemB], entries: 8, repeats: 4 },
      ],
      tables: double(day.tables),
      acts: { 'check-in': { count: 6, ms: 0 }, 'photo-proof': { count: 4, ms: 18_000 } },
      features: [
        { system: systemA, form: 'check-in', feature: 'press', count: 6, ms: 0 },
        { system: systemA, form: 'photo-proof', feature: 'file', count: 2, ms: 10_000 },
        { system: systemB, form: 'photo-proof', feature: 'file', count: 2, ms: 8_000 },
      ],
      leadTimes: { 'same-day': 2, longer: 4 },
      // A system is counted once, even if several computers have recorded it.
      fragmentation: { systems: 2, switches: 10, logins: 4 },
      selfReported: { chain: { count: 2, minutes: 10 } },
      dropped: { overlap: 2 },
    });
  });

  it('keeps the figures that only one part has, and sorts systems by attention', () => {
    const a = dayOf({
      systems: [system('aa', { activeMs: 10, watchingMs: 0 }), system('bb', { activeMs: 0, watchingMs: 0 })],
      acts: { 'check-in': { count: 1, ms: 2 } },
      selfReported: { chain: { count: 1, minutes: 3 } },
      leadTimes: { longer: 1 },
      dropped: { 'too-many': 2 },
    });
    const b = dayOf({
      systems: [
        system('cc', { activeMs: 10, watchingMs: 20 }),
        system('dd', { activeMs: 10, watchingMs: 0 }),
        system('a0', { activeMs: 4, watchingMs: 6 }),
      ],
      families: ['ff', 'aa', 'gg'].map((id) => ({ id, systems: ['dd', 'cc'], submissions: 1, ms: 5 })),
      fieldKinds: ['phone', 'name', 'zone'].map((kind) => ({ kind, systems: ['cc'], entries: 1, repeats: 0 })),
      acts: { ranking: { count: 5, ms: 6 } },
    });
    const merged = mergeDays([a, b]);
    expect(merged.systems.map((s) => [s.id, s.activeMs + s.watchingMs, s.visits])).toEqual([
      ['cc', 30, 2],
      ['a0', 10, 2],
      ['aa', 10, 2],
      ['dd', 10, 2],
      ['bb', 0, 2],
    ]);
    expect(merged.fragmentation.systems).toBe(4);
    expect(merged.families).toEqual(
      ['aa', 'ff', 'gg'].map((id) => ({ id, systems: ['cc', 'dd'], submissions: 1, ms: 5 })),
    );
    expect(merged.fieldKinds.map((f) => f.kind)).toEqual(['name', 'phone', 'zone']);
    expect(merged.acts).toEqual({ 'check-in': { count: 1, ms: 2 }, ranking: { count: 5, ms: 6 } });
    expect(merged.selfReported).toEqual({ chain: { count: 1, minutes: 3 } });
    expect(merged.leadTimes).toEqual({ longer: 1 });
    expect(merged.dropped).toEqual({ 'too-many': 2 });
  });

  it('merges parts of the first version, which have no features and lead times', () => {
    const { features: _, leadTimes: __, ...old } = dayOf({});
    const merged = mergeDays([
      old as DaySummary,
      dayOf({ leadTimes: { longer: 1 }, features: completeDay().features }),
    ]);
    expect(merged.leadTimes).toEqual({ longer: 1 });
    expect(merged.features).toHaveLength(3);
    expect(mergeDays([old as DaySummary, old as DaySummary]).features).toEqual([]);
  });

  /** Merges two computers with attention in one quarter hour. Each tuple has active, watching and after-hours time. */
  const overlap = (
    start: number,
    first: [number, number, number],
    second: [number, number, number],
    isRest = false,
  ) => {
    const part = (id: string, [activeMs, watchingMs, afterHoursMs]: [number, number, number]) => {
      const attentionMs = activeMs + watchingMs;
      return dayOf({
        systems: [system(id, { activeMs, watchingMs })],
        quarterHours: [quarter(start, id, activeMs, watchingMs, afterHoursMs)],
        attentionMs,
        afterHoursMs,
        standardAfterHoursMs: isRest || start < 480 || start >= 1080 ? attentionMs : 0,
      });
    };
    // This day adds some time within working hours, so that the merged day is no rest day.
    const plain = dayOf({
      systems: [system('zz', { activeMs: 100_000, watchingMs: 0 })],
      quarterHours: [quarter(720, 'zz', 100_000, 0)],
      attentionMs: 100_000,
    });
    const add = (a: DaySummary) => (isRest ? a : mergeDays([plain, a]));
    return mergeDays([part('aa', first), add(part('bb', second))]);
  };
  it.each([
    // Start minute, times of the first part, times of the second part, attention that the second part keeps, overlaps
    [600, [300_000, 300_000, 0], [200_000, 100_000, 0], [200_000, 100_000], 0],
    [600, [300_000, 300_000, 0], [200_000, 100_001, 0], [200_000, 100_000], 1],
    [600, [300_000, 300_000, 0], [400_000, 100_000, 0], [300_000, 0], 1],
    [600, [900_000, 0, 0], [400_000, 100_000, 0], [0, 0], 1],
    [600, [0, 900_000, 0], [0, 100_000, 0], [0, 0], 1],
    [600, [300_000, 300_000, 600_000], [400_000, 100_000, 350_000], [300_000, 0], 1],
  ] as [number, [number, number, number], [number, number, number], [number, number], number][])(
    'in the quarter hour from minute %d, with the parts %j and %j, limits the attention of the second part to %j',
    (start, first, second, [activeMs, watchingMs], quarters) => {
      const merged = overlap(start, first, second);
      const clipped = merged.systems.find((s) => s.id === 'bb');
      expect([clipped?.activeMs, clipped?.watchingMs]).toEqual([activeMs, watchingMs]);
      expect(merged.dropped.overlap ?? 0).toBe(quarters);
      expect('overlap' in merged.dropped).toBe(quarters > 0);
      const attention = first[0] + first[1] + activeMs + watchingMs;
      expect(merged.attentionMs).toBe(attention + 100_000);
      const after = Math.min(second[2], activeMs + watchingMs);
      expect(merged.afterHoursMs).toBe(first[2] + after);
      expect(merged.quarterHours).toContainEqual(quarter(start, 'aa', ...first));
      expect(merged.quarterHours).toContainEqual(quarter(start, 'bb', activeMs, watchingMs, after));
      const sameQuarter = merged.quarterHours.filter((q) => q.start === start);
      expect(sameQuarter.reduce((sum, q) => sum + q.activeMs + q.watchingMs, 0)).toBeLessThanOrEqual(900_000);
    },
  );

  it.each([
    [465, 900_000],
    [480, 0],
    [1065, 0],
    [1080, 900_000],
  ])(
    'subtracts an overlap in the quarter hour from minute %d, so that %d ms of standard after-hours time remain',
    (start, ms) => {
      const merged = overlap(start, [600_000, 0, 0], [600_000, 0, 0]);
      expect(merged.standardAfterHoursMs).toBe(ms);
    },
  );
  it('subtracts an overlap on a rest day from the standard after-hours time at any hour', () => {
    const merged = overlap(600, [600_000, 0, 0], [600_000, 0, 0], true);
    expect([merged.attentionMs, merged.standardAfterHoursMs]).toEqual([900_000, 900_000]);
  });
  it('subtracts the excess of several quarter hours from the figures of their system', () => {
    const full = dayOf({
      systems: [system('aa', { activeMs: 1_800_000, watchingMs: 0 })],
      quarterHours: [quarter(600, 'aa', 900_000, 0), quarter(615, 'aa', 900_000, 0)],
      attentionMs: 1_800_000,
    });
    const more = dayOf({
      systems: [system('bb', { activeMs: 50_000, watchingMs: 32_000 })],
      quarterHours: [
        quarter(600, 'bb', 20_000, 11_000),
        quarter(615, 'bb', 10_000, 16_000),
        quarter(630, 'bb', 20_000, 5000),
      ],
      attentionMs: 82_000,
    });
    const merged = mergeDays([full, more]);
    expect(merged.systems.map((s) => [s.id, s.activeMs, s.watchingMs])).toEqual([
      ['aa', 1_800_000, 0],
      ['bb', 20_000, 5000],
    ]);
    expect([merged.attentionMs, merged.dropped.overlap, merged.fragmentation.systems]).toEqual([1_825_000, 2, 2]);
    // Two equal days are merged into one line for each quarter hour and system.
    const same = mergeDays([more, more]);
    expect(same.quarterHours.map((q) => q.activeMs)).toEqual([40_000, 20_000, 40_000]);
    expect(same.quarterHours.map((q) => q.watchingMs)).toEqual([22_000, 32_000, 10_000]);
    // The excess of a system that is missing in `systems` changes no other system.
    const stray = mergeDays([full, dayOf({ quarterHours: [quarter(600, 'cc', 5, 0)], attentionMs: 5 })]);
    expect(stray.systems.map((s) => s.id)).toEqual(['aa']);
    expect(stray.attentionMs).toBe(1_800_000);
    // If a system has less time than its quarter hours together, the time of the system does not become negative.
    const inconsistent = { ...more, systems: [system('bb', { activeMs: 1, watchingMs: 1 })] };
    expect(mergeDays([full, inconsistent]).systems.map((s) => [s.activeMs, s.watchingMs])).toEqual([
      [1_800_000, 0],
      [0, 0],
    ]);
  });

  const ids = ['aa', 'bb', 'cc'];
  const anyDay = fc
    .array(fc.tuple(fc.nat(95), fc.constantFrom(...ids), fc.nat(450_000), fc.nat(450_000), fc.boolean()), {
      maxLength: 8,
    })
    .map((claims): DaySummary => {
      const seen = new Set<number>();
      const unique = claims.filter(([start]) => !seen.has(start) && seen.add(start));
      const quarterHours = unique.map(([n, id, active, watching, after]) =>
        quarter(n * 15, id, active, watching, after ? active + watching : 0),
      );
      const sum = (figure: (q: (typeof quarterHours)[number]) => number, list = quarterHours) =>
        list.reduce((total, q) => total + figure(q), 0);
      const attention = (q: (typeof quarterHours)[number]) => q.activeMs + q.watchingMs;
      return dayOf({
        systems: [...new Set(unique.map(([, id]) => id))].map((id) => {
          const ofSystem = quarterHours.filter((q) => q.system === id);
          return system(id, {
            activeMs: sum((q) => q.activeMs, ofSystem),
            watchingMs: sum((q) => q.watchingMs, ofSystem),
          });
        }),
        quarterHours,
        attentionMs: sum(attention),
        afterHoursMs: sum((q) => q.afterHoursMs),
        standardAfterHoursMs: sum(
          attention,
          quarterHours.filter((q) => q.start < 480 || q.start >= 1080),
        ),
      });
    });
  it('keeps every quarter hour within its length; totals do not depend on the order of the parts', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
        const all = mergeDays([a, b, c]);
        const byQuarter = new Map<number, number>();
        for (const q of all.quarterHours) {
          byQuarter.set(q.start, (byQuarter.get(q.start) ?? 0) + q.activeMs + q.watchingMs);
          expect(q.afterHoursMs).toBeLessThanOrEqual(q.activeMs + q.watchingMs);
        }
        for (const ms of byQuarter.values()) expect(ms).toBeLessThanOrEqual(900_000);
        const whole = [...byQuarter.values()].reduce((sum, ms) => sum + ms, 0);
        expect(all.attentionMs).toBe(whole);
        expect(all.systems.reduce((sum, s) => sum + s.activeMs + s.watchingMs, 0)).toBe(whole);
        expect(all.quarterHours.reduce((sum, q) => sum + q.afterHoursMs, 0)).toBe(all.afterHoursMs);
        const backwards = mergeDays([c, b, a]);
        const total = (d: DaySummary) => [d.attentionMs, d.dropped.overlap, d.entries, d.submissions, d.tables];
        expect(total(backwards)).toEqual(total(all));
        const names = (d: DaySummary) => d.systems.map((s) => s.id).sort();
        expect(names(backwards)).toEqual(names(all));
        // The result is the same if two of the parts are merged before the third is added.
        expect({ ...mergeDays([mergeDays([a, b]), c]), dropped: {}, standardAfterHoursMs: 0 }).toEqual({
          ...all,
          dropped: {},
          standardAfterHoursMs: 0,
        });
      }),
    );
  });
});

describe('mergeRepeatLines', () => {
  const line = (change: object): RepeatLine => ({
    fieldKind: 'phone',
    label: null,
    entries: 3,
    repeatSameSystem: 1,
    repeatOtherSystem: 1,
    systems: [systemA as SystemKey],
    lastWeek: 10,
    focusMs: 100,
    ...change,
  });
  it('adds up the lines of one item, and keeps the latest week and the systems of all lines', () => {
    const merged = mergeRepeatLines([
      [line({}), line({ fieldKind: null, label: 'aa', entries: 1 })],
      [
        line({
          entries: 4,
          repeatSameSystem: 2,
          repeatOtherSystem: 3,
          systems: [systemB, systemA],
          lastWeek: 9,
          focusMs: 50,
        }),
        line({ fieldKind: null, label: 'bb', lastWeek: 12 }),
        line({ fieldKind: null, label: 'aa', entries: 5, lastWeek: 11 }),
      ],
    ]);
    expect(merged).toEqual([
      line({ entries: 7, repeatSameSystem: 3, repeatOtherSystem: 4, systems: [systemA, systemB], focusMs: 150 }),
      line({
        fieldKind: null,
        label: 'aa',
        entries: 6,
        repeatSameSystem: 2,
        repeatOtherSystem: 2,
        lastWeek: 11,
        focusMs: 200,
      }),
      line({ fieldKind: null, label: 'bb', lastWeek: 12 }),
    ]);
  });
  it('sorts lines by the number of repeats, then of entries, then by name', () => {
    const names = (lines: readonly RepeatLine[]) => lines.map((l) => l.fieldKind);
    const [a, b, c, d, e] = [
      line({ fieldKind: 'aa', entries: 4 }),
      line({ fieldKind: 'bb', entries: 9 }),
      line({ fieldKind: 'cc', repeatSameSystem: 0, repeatOtherSystem: 3 }),
      line({ fieldKind: 'dd', repeatSameSystem: 3, repeatOtherSystem: 1 }),
      line({ fieldKind: 'ee', entries: 4 }),
    ];
    for (const list of [
      [a, b, c, d, e],
      [e, d, c, b, a],
    ] as RepeatLine[][])
      expect(names(mergeRepeatLines([list]))).toEqual(['dd', 'cc', 'bb', 'aa', 'ee']);
    expect(mergeRepeatLines([])).toEqual([]);
  });
});
