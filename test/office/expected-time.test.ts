/** Tests the time that the scripted day expects, for visits with and without input. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeNotes, timeOf } from './expected-time.ts';

const s = 1000;

describe('the expected time of a visit', () => {
  it.each([
    ['counts time without input as watched', [], 30 * s, { activeMs: 0, watchingMs: 30 * s }],
    ['counts the minute after input as active', [[0, 0]], 90 * s, { activeMs: 60 * s, watchingMs: 30 * s }],
    [
      'ends the active minute at the end of the visit',
      [[10 * s, 12 * s]],
      30 * s,
      { activeMs: 20 * s, watchingMs: 10 * s },
    ],
    [
      'counts the overlap of two active minutes once',
      [
        [0, 5 * s],
        [20 * s, 20 * s],
      ],
      100 * s,
      { activeMs: 80 * s, watchingMs: 20 * s },
    ],
    [
      'counts a pause as watched from its second minute',
      [
        [0, 0],
        [90 * s, 90 * s],
      ],
      100 * s,
      { activeMs: 70 * s, watchingMs: 30 * s },
    ],
  ] as const)('%s', (_name, inputs, to, expected) => {
    expect(timeOf({ host: 'a', from: 0, to, inputs })).toEqual(expected);
  });

  it('splits the whole visit into active and watched time, whatever the input', () => {
    const stretch = fc.tuple(fc.nat(200 * s), fc.nat(20 * s)).map(([from, long]) => [from, from + long] as const);
    fc.assert(
      fc.property(fc.array(stretch), fc.integer({ min: 1, max: 290 * s }), (inputs, to) => {
        const { activeMs, watchingMs } = timeOf({ host: 'a', from: 0, to, inputs });
        expect(activeMs).toBeGreaterThanOrEqual(0);
        expect(watchingMs).toBeGreaterThanOrEqual(0);
        expect(activeMs + watchingMs).toBe(to);
      }),
    );
  });

  it('adds up the visits to a host, and ends a visit when another host is visited', () => {
    const notes = createTimeNotes();
    notes.enter('a', 0);
    notes.input(0, 0);
    notes.enter('b', 10 * s);
    notes.leave(15 * s);
    notes.enter('a', 20 * s);
    notes.leave(21 * s);
    expect(notes.times()).toEqual([
      { id: 'a', activeMs: 10 * s, watchingMs: 1 * s },
      { id: 'b', activeMs: 0, watchingMs: 5 * s },
    ]);
  });
});
