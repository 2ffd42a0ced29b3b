/** Tests the invariants of a folded day, also on days with a change of the clock. */
import { describe, expect, it } from 'vitest';
import { foldTime } from '../../../../src/core/days/fold/fold-time.ts';
import { countBrokenInvariants } from '../../../../src/core/days/fold/invariants.ts';
import type { TimeContext, TimeDay } from '../../../../src/core/days/fold/time-day.ts';
import type { Day, EpochMs, LogEvent, SystemKey, TabKey } from '../../../../src/core/events.ts';
import { dayOf, nextDay, splitAtMidnight, startOfDay } from '../../../../src/core/time/local-time.ts';

const h = 3_600_000;
const contextOf = (day: string, timeZone: string): TimeContext => ({
  day: day as Day,
  timeZone,
  start: startOfDay(day as Day, timeZone),
  end: startOfDay(nextDay(day as Day), timeZone),
  idleMs: 60_000,
  hours: [[540, 1080]],
  restDay: false,
});
const presence = (start: number, end: number, tab = 'a'): LogEvent => ({
  kind: 'span',
  of: 'presence',
  start: start as EpochMs,
  end: end as EpochMs,
  tab: tab as TabKey,
  system: tab as SystemKey,
});

describe('countBrokenInvariants', () => {
  const context = contextOf('2026-11-25', 'Asia/Shanghai');
  const sound = foldTime([presence(context.start + 9 * h, context.start + 10 * h)], context);

  it('finds no broken invariant in a correct day', () => {
    expect(countBrokenInvariants(sound, context)).toBe(0);
    expect(sound.dropped).toEqual({});
  });

  const a = sound.systems.get('a' as SystemKey);
  if (a === undefined) throw new Error('Cannot test: the system has no time');
  const withA = (change: Partial<typeof a>): TimeDay => ({
    ...sound,
    systems: new Map([['a' as SystemKey, { ...a, ...change }]]),
  });
  it.each<[string, TimeDay]>([
    ['finds a system with more attention than the day', withA({ watchingMs: 2 * h })],
    ['finds systems whose attention is less than that of the day', withA({ watchingMs: h / 2 })],
    ['finds more presence than the day has hours', withA({ unattendedMs: 24 * h })],
    ['finds negative time', withA({ unattendedMs: -1 })],
    ['finds a missing quarter hour', { ...sound, quarterHours: sound.quarterHours.slice(1) }],
    ['finds more after-hours time than attention', { ...sound, standardAfterHoursMs: 2 * h }],
    ['finds after-hours time that differs from its quarter hours', { ...sound, afterHoursMs: h / 2 }],
    ['finds more attention than the day has hours', { ...sound, attentionMs: 25 * h }],
  ])('%s', (_name, day) => {
    expect(countBrokenInvariants(day, context)).toBeGreaterThan(0);
  });
});

describe('days around a change of the clock', () => {
  // The cases include days of 23, 25, 23.5 and 24.5 hours, midnights that are skipped or repeated, and a skipped day.
  it.each([
    ['Europe/Berlin', '2026-03-28', 5],
    ['Europe/Berlin', '2026-10-24', 5],
    ['America/New_York', '2026-10-31', 4],
    ['Australia/Lord_Howe', '2026-04-04', 4],
    ['Africa/Cairo', '2026-04-23', 4],
    ['Africa/Cairo', '2026-10-29', 4],
    ['America/Santiago', '2026-09-05', 4],
    ['America/Sao_Paulo', '2018-11-03', 4],
    ['Pacific/Apia', '2011-12-28', 5],
    ['Asia/Shanghai', '1991-09-14', 4],
  ])('loses no time and counts no time twice in the zone %s on the days from %s on', (zone, first, days) => {
    const from = startOfDay(first as Day, zone) + 10 * h;
    const to = from + days * 24 * h;
    const parts = splitAtMidnight(presence(from, to), zone) as Extract<LogEvent, { kind: 'span' }>[];
    let at: number = from;
    let counted = 0;
    const seen = new Set<string>();
    for (const part of parts) {
      expect(part.start).toBe(at);
      at = part.end;
      const day = dayOf(part.start, zone);
      expect(seen.has(day)).toBe(false);
      seen.add(day);
      const context = contextOf(day, zone);
      const folded = foldTime([part], context);
      expect(folded.attentionMs).toBe(part.end - part.start);
      expect(folded.dropped).toEqual({});
      counted += folded.attentionMs;
    }
    expect(at).toBe(to);
    expect(counted).toBe(to - from);
  });
});

it('finds no broken invariant in a day at the limits, and exactly one in a day beyond a limit', () => {
  const context = contextOf('2026-11-25', 'UTC');
  const day = 24 * h;
  const system = { activeMs: day, watchingMs: 0, unattendedMs: 0, backgroundPlayMs: 0, visits: 0 };
  const brokenWith = (change: Partial<typeof system>, more: Partial<TimeDay> = {}): number =>
    countBrokenInvariants(
      {
        systems: new Map([
          ['a' as SystemKey, { ...system, ...change }],
          ['b' as SystemKey, { ...system, activeMs: 0 }],
        ]),
        quarterHours: [{ start: 0, system: 'a' as SystemKey, activeMs: day, watchingMs: 0, afterHoursMs: day }],
        attentionMs: day,
        afterHoursMs: day,
        standardAfterHoursMs: day,
        switches: 0,
        dropped: {},
        ...more,
      },
      context,
    );
  expect(brokenWith({})).toBe(0);
  // Sums that should be equal may differ by less than a millisecond, because the times may be fractions.
  expect([brokenWith({ activeMs: day - 0.9 }), brokenWith({ activeMs: day - 1 })]).toEqual([0, 1]);
  expect([brokenWith({ unattendedMs: 1 }), brokenWith({ unattendedMs: 1.1 })]).toEqual([0, 1]);
  expect(brokenWith({ visits: -1 })).toBe(1);
  expect(brokenWith({}, { standardAfterHoursMs: day + 1 })).toBe(1);
  // Only sums have this tolerance. After-hours time must not exceed attention, and attention must not exceed the day.
  expect(brokenWith({}, { afterHoursMs: day + 0.5 })).toBe(1);
  expect(brokenWith({}, { attentionMs: day + 0.5 })).toBe(1);
});
