import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageMs } from '../../../src/core/events.ts';
import {
  type Attention,
  initialAttention,
  openSpans,
  type PageSpan,
  type Signal,
  stepAttention,
} from '../../../src/core/time/attention.ts';
import { intersect, measure, subtract, union } from '../../../src/core/time/intervals.ts';

type Told = Partial<Omit<Signal, 'at'>> & { readonly at: number };
const full = ({ at, ...rest }: Told): Signal => ({
  visible: true,
  front: true,
  plays: null,
  ...rest,
  at: at as PageMs,
});
function run(told: readonly Told[], from: Attention = initialAttention(0 as PageMs)) {
  const closed: PageSpan[] = [];
  const lost: string[] = [];
  let state = from;
  for (const one of told) {
    const step = stepAttention(state, full(one));
    state = step.state;
    closed.push(...step.closed);
    if (step.lost) lost.push(step.lost);
  }
  return { state, closed, lost };
}
const of = (sort: string, told: readonly Told[], end = told.at(-1)?.at ?? 0) => {
  const { state, closed } = run(told);
  return union([...closed, ...openSpans(state, end as PageMs)].filter((s) => s.of === sort));
};
/** Looks twice a second from one moment to another. */
const beats = (from: number, to: number, more: Partial<Signal> = {}): Told[] => {
  const all: Told[] = [];
  for (let at = from; at < to; at += 500) all.push({ ...more, at });
  return all;
};
const away = { front: false };
const hidden = { front: false, visible: false };
const s = 1000;

describe('what a gap may bridge', () => {
  const seen = (told: readonly Told[]) => measure(of('presence', told)) / s;
  it.each<[string, Told[], number]>([
    ['a page in front is present', beats(0, 10 * s + 1), 10],
    ['another tab ends it', [...beats(0, 10 * s), { at: 10 * s, ...hidden }, { at: 20 * s, ...hidden }], 10],
    [
      'another window ends it: the page ran on without the focus',
      [...beats(0, 10 * s), ...beats(10 * s, 16 * s, away), ...beats(16 * s, 20 * s + 1)],
      14,
    ],
    [
      'a dialog of the page blocks it: no beat between',
      [...beats(0, 10 * s), { at: 10 * s, ...away }, ...beats(16 * s, 20 * s + 1)],
      20,
    ],
    ['a thread blocked with the focus kept', [...beats(0, 10 * s), ...beats(16 * s, 20 * s + 1)], 20],
    ['blocked for a minute', [...beats(0, 10 * s), ...beats(70 * s - 500, 80 * s + 1)], 80],
    ['blocked for longer was suspended', [...beats(0, 10 * s + 1), ...beats(100 * s, 110 * s + 1)], 20],
    [
      'print: the sign comes before the focus goes',
      [
        ...beats(0, 10 * s),
        { at: 10 * s, happened: 'dialog' },
        ...beats(10_100, 16 * s, away),
        ...beats(16 * s, 20 * s + 1),
      ],
      20,
    ],
    [
      'a chooser: the sign comes before the focus is back',
      [
        ...beats(0, 10 * s),
        ...beats(10 * s, 16 * s, away),
        { at: 16 * s, ...away, happened: 'dialog' },
        ...beats(16_100, 20 * s + 1),
      ],
      19.6,
    ],
    [
      'a chooser: the sign comes after the focus is back',
      [
        ...beats(0, 10 * s),
        ...beats(10 * s, 16 * s, away),
        { at: 16 * s },
        { at: 16_100, happened: 'dialog' },
        ...beats(16_500, 20 * s + 1),
      ],
      20,
    ],
    [
      'a chooser open for longer than a minute counts to its edge',
      [
        ...beats(0, 10 * s),
        ...beats(10 * s, 90 * s, away),
        { at: 90 * s, ...away, happened: 'dialog' },
        ...beats(90 * s, 100 * s + 1),
      ],
      20,
    ],
    [
      'a tab hidden in between is no dialog',
      [...beats(0, 10 * s), { at: 10 * s, ...away }, { at: 11 * s, ...hidden }, ...beats(16 * s, 20 * s + 1)],
      14,
    ],
  ])('%s', (_name, told, expected) => {
    expect(seen(told)).toBe(expected);
  });

  it('what is cut says why', () => {
    expect(run([{ at: 0 }, { at: 100 * s }]).lost).toEqual(['suspended']);
    expect(run([{ at: 0 }, { at: 500, moved: true }]).lost).toEqual(['clock-moved']);
    expect(
      run([
        { at: 0, ...hidden },
        { at: 100 * s, ...hidden },
      ]).lost,
    ).toEqual([]);
  });

  it('a run of input ends at its last input when a minute passes without one', () => {
    const told: Told[] = [0, 50, 100, 170].map((at) => ({ at: at * s, happened: 'input' }));
    const looks = [...told, ...beats(0, 171 * s)].sort((a, b) => a.at - b.at);
    expect(of('input', looks)).toEqual([{ start: 0, end: 100 * s }]);
  });
});

