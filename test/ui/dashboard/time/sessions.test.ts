import { expect, test } from 'vitest';
import type { EpochMs } from '../../../../src/core/events.ts';
import { minutesOf, sessionsOf } from '../../../../src/ui/dashboard/time/sessions.tsx';

const piece = (system: string, from: number, to: number, state = 'active') => ({
  system,
  start: (from * 60_000) as EpochMs,
  end: (to * 60_000) as EpochMs,
  state,
});
const minutes = (pieces: Parameters<typeof sessionsOf>[0]) =>
  sessionsOf(pieces).map((s) => [s.system, s.start / 60_000, s.end / 60_000, s.attentionMs / 60_000]);

test.each([
  ['close together is one', [piece('a', 0, 5), piece('a', 9, 12, 'watching')], [['a', 0, 12, 8]]],
  [
    'five minutes apart are two',
    [piece('a', 0, 5), piece('a', 10, 12)],
    [
      ['a', 0, 5, 5],
      ['a', 10, 12, 2],
    ],
  ],
  [
    'another portal in between parts them',
    [piece('a', 0, 5), piece('b', 5, 6), piece('a', 6, 7)],
    [
      ['a', 0, 5, 5],
      ['b', 5, 6, 1],
      ['a', 6, 7, 1],
    ],
  ],
  ['nobody there is no session', [piece('a', 0, 5, 'unattended')], []],
] as const)('%s', (_rule, pieces, sessions) => {
  expect(minutes(pieces)).toEqual(sessions);
});

test.each([
  // [start, end, attention] in seconds, then what is shown in minutes.
  ['all of it, cut at both ends', [56 * 60 + 10, 67 * 60 + 55, 11 * 60 + 45], [56, 68, 12]],
  ['a gap inside', [33 * 60 + 10, 42 * 60 + 5, 8 * 60], [33, 42, 8]],
  ['never longer than from start to end', [29, 91, 60], [0, 2, 1]],
  ['less than half a minute', [10, 25, 15], [0, 0, 0]],
] as const)('start, end and length agree: %s', (_, [start, end, attention], [from, to, length]) => {
  const ms = { start: (start * 1000) as EpochMs, end: (end * 1000) as EpochMs, attentionMs: attention * 1000 };
  expect(minutesOf(ms, 0 as EpochMs)).toEqual({ from, to, length });
});
