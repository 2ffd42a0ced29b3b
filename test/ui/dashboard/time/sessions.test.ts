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
  ['spans close together are one session', [span('a', 0, 5), span('a', 9, 12, 'watching')], [['a', 0, 12, 8]]],
  [
    'spans five minutes apart are two sessions',
    [span('a', 0, 5), span('a', 10, 12)],
    [
      ['a', 0, 5, 5],
      ['a', 10, 12, 2],
    ],
  ],
  [
    'another portal in between splits a session',
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
  // [start, end, attention] in seconds, then the minutes shown.
  ['fully attended, rounded at both ends', [56 * 60 + 10, 67 * 60 + 55, 11 * 60 + 45], [56, 68, 12]],
  ['with a gap inside', [33 * 60 + 10, 42 * 60 + 5, 8 * 60], [33, 42, 8]],
  ['never longer than end minus start', [29, 91, 60], [0, 2, 1]],
  ['less than half a minute', [10, 25, 15], [0, 0, 0]],
] as const)('shows start, end and length that agree: %s', (_, [start, end, attention], [from, to, length]) => {
  const ms = { start: (start * 1000) as EpochMs, end: (end * 1000) as EpochMs, attentionMs: attention * 1000 };
  expect(shownMinutes(ms, 0 as EpochMs)).toEqual({ from, to, length });
});