describe('laws of one frame', () => {
  const signal = fc.record({
    after: fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 90_000 })),
    state: fc.constantFrom('front', 'front', 'away', 'hidden'),
    plays: fc.constantFrom(null, null, 'media' as const),
    happened: fc.constantFrom(undefined, undefined, 'input' as const, 'dialog' as const),
    moved: fc.integer({ min: 0, max: 40 }).map((n) => n === 0),
  });
  const history = fc.array(signal, { maxLength: 60 }).map((all) => {
    let at = 0;
    return all.map(({ after, state, ...rest }): Told => {
      at += after;
      return { ...rest, at, visible: state !== 'hidden', front: state === 'front' };
    });
  });
  const end = (told: readonly Told[]) => told.at(-1)?.at ?? 0;

  it('never more than elapsed, and nothing of a page that was hidden', () => {
    fc.assert(
      fc.property(history, (told) => {
        const present = of('presence', told);
        expect(measure(present)).toBeLessThanOrEqual(end(told));
        const concealed = told.flatMap((one, i) => {
          const next = told[i + 1];
          return one.visible === false && next !== undefined ? [{ start: one.at, end: next.at }] : [];
        });
        expect(measure(intersect(present, union(concealed)))).toBe(0);
      }),
    );
  });

  it('never a visible attended second lost: in front at both ends of a gap of at most a minute is in front between', () => {
    fc.assert(
      fc.property(history, (told) => {
        const attended = told.flatMap((one, i) => {
          const next = told[i + 1];
          const holds = one.front && next !== undefined && next.at - one.at <= 60_000 && !next.moved;
          return holds ? [{ start: one.at, end: next.at }] : [];
        });
        expect(measure(subtract(union(attended), of('presence', told)))).toBe(0);
      }),
    );
  });

  it('splitting a history anywhere and resuming from the state changes nothing', () => {
    fc.assert(
      fc.property(history, fc.nat(60), (told, cut) => {
        const whole = run(told);
        const first = run(told.slice(0, cut));
        const second = run(told.slice(cut), structuredClone(first.state));
        expect([...first.closed, ...second.closed]).toEqual(whole.closed);
        expect(second.state).toEqual(whole.state);
      }),
    );
  });

  it('a checkpoint written at any moment is part of what is reported later', () => {
    fc.assert(
      fc.property(history, fc.nat(60), (told, cut) => {
        const first = run(told.slice(0, cut));
        const open = openSpans(first.state, first.state.proof);
        for (const sort of ['presence', 'input', 'media']) {
          const checkpoint = union(open.filter((one) => one.of === sort));
          const later = of(sort, told, Math.max(end(told), first.state.proof));
          expect(measure(subtract(checkpoint, later))).toBe(0);
        }
      }),
    );
  });
});

