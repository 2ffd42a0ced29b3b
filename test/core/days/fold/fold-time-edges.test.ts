/** Tests the order, visits, background media and after hours of a folded day, also at the edges of the day. */
import { describe, expect, it } from 'vitest';
import { foldTime } from '../../../../src/core/days/fold/fold-time.ts';
import type { SystemKey } from '../../../../src/core/events.ts';
import { context, span } from '../day-events.ts';

describe('foldTime', () => {
  it('sorts quarter hours by time and system, and counts a visit each time the system changes', () => {
    const day = foldTime(
      [
        span('presence', 0, 10, 'b'),
        span('presence', 20, 30, 'a'),
        span('presence', 40, 50, 'b'),
        span('presence', -900, -890, 'b'),
        span('presence', 60, 70, 'b'),
      ],
      context,
    );
    expect(day.quarterHours.map((q) => [q.start, q.system, q.watchingMs])).toEqual([
      [585, 'b', 10_000],
      [600, 'a', 10_000],
      [600, 'b', 30_000],
    ]);
    expect([...day.systems].map(([key, t]) => [key, t.visits]).sort()).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(day.switches).toBe(2);
    const other = foldTime([span('presence', 0, 10, 'a'), span('presence', 20, 30, 'b')], context);
    expect(other.quarterHours.map((q) => q.system)).toEqual(['a', 'b']);
  });
  it('does not count media of a hidden page as attention', () => {
    const day = foldTime(
      [span('background', 0, 30), span('background', 20, 50), span('presence', 0, 5), span('background', 0, 10, 'b')],
      context,
    );
    const none = { activeMs: 0, watchingMs: 0, unattendedMs: 0, backgroundPlayMs: 0, visits: 0 };
    expect(Object.fromEntries(day.systems)).toEqual({
      a: { ...none, watchingMs: 5000, backgroundPlayMs: 50_000, visits: 1 },
      b: { ...none, backgroundPlayMs: 10_000 },
    });
    expect(day.attentionMs).toBe(5000);
    // Only the part of the background span within the day counts.
    const late = foldTime([span('background', 86_400 - 36_000 - 10, 86_400)], context);
    expect(late.systems.get('a' as SystemKey)?.backgroundPlayMs).toBe(10_000);
  });
  it('counts all attention of a rest day as after hours', () => {
    const rest = foldTime([span('presence', 0, 10)], { ...context, restDay: true });
    expect([rest.afterHoursMs, rest.standardAfterHoursMs, rest.quarterHours[0]?.afterHoursMs]).toEqual([
      10_000, 10_000, 10_000,
    ]);
  });
  it('ignores spans outside the day, and counts only the part of a span within the day', () => {
    const edge = (from: number, to: number) => [...foldTime([span('presence', from, to)], context).systems.keys()];
    const [before, after] = [-36_000, 50_400];
    expect([edge(before - 100, before - 60), edge(after, after + 10)]).toEqual([[], []]);
    expect(edge(after - 1, after + 10)).toEqual(['a']);
    expect(foldTime([span('presence', before - 10, before + 10)], context).attentionMs).toBe(10_000);
  });
});
