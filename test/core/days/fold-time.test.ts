import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTime } from '../../../src/core/days/fold-time.ts';
import type { TimeContext } from '../../../src/core/days/time-day.ts';
import type { Day, EpochMs, LogEvent, SpanSort, SystemKey, TabKey } from '../../../src/core/events.ts';

const start = Date.UTC(2026, 2, 2) as EpochMs;
const context: TimeContext = {
  day: '2026-03-02' as Day,
  timeZone: 'UTC',
  start,
  end: (start + 86_400_000) as EpochMs,
  idleMs: 60_000,
  hours: [
    [540, 720],
    [840, 1080],
  ],
  restDay: false,
};
const s = 1000;
const m = 60 * s;
/** Ten in the morning, within working hours. */
const ten = start + 600 * m;
const at = (ms: number) => (ten + ms) as EpochMs;
const span = (of: SpanSort, from: number, to: number, tab = 'a', system = tab): LogEvent => ({
  kind: 'span',
  of,
  start: at(from),
  end: at(to),
  tab: tab as TabKey,
  system: system as SystemKey,
});
const idle = (state: 'active' | 'idle' | 'locked', ms: number): LogEvent => ({ kind: 'idle', at: at(ms), state });
const timesOf = (events: readonly LogEvent[], system = 'a') => {
  const time = foldTime(events, context).systems.get(system as SystemKey);
  return [time?.activeMs ?? 0, time?.watchingMs ?? 0, time?.unattendedMs ?? 0].map((ms) => ms / s);
};

describe('who had the attention', () => {
  it.each([
    ['shown without input is watching', [span('presence', 0, 90 * s)], [0, 90, 0]],
    ['input is good for a minute', [span('presence', 0, 90 * s), span('input', 0, 0)], [60, 30, 0]],
    ['a run and a minute', [span('presence', 0, 5 * m), span('input', 0, 2 * m)], [180, 120, 0]],
    ['input counts only while shown', [span('presence', 0, 10 * s), span('input', 0, 30 * s)], [10, 0, 0]],
    ['input without presence is nothing', [span('input', 0, 30 * s)], [0, 0, 0]],
    ['the same span twice counts once', [span('presence', 0, 9 * s), span('presence', 0, 9 * s)], [0, 9, 0]],
    ['idle ends watching', [span('presence', 0, 20 * m), idle('idle', 5 * m)], [0, 300, 900]],
    [
      'idle that was told four seconds late began five minutes after the last input',
      [span('presence', 0, 20 * m), span('input', 0, 30 * s), idle('idle', 5 * m + 34 * s)],
      [90, 240, 870],
    ],
    [
      'idle that was told much later was of another input',
      [span('presence', 0, 20 * m), span('input', 0, 30 * s), idle('idle', 5 * m + 50 * s)],
      [90, 260, 850],
    ],
    [
      'a return begins it again',
      [span('presence', 0, 20 * m), idle('idle', 5 * m), idle('active', 15 * m)],
      [0, 600, 600],
    ],
    [
      'media holds it 25 minutes more',
      [span('presence', 0, 60 * m), span('media', 0, 60 * m), idle('idle', 5 * m)],
      [0, 30 * 60, 30 * 60],
    ],
    [
      'a lock ends it whatever plays',
      [span('presence', 0, 10 * m), span('media', 0, 10 * m), idle('locked', 4 * m)],
      [0, 240, 360],
    ],
    [
      'a lock ends it though the last input was just before',
      [span('presence', 0, 10 * m), span('input', 0, 2 * m), idle('locked', 2 * m + 10 * s), idle('active', 8 * m)],
      [130, 120, 350],
    ],
    [
      'a lock of half a minute within a run of input',
      [span('presence', 0, 5 * m), span('input', 0, 5 * m), idle('locked', 2 * m), idle('active', 2 * m + 30 * s)],
      [270, 0, 30],
    ],
    [
      'a lock whose opening was never told ends with the next input',
      [span('presence', 0, 10 * m), span('input', 0, 0), idle('locked', 10 * s), span('input', 5 * m, 5 * m)],
      [70, 240, 290],
    ],
    ["another tab's input is not ours", [span('presence', 0, 9 * s), span('input', 0, 9 * s, 'b')], [0, 9, 0]],
  ] as const)('%s', (_name, events, expected) => {
    expect(timesOf(events)).toEqual(expected);
  });

  it('where two tabs claim a moment, the later has it and nothing is lost', () => {
    const events = [span('presence', 0, 60 * s, 'a'), span('presence', 40 * s, 90 * s, 'b')];
    expect(timesOf(events, 'a')).toEqual([0, 40, 0]);
    expect(timesOf(events, 'b')).toEqual([0, 50, 0]);
    expect(foldTime(events, context)).toMatchObject({ attentionMs: 90 * s, switches: 1 });
  });

  it('an overlap of more than a second is counted, a hand-over is not', () => {
    const over = [span('presence', 0, 60 * s, 'a'), span('presence', 40 * s, 90 * s, 'b')];
    expect(foldTime(over, context).dropped).toEqual({ overlap: 1 });
    const handOver = [span('presence', 0, 60 * s, 'a'), span('presence', 59.5 * s, 90 * s, 'b')];
    expect(foldTime(handOver, context).dropped).toEqual({});
  });

  it('who types is there, whatever was told before', () => {
    const events = [span('presence', 0, 20 * m), idle('idle', 5 * m), span('input', 10 * m, 10 * m)];
    expect(timesOf(events)).toEqual([60, 300 + 540, 300]);
  });

  it("one machine's absence is not the other's", () => {
    const here = span('presence', 0, 10 * m);
    const there = Object.assign(idle('idle', 0), { sourceId: 'other' });
    expect(timesOf([here, there])).toEqual([0, 600, 0]);
  });

  it('an input shortly before midnight is good after it', () => {
    const midnight = -600 * m;
    const events = [span('presence', midnight - m, midnight + m), span('input', midnight - 20 * s, midnight - 20 * s)];
    expect(timesOf(events)).toEqual([40, 20, 0]);
  });

  it('outside working hours is after hours; before eight it is so for export too', () => {
    const lunch = [span('presence', 2 * 60 * m, 2 * 60 * m + 10 * m)];
    expect(foldTime(lunch, context)).toMatchObject({ afterHoursMs: 10 * m, standardAfterHoursMs: 0 });
    const early = [span('presence', -180 * m, -170 * m)];
    expect(foldTime(early, context)).toMatchObject({ afterHoursMs: 10 * m, standardAfterHoursMs: 10 * m });
    const rest = foldTime([span('presence', 0, 10 * m)], { ...context, restDay: true });
    expect(rest).toMatchObject({ afterHoursMs: 10 * m, standardAfterHoursMs: 10 * m });
  });

  it('quarter hours add up to the day', () => {
    const { quarterHours } = foldTime([span('presence', 10 * m, 50 * m), span('input', 12 * m, 13 * m)], context);
    expect(quarterHours.map((q) => q.start)).toEqual([600, 615, 630, 645]);
    expect(quarterHours.reduce((sum, q) => sum + q.activeMs + q.watchingMs, 0)).toBe(40 * m);
  });
});

describe('laws of time', () => {
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

  it('attention never exceeds elapsed time, and is what the systems have together', () => {
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

  it('order and duplicates change nothing', () => {
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

  it('splitting the day in two changes no total', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: -900, max: 900 }), (all, cut) => {
        const before = { ...context, end: at(cut * s) };
        const after = { ...context, start: at(cut * s) };
        expect(total(all, before) + total(all, after)).toBe(total(all));
      }),
    );
  });
});
