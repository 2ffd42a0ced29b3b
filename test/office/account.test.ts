import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAccount, timeOf } from './account.ts';

const s = 1000;

describe("the person's account of time", () => {
  it.each([
    ['no hand at all is watching', [], 30 * s, { activeMs: 0, watchingMs: 30 * s }],
    ['a hand is good for a minute', [[0, 0]], 90 * s, { activeMs: 60 * s, watchingMs: 30 * s }],
    ['the minute ends with the visit', [[10 * s, 12 * s]], 30 * s, { activeMs: 20 * s, watchingMs: 10 * s }],
    [
      'minutes that overlap count once',
      [
        [0, 5 * s],
        [20 * s, 20 * s],
      ],
      100 * s,
      { activeMs: 80 * s, watchingMs: 20 * s },
    ],
    [
      'a pause over a minute is watched',
      [
        [0, 0],
        [90 * s, 90 * s],
      ],
      100 * s,
      { activeMs: 70 * s, watchingMs: 30 * s },
    ],
  ] as const)('%s', (_name, hands, to, expected) => {
    expect(timeOf({ host: 'a', from: 0, to, hands })).toEqual(expected);
  });

  it('active and watched time are the visit, whatever the hands did', () => {
    const stretch = fc.tuple(fc.nat(200 * s), fc.nat(20 * s)).map(([from, long]) => [from, from + long] as const);
    fc.assert(
      fc.property(fc.array(stretch), fc.integer({ min: 1, max: 290 * s }), (hands, to) => {
        const { activeMs, watchingMs } = timeOf({ host: 'a', from: 0, to, hands });
        expect(activeMs).toBeGreaterThanOrEqual(0);
        expect(watchingMs).toBeGreaterThanOrEqual(0);
        expect(activeMs + watchingMs).toBe(to);
      }),
    );
  });

  it('visits of one host add up, and entering another ends the first', () => {
    const account = openAccount();
    account.enter('a', 0);
    account.hands(0, 0);
    account.enter('b', 10 * s);
    account.leave(15 * s);
    account.enter('a', 20 * s);
    account.leave(21 * s);
    expect(account.times()).toEqual([
      { id: 'a', activeMs: 10 * s, watchingMs: 1 * s },
      { id: 'b', activeMs: 0, watchingMs: 5 * s },
    ]);
  });
});
