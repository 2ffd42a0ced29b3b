/** Spans and idle changes of 2026-03-02, around 10:00, for tests of the time of one day. */
import type { TimeContext } from '../../../src/core/days/fold/time-day.ts';
import type { Day, EpochMs, LogEvent, SpanSort, SystemKey, TabKey } from '../../../src/core/events.ts';

export const start = Date.UTC(2026, 2, 2) as EpochMs;
export const context: TimeContext = {
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
export const s = 1000;
export const m = 60 * s;
/** The time 10:00, which is within working hours. */
export const ten = start + 600 * m;
export const at = (ms: number) => (ten + ms) as EpochMs;
export const span = (of: SpanSort, from: number, to: number, tab = 'a', system = tab): LogEvent => ({
  kind: 'span',
  of,
  start: at(from),
  end: at(to),
  tab: tab as TabKey,
  system: system as SystemKey,
});
export const idle = (state: 'active' | 'idle' | 'locked', ms: number): LogEvent => ({
  kind: 'idle',
  at: at(ms),
  state,
});
