/** Tests the timeline of a day's attention. */
import { expect, it } from 'vitest';
import type { TimeContext } from '../../../src/core/days/fold/time-day.ts';
import type { Day, EpochMs, LogEvent, SpanSort, SystemKey, TabKey } from '../../../src/core/events.ts';
import { timelineOf } from '../../../src/core/time/day-timeline.ts';

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
/** The time 10:00, which is within working hours. */
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

it('lists the day as stretches of time, each with one state and one system', () => {
  const events = [
    span('presence', 0, 10 * m),
    span('input', 0, 0),
    idle('idle', 5 * m),
    span('presence', 9 * m, 11 * m, 'b'),
  ];
  expect(timelineOf(events, context).map((t) => [t.system, t.state, t.start - ten, t.end - ten])).toEqual([
    ['a', 'active', 0, m],
    ['a', 'watching', m, 5 * m],
    ['a', 'unattended', 5 * m, 9 * m],
    ['b', 'unattended', 9 * m, 11 * m],
  ]);
});
