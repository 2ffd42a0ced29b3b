/** Tests the time of a folded day: attention, overlaps, absences and after hours. docs/measurement/attention.md */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTime } from '../../../../src/core/days/fold/fold-time.ts';
import type { LogEvent, SpanSort, SystemKey } from '../../../../src/core/events.ts';
import { at, context, idle, m, s, span } from '../../time/day-evidence.ts';

const timesOf = (events: readonly LogEvent[], system = 'a') => {
  const time = foldTime(events, context).systems.get(system as SystemKey);
  return [time?.activeMs ?? 0, time?.watchingMs ?? 0, time?.unattendedMs ?? 0].map((ms) => ms / s);
};

describe('attention of a day', () => {
  it.each([
    ['counts presence without input as watching', [span('presence', 0, 90 * s)], [0, 90, 0]],
    ['counts one minute after an input as active', [span('presence', 0, 90 * s), span('input', 0, 0)], [60, 30, 0]],
    [
      'counts a run of input and the minute after this run as active',
      [span('presence', 0, 5 * m), span('input', 0, 2 * m)],
      [180, 120, 0],
    ],
    ['counts input only while the page is shown', [span('presence', 0, 10 * s), span('input', 0, 30 * s)], [10, 0, 0]],
    ['ignores input without presence', [span('input', 0, 30 * s)], [0, 0, 0]],
    ['counts a duplicate span once', [span('presence', 0, 9 * s), span('presence', 0, 9 * s)], [0, 9, 0]],
    ['ends watching at an idle event', [span('presence', 0, 20 * m), idle('idle', 5 * m)], [0, 300, 900]],
    [
      'dates an idle event that is four seconds late to five minutes after the latest input',
      [span('presence', 0, 20 * m), span('input', 0, 30 * s), idle('idle', 5 * m + 34 * s)],
      [90, 240, 870],
    ],
    [
      'does not backdate an idle event that is 20 seconds late',
      [span('presence', 0, 20 * m), span('input', 0, 30 * s), idle('idle', 5 * m + 50 * s)],
      [90, 260, 850],
    ],
    [
      'continues watching when the person returns',
      [span('presence', 0, 20 * m), idle('idle', 5 * m), idle('active', 15 * m)],
      [0, 600, 600],
    ],
    [
      'continues watching for 25 minutes of idle while media plays',
      [span('presence', 0, 60 * m), span('media', 0, 60 * m), idle('idle', 5 * m)],
      [0, 30 * 60, 30 * 60],
    ],
    [
      'ends watching at a lock even if media plays',
      [span('presence', 0, 10 * m), span('media', 0, 10 * m), idle('locked', 4 * m)],
      [0, 240, 360],
    ],
    [
      'ends activity at a lock right after an input',
      [span('presence', 0, 10 * m), span('input', 0, 2 * m), idle('locked', 2 * m + 10 * s), idle('active', 8 * m)],
      [130, 120, 350],
    ],
    [
      'cuts a lock of half a minute out of a run of input',
      [span('presence', 0, 5 * m), span('input', 0, 5 * m), idle('locked', 2 * m), idle('active', 2 * m + 30 * s)],
      [270, 0, 30],
    ],
    [
      'ends a lock without an unlock event at the next input',
      [span('presence', 0, 10 * m), span('input', 0, 0), idle('locked', 10 * s), span('input', 5 * m, 5 * m)],
      [70, 240, 290],
    ],
    ['ignores input of another tab', [span('presence', 0, 9 * s), span('input', 0, 9 * s, 'b')], [0, 9, 0]],
  ] as const)('%s', (_name, events, expected) => {
    expect(timesOf(events)).toEqual(expected);
  });

  it('counts the time in which two tabs were present for the tab that was shown later, and loses no time', () => {
    const events = [span('presence', 0, 60 * s, 'a'), span('presence', 40 * s, 90 * s, 'b')];
    expect(timesOf(events, 'a')).toEqual([0, 40, 0]);
    expect(timesOf(events, 'b')).toEqual([0, 50, 0]);
    expect(foldTime(events, context)).toMatchObject({ attentionMs: 90 * s, switches: 1 });
  });

  it('records an overlap of more than one second as dropped, but not the half second of a change of windows', () => {
    const over = [span('presence', 0, 60 * s, 'a'), span('presence', 40 * s, 90 * s, 'b')];
    expect(foldTime(over, context).dropped).toEqual({ overlap: 1 });
    const handOver = [span('presence', 0, 60 * s, 'a'), span('presence', 59.5 * s, 90 * s, 'b')];
    expect(foldTime(handOver, context).dropped).toEqual({});
  });

  it('takes input as proof of presence after an idle event', () => {
    const events = [span('presence', 0, 20 * m), idle('idle', 5 * m), span('input', 10 * m, 10 * m)];
    expect(timesOf(events)).toEqual([60, 300 + 540, 300]);
  });

  it('applies an idle event only to the computer that recorded it', () => {
    const presence = span('presence', 0, 10 * m);
    const otherComputer = Object.assign(idle('idle', 0), { sourceId: 'other' });
    expect(timesOf([presence, otherComputer])).toEqual([0, 600, 0]);
  });

  it('counts the minute after an input as active even if this minute crosses midnight', () => {
    const midnight = -600 * m;
    const events = [span('presence', midnight - m, midnight + m), span('input', midnight - 20 * s, midnight - 20 * s)];
    expect(timesOf(events)).toEqual([40, 20, 0]);
  });

  it('counts attention outside working hours as after hours; the standard figure does not count a lunch break', () => {
    const lunch = [span('presence', 2 * 60 * m, 2 * 60 * m + 10 * m)];
    expect(foldTime(lunch, context)).toMatchObject({ afterHoursMs: 10 * m, standardAfterHoursMs: 0 });
    const early = [span('presence', -180 * m, -170 * m)];
    expect(foldTime(early, context)).toMatchObject({ afterHoursMs: 10 * m, standardAfterHoursMs: 10 * m });
    const rest = foldTime([span('presence', 0, 10 * m)], { ...context, restDay: true });
    expect(rest).toMatchObject({ afterHoursMs: 10 * m, standardAfterHoursMs: 10 * m });
  });

  it('splits attention into quarter hours that add up to all attention', () => {
    const { quarterHours } = foldTime([span('presence', 10 * m, 50 * m), span('input', 12 * m, 13 * m)], context);
    expect(quarterHours.map((q) => q.start)).toEqual([600, 615, 630, 645]);
    expect(quarterHours.reduce((sum, q) => sum + q.activeMs + q.watchingMs, 0)).toBe(40 * m);
  });
});

