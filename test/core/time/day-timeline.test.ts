/** Tests the timeline of a day's attention. */
import { expect, it } from 'vitest';
import { timelineOf } from '../../../src/core/time/day-timeline.ts';
import { context, idle, m, span, ten } from './day-evidence.ts';

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