describe('to the millisecond', () => {
  const spans = (told: readonly Told[]) => run(told).closed.map(({ of: sort, start, end }) => [sort, start, end]);
  it('media lasts while it plays, and becomes something else in view and behind', () => {
    const told: Told[] = [
      { at: 0 },
      { at: 100, plays: 'media' },
      { at: 600, plays: 'media' },
      { at: 1000, ...hidden, plays: 'background' },
      { at: 1400, ...hidden, plays: 'background' },
      { at: 1500, ...hidden },
    ];
    expect(spans(told)).toEqual([
      ['presence', 0, 1000],
      ['media', 100, 1000],
      ['background', 1000, 1500],
    ]);
    const { state } = run(told.slice(0, 3));
    expect(openSpans(state, 700 as PageMs)).toEqual([
      { of: 'presence', start: 0, end: 700 },
      { of: 'media', start: 100, end: 700 },
    ]);
  });
  it('what is open is presence, a run of input and media, and nothing else', () => {
    expect(openSpans(initialAttention(5 as PageMs), 9 as PageMs)).toEqual([]);
    const { state } = run([
      { at: 0, happened: 'input', plays: 'media' },
      { at: 300, plays: 'media' },
    ]);
    expect(openSpans(state, 400 as PageMs)).toEqual([
      { of: 'presence', start: 0, end: 400 },
      { of: 'input', start: 0, end: 0 },
      { of: 'media', start: 0, end: 400 },
    ]);
    expect(run([{ at: 0 }]).closed).toEqual([]);
  });
  it('media behind a page that was suspended ends at its last proof, and is told', () => {
    const { closed, lost } = run([
      { at: 0, ...hidden, plays: 'background' },
      { at: 500, ...hidden, plays: 'background' },
      { at: 90_000, ...hidden, plays: 'background' },
    ]);
    expect(closed).toEqual([{ of: 'background', start: 0, end: 500 }]);
    expect(lost).toEqual(['suspended']);
  });
  it('a run of input goes on over a minute, and ends after it', () => {
    const input = (gap: number) =>
      spans([
        { at: 0, happened: 'input' },
        ...beats(500, gap),
        { at: gap, happened: 'input' },
        { at: gap + 1, ...away },
      ]);
    expect(input(60_000)).toEqual([
      ['presence', 0, 60_001],
      ['input', 0, 60_000],
    ]);
    expect(input(60_001)).toEqual([
      ['input', 0, 0],
      ['presence', 0, 60_002],
      ['input', 60_001, 60_001],
    ]);
  });
  it.each<[string, Told[], number]>([
    // In front from 0, the focus goes at 10 s; how long it was present.
    [
      'blocked for just over a second',
      [...beats(0, 10 * s), { at: 10 * s, ...away }, { at: 11_001 }, { at: 12 * s }],
      12,
    ],
    ['gone for a second', [...beats(0, 10 * s), { at: 10 * s, ...away }, { at: 11_000 }, { at: 12 * s }], 11],
    [
      'a beat after three quarters of a second',
      [...beats(0, 10 * s), { at: 10 * s, ...away }, { at: 10_750, ...away }, { at: 12 * s }, { at: 13 * s }],
      11,
    ],
    [
      'a beat just before that',
      [...beats(0, 10 * s), { at: 10 * s, ...away }, { at: 10_749, ...away }, { at: 12 * s }, { at: 13 * s }],
      13,
    ],
    [
      'a dialog a second before the focus went',
      [
        ...beats(0, 9 * s),
        { at: 9 * s, happened: 'dialog' },
        { at: 10 * s, ...away },
        ...beats(10_500, 15 * s, away),
        { at: 15 * s },
        { at: 16 * s },
      ],
      11,
    ],
    [
      'a dialog just less before',
      [
        ...beats(0, 9 * s),
        { at: 9001, happened: 'dialog' },
        { at: 10 * s, ...away },
        ...beats(10_500, 15 * s, away),
        { at: 15 * s },
        { at: 16 * s },
      ],
      16,
    ],
    [
      'a dialog that lasted a minute',
      [
        ...beats(0, 10 * s),
        { at: 10 * s, ...away },
        ...beats(10_500, 70 * s, away),
        { at: 70 * s, ...away, happened: 'dialog' },
        { at: 70 * s },
        { at: 71 * s },
      ],
      71,
    ],
    [
      'a dialog that lasted longer',
      [
        ...beats(0, 10 * s),
        { at: 10 * s, ...away },
        ...beats(10_500, 70 * s, away),
        { at: 70 * s, ...away, happened: 'dialog' },
        { at: 70_001 },
        { at: 71 * s },
      ],
      10.999,
    ],
    [
      'a dialog told a second after the return',
      [
        ...beats(0, 10 * s),
        { at: 10 * s, ...away },
        ...beats(10_500, 15 * s, away),
        { at: 15 * s },
        { at: 15_500 },
        { at: 16 * s, happened: 'dialog' },
        { at: 16_500 },
      ],
      11.5,
    ],
    [
      'a dialog told just less after',
      [
        ...beats(0, 10 * s),
        { at: 10 * s, ...away },
        ...beats(10_500, 15 * s, away),
        { at: 15 * s },
        { at: 15_500 },
        { at: 15_999, happened: 'dialog' },
        { at: 16_500 },
      ],
      16.5,
    ],
    [
      'a sign of a dialog while nothing is shown',
      [
        { at: 0, ...away },
        { at: 500, ...away, happened: 'dialog' },
        { at: 1000, ...hidden },
      ],
      0,
    ],
  ])('%s', (_name, told, seconds) => expect(measure(of('presence', told)) / s).toBe(seconds));
});