describe('invariants for random histories', () => {
  const events = fc.array(
    fc
      .record({
        of: fc.constantFrom<SpanSort>('presence', 'input', 'media'),
        from: fc.integer({ min: -900, max: 900 }),
        long: fc.nat(300),
        tab: fc.constantFrom('a', 'b', 'c'),
      })
      .map(({ of, from, long, tab }) => span(of, from * s, (from + long) * s, tab)),
  );
  const total = (all: readonly LogEvent[], c = context) =>
    [...foldTime(all, c).systems.values()].reduce((sum, t) => sum + t.activeMs + t.watchingMs, 0);

  it('keeps attention within the elapsed time, and equal to the sum of the attention of all systems', () => {
    fc.assert(
      fc.property(events, (all) => {
        const spans = all.filter((e) => e.kind === 'span');
        const first = Math.min(...spans.map((e) => e.start), at(0));
        const last = Math.max(...spans.map((e) => e.end), at(0));
        const { attentionMs } = foldTime(all, context);
        expect(attentionMs).toBeLessThanOrEqual(last - first);
        expect(total(all)).toBe(attentionMs);
      }),
    );
  });

  it('gives the same result for any order of the events and with duplicate events', () => {
    fc.assert(
      fc.property(events, (all) => {
        const a = foldTime(all, context);
        const b = foldTime(
          [...all].reverse().flatMap((e) => [e, e]),
          context,
        );
        expect([...b.systems].sort()).toEqual([...a.systems].sort());
        expect(b.attentionMs).toBe(a.attentionMs);
      }),
    );
  });

  it('keeps the totals of a day when the day is split into two parts', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: -900, max: 900 }), (all, cut) => {
        const before = { ...context, end: at(cut * s) };
        const after = { ...context, start: at(cut * s) };
        expect(total(all, before) + total(all, after)).toBe(total(all));
      }),
    );
  });
});
