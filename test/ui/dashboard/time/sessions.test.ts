import { expect, test } from 'vitest';
import type { EpochMs } from '../../../../src/core/events.ts';
import { groupSessions, shownMinutes } from '../../../../src/ui/dashboard/time/sessions.tsx';

const span = (system: string, from: number, to: number, state = 'active') => ({
  system,
  start: (from * 60_000) as EpochMs,
  end: (to * 60_000) as EpochMs,
  state,
});
const minutes = (spans: Parameters<typeof groupSessions>[0]) =>
  groupSessions(spans).map((s) => [s.system, s.start / 60_000, s.end / 60_000, s.attentionMs / 60_000]);

test.each([
  [
    'spans less than five minutes apart are one session',
    [span('a', 0, 5), span('a', 9, 12, 'watching')],
    [['a', 0, 12, 8]],
  ],
  [
    'spans five minutes apart are two sessions',
    [span('a', 0, 5), span('a', 10, 12)],
    [
      ['a', 0, 5, 5],
      ['a', 10, 12, 2],
    ],
  ],
  [
    'a span of another portal splits a session',
    [span('a', 0, 5), span('b', 5, 6), span('a', 6, 7)],
    [
      ['a', 0, 5, 5],
      ['b', 5, 6, 1],
      ['a', 6, 7, 1],
    ],
  ],
  ['unattended time alone is no session', [span('a', 0, 5, 'unattended')], []],
] as const)('%s', (_rule, spans, sessions) => {
  expect(minutes(spans)).toEqual(sessions);
});

test.each([
  // Columns: the rule, [start, end, attention] in seconds, [start, end, length] in minutes as shown.
  [
    'the length of a session without gaps is the shown end minus the shown start',
    [56 * 60 + 10, 67 * 60 + 55, 11 * 60 + 45],
    [56, 68, 12],
  ],
  ['the length of a session with a gap is its attention', [33 * 60 + 10, 42 * 60 + 5, 8 * 60], [33, 42, 8]],
  ['attention of 60 s is 1 minute, even if the shown start and end are 2 minutes apart', [29, 91, 60], [0, 2, 1]],
  ['a session of less than half a minute has the length 0', [10, 25, 15], [0, 0, 0]],
] as const)('start, end and length agree: %s', (_, [start, end, attention], [from, to, length]) => {
  const ms = { start: (start * 1000) as EpochMs, end: (end * 1000) as EpochMs, attentionMs: attention * 1000 };
  expect(shownMinutes(ms, 0 as EpochMs)).toEqual({ from, to, length });
});
