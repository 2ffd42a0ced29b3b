/** Tests the attention of one frame. docs/measurement/attention.md */
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

type PartialSignal = Partial<Omit<Signal, 'at'>> & { readonly at: number };
const full = ({ at, ...rest }: PartialSignal): Signal => ({
  visible: true,
  front: true,
  held: 0,
  plays: null,
  ...rest,
  at: at as PageMs,
});
/** Folds the signals. Returns the state after the signals, the closed spans and the reasons for cuts. */
function run(signals: readonly PartialSignal[], from: Attention = initialAttention(0 as PageMs)) {
  const closed: PageSpan[] = [];
  const lost: string[] = [];
  let state = from;
  for (const signal of signals) {
    const step = stepAttention(state, full(signal));
    state = step.state;
    closed.push(...step.closed);
    if (step.lost) lost.push(step.lost);
  }
  return { state, closed, lost };
}
/** Returns all spans of one sort in order and without overlaps. Open spans are included. */
const spansOf = (sort: string, signals: readonly PartialSignal[], end = signals.at(-1)?.at ?? 0) => {
  const { state, closed } = run(signals);
  return union([...closed, ...openSpans(state, end as PageMs)].filter((s) => s.of === sort));
};
/** Returns one signal every 500 ms between two times. */
const heartbeats = (from: number, to: number, more: Partial<Signal> = {}): PartialSignal[] => {
  const all: PartialSignal[] = [];
  for (let at = from; at < to; at += 500) all.push({ ...more, at });
  return all;
};
const away = { front: false };
const hidden = { front: false, visible: false };
const s = 1000;
/**
 * Returns the signals of a page without the focus whose window has it. The page asks every 500 ms between two times, and
 * the browser confirms each question 20 ms later.
 */
const confirmed = (from: number, to: number): PartialSignal[] => {
  const all: PartialSignal[] = [];
  for (let at = from; at <= to; at += 500) all.push({ at: at + 20, held: at as PageMs });
  return all;
};

describe('presence without the focus of the page', () => {
  const seen = (signals: readonly PartialSignal[]) => measure(spansOf('presence', signals)) / s;
  // The page is in front from 0 and loses the focus at 10 s.
  const before = [...heartbeats(0, 10 * s), { at: 10 * s, ...away }];
  it.each<[string, PartialSignal[], number]>([
    [
      'goes on from the loss of the focus until the focus returns',
      [...confirmed(10 * s, 20 * s), { at: 20_300 }],
      20.3,
    ],
    ['ends at the loss of the focus if the browser does not answer', [{ at: 10_500, ...away }], 10],
    [
      'ends at the latest confirmation when the browser denies the next one',
      [...confirmed(10 * s, 16 * s), { at: 16_520, ...away }],
      16,
    ],
    [
      'ends at the latest confirmation when the page is hidden',
      [...confirmed(10 * s, 16 * s), { at: 16_400, ...hidden }],
      16,
    ],
    [
      'ends at the loss of the focus if the answer is late and the next one is no',
      [...heartbeats(10_500, 19 * s, away), { at: 19 * s, held: 10_000 as PageMs }, { at: 19_500, ...away }],
      10,
    ],
    [
      'starts anew when the window has the focus again, at the time of the question',
      [...heartbeats(10_500, 30 * s, away), ...confirmed(30 * s, 36 * s), { at: 36_100, ...away }],
      16,
    ],
    [
      'bridges three seconds without an answer',
      [...confirmed(10 * s, 12 * s), ...heartbeats(12_500, 15 * s, { held: 12_000 as PageMs }), { at: 15 * s }],
      15,
    ],
    [
      'does not bridge a longer time without an answer',
      [...confirmed(10 * s, 12 * s), ...heartbeats(12_500, 15 * s, { held: 12_000 as PageMs }), { at: 15_001 }],
      12,
    ],
    ['ends at the latest confirmation while no signal follows', confirmed(10 * s, 12 * s), 12],
  ])('%s', (_name, after, expected) => {
    expect(seen([...before, ...after])).toBe(expected);
  });

  it('has the input that the page gets meanwhile', () => {
    const signals: PartialSignal[] = [
      ...before,
      ...confirmed(10 * s, 12 * s),
      { at: 12_100, held: 12_000 as PageMs, happened: 'input' },
      ...confirmed(12_500, 14 * s),
      { at: 14_100, held: 14_000 as PageMs, happened: 'input' },
      { at: 14_500, ...away },
    ];
    expect(spansOf('input', signals)).toEqual([{ start: 12 * s, end: 14 * s }]);
  });

  it('reports a run of input of a frame that never had the focus when the page is hidden', () => {
    const signals: PartialSignal[] = [
      { at: 0, ...away, happened: 'input' },
      { at: 5 * s, ...away, happened: 'input' },
      { at: 9 * s, ...hidden },
    ];
    expect(run(signals).closed).toEqual([{ of: 'input', start: 0, end: 5 * s }]);
  });
});

describe('gaps in presence', () => {
  const seen = (signals: readonly PartialSignal[]) => measure(spansOf('presence', signals)) / s;
  it.each<[string, PartialSignal[], number]>([
    ['counts a page in front as present', heartbeats(0, 10 * s + 1), 10],
    [
      'ends presence when another tab is shown',
      [...heartbeats(0, 10 * s), { at: 10 * s, ...hidden }, { at: 20 * s, ...hidden }],
      10,
    ],
    [
      'ends presence when another window gets the focus while the page continues to run',
      [...heartbeats(0, 10 * s), ...heartbeats(10 * s, 16 * s, away), ...heartbeats(16 * s, 20 * s + 1)],
      14,
    ],
    [
      'bridges a dialog of the page, which stops the signals',
      [...heartbeats(0, 10 * s), { at: 10 * s, ...away }, ...heartbeats(16 * s, 20 * s + 1)],
      20,
    ],
    [
      'bridges a blocked thread while the focus is kept',
      [...heartbeats(0, 10 * s), ...heartbeats(16 * s, 20 * s + 1)],
      20,
    ],
    ['bridges a block of one minute', [...heartbeats(0, 10 * s), ...heartbeats(70 * s - 500, 80 * s + 1)], 80],
    [
      'cuts presence at a block of more than one minute, as when the computer was suspended',
      [...heartbeats(0, 10 * s + 1), ...heartbeats(100 * s, 110 * s + 1)],
      20,
    ],
    [
      'bridges a print dialog if its sign comes before the focus is lost',
      [
        ...heartbeats(0, 10 * s),
        { at: 10 * s, happened: 'dialog' },
        ...heartbeats(10_100, 16 * s, away),
        ...heartbeats(16 * s, 20 * s + 1),
      ],
      20,
    ],
    [
      'bridges a file chooser if its sign comes before the focus returns',
      [
        ...heartbeats(0, 10 * s),
        ...heartbeats(10 * s, 16 * s, away),
        { at: 16 * s, ...away, happened: 'dialog' },
        ...heartbeats(16_100, 20 * s + 1),
      ],
      19.6,
    ],
    [
      'bridges a file chooser if its sign comes after the focus has returned',
      [
        ...heartbeats(0, 10 * s),
        ...heartbeats(10 * s, 16 * s, away),
        { at: 16 * s },
        { at: 16_100, happened: 'dialog' },
        ...heartbeats(16_500, 20 * s + 1),
      ],
      20,
    ],
    [
      'does not bridge a file chooser that is open for more than a minute',
      [
        ...heartbeats(0, 10 * s),
        ...heartbeats(10 * s, 90 * s, away),
        { at: 90 * s, ...away, happened: 'dialog' },
        ...heartbeats(90 * s, 100 * s + 1),
      ],
      20,
    ],
    [
      'does not bridge a time in which the tab was hidden',
      [...heartbeats(0, 10 * s), { at: 10 * s, ...away }, { at: 11 * s, ...hidden }, ...heartbeats(16 * s, 20 * s + 1)],
      14,
    ],
  ])('%s', (_name, signals, expected) => {
    expect(seen(signals)).toBe(expected);
  });

  it('returns a reason when presence is cut, but no reason when the page is hidden', () => {
    expect(run([{ at: 0 }, { at: 100 * s }]).lost).toEqual(['suspended']);
    expect(run([{ at: 0 }, { at: 500, moved: true }]).lost).toEqual(['clock-moved']);
    expect(
      run([
        { at: 0, ...hidden },
        { at: 100 * s, ...hidden },
      ]).lost,
    ).toEqual([]);
  });

  it('ends a run of input at the latest input when more than a minute passes without another input', () => {
    const signals: PartialSignal[] = [0, 50, 100, 170].map((at) => ({ at: at * s, happened: 'input' }));
    const all = [...signals, ...heartbeats(0, 171 * s)].sort((a, b) => a.at - b.at);
    expect(spansOf('input', all)).toEqual([{ start: 0, end: 100 * s }]);
  });
});

describe('invariants for random histories', () => {
  const signal = fc.record({
    after: fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 90_000 })),
    state: fc.constantFrom('front', 'front', 'away', 'held', 'hidden'),
    age: fc.integer({ min: 0, max: 600 }),
    plays: fc.constantFrom(null, null, 'media' as const),
    happened: fc.constantFrom(undefined, undefined, 'input' as const, 'dialog' as const),
    moved: fc.integer({ min: 0, max: 40 }).map((n) => n === 0),
  });
  const history = fc.array(signal, { maxLength: 60 }).map((all) => {
    let at = 0;
    return all.map(({ after, state, age, ...rest }, i): PartialSignal => {
      at += after;
      // The page asks only while it is visible.
      const asked = all[i - 1]?.state === 'hidden' ? at : at - age;
      const held = state === 'held' ? (Math.max(1, asked) as PageMs) : 0;
      return { ...rest, at, visible: state !== 'hidden', front: state === 'front' || state === 'held', held };
    });
  });
  const end = (signals: readonly PartialSignal[]) => signals.at(-1)?.at ?? 0;

  it('never counts more than the elapsed time, and counts no time in which the page was hidden', () => {
    fc.assert(
      fc.property(history, (signals) => {
        const present = spansOf('presence', signals);
        expect(measure(present)).toBeLessThanOrEqual(end(signals));
        const concealed = signals.flatMap((signal, i) => {
          const next = signals[i + 1];
          return signal.visible === false && next !== undefined ? [{ start: signal.at, end: next.at }] : [];
        });
        expect(measure(intersect(present, union(concealed)))).toBe(0);
      }),
    );
  });

  it('loses no time between two signals in front that are at most a minute apart', () => {
    fc.assert(
      fc.property(history, (signals) => {
        const attended = signals.flatMap((signal, i) => {
          const next = signals[i + 1];
          const isAttended =
            signal.front && !signal.held && next !== undefined && next.at - signal.at <= 60_000 && !next.moved;
          if (isAttended && next.held) return [{ start: signal.at, end: Math.max(signal.at, next.held) }];
          return isAttended ? [{ start: signal.at, end: next.at }] : [];
        });
        expect(measure(subtract(union(attended), spansOf('presence', signals)))).toBe(0);
      }),
    );
  });

  /** Histories without dialogs, whose signals are so close together that no blocked thread is bridged. */
  const dense = history.map((all) => {
    let at = 0;
    return all.map(({ at: _, moved: __, held, ...rest }, i): PartialSignal => {
      at += 50 + ((i * 37) % 200);
      return { ...rest, at, happened: undefined, held: (held && at - 40) as PageMs };
    });
  });

  it('counts no time after the latest confirmation unless the page stays in front', () => {
    fc.assert(
      fc.property(dense, (signals) => {
        const unproven = signals.flatMap((signal, i) => {
          const next = signals[i + 1];
          if (!signal.held || next === undefined || next.front) return [];
          return [{ start: Math.max(signal.held, signals[i - 1]?.at ?? 0), end: next.at }];
        });
        expect(measure(intersect(spansOf('presence', signals), union(unproven)))).toBe(0);
      }),
    );
  });

  it('loses no time between two confirmations that follow each other', () => {
    fc.assert(
      fc.property(dense, (signals) => {
        const confirmedTime = signals.flatMap((signal, i) => {
          const next = signals[i + 1];
          return signal.held && next?.held
            ? [{ start: Math.max(signal.held, signals[i - 1]?.at ?? 0), end: next.held }]
            : [];
        });
        expect(measure(subtract(union(confirmedTime), spansOf('presence', signals)))).toBe(0);
      }),
    );
  });

  it('gives the same spans when a history is split and resumed from the stored state', () => {
    fc.assert(
      fc.property(history, fc.nat(60), (signals, cut) => {
        const whole = run(signals);
        const first = run(signals.slice(0, cut));
        const second = run(signals.slice(cut), structuredClone(first.state));
        expect([...first.closed, ...second.closed]).toEqual(whole.closed);
        expect(second.state).toEqual(whole.state);
      }),
    );
  });

  it('the spans of the whole history cover every checkpoint', () => {
    fc.assert(
      fc.property(history, fc.nat(60), (signals, cut) => {
        const first = run(signals.slice(0, cut));
        const open = openSpans(first.state, first.state.proof);
        for (const sort of ['presence', 'input', 'media']) {
          const checkpoint = union(open.filter((span) => span.of === sort));
          const later = spansOf(sort, signals, Math.max(end(signals), first.state.proof));
          expect(measure(subtract(checkpoint, later))).toBe(0);
        }
      }),
    );
  });
});

describe('exact limits', () => {
  const spans = (signals: readonly PartialSignal[]) =>
    run(signals).closed.map(({ of: sort, start, end }) => [sort, start, end]);
  it('closes the span of media when the media stops, or when the page is hidden or shown', () => {
    const signals: PartialSignal[] = [
      { at: 0 },
      { at: 100, plays: 'media' },
      { at: 600, plays: 'media' },
      { at: 1000, ...hidden, plays: 'background' },
      { at: 1400, ...hidden, plays: 'background' },
      { at: 1500, ...hidden },
    ];
    expect(spans(signals)).toEqual([
      ['presence', 0, 1000],
      ['media', 100, 1000],
      ['background', 1000, 1500],
    ]);
    const { state } = run(signals.slice(0, 3));
    expect(openSpans(state, 700 as PageMs)).toEqual([
      { of: 'presence', start: 0, end: 700 },
      { of: 'media', start: 100, end: 700 },
    ]);
  });
  it('returns presence, the run of input and media as open spans, and nothing else', () => {
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
  it('ends background media of a suspended page at the signal before the suspension, and returns the reason', () => {
    const { closed, lost } = run([
      { at: 0, ...hidden, plays: 'background' },
      { at: 500, ...hidden, plays: 'background' },
      { at: 90_000, ...hidden, plays: 'background' },
    ]);
    expect(closed).toEqual([{ of: 'background', start: 0, end: 500 }]);
    expect(lost).toEqual(['suspended']);
  });
  it('continues a run of input after a pause of one minute, and ends the run before a longer pause', () => {
    const input = (gap: number) =>
      spans([
        { at: 0, happened: 'input' },
        ...heartbeats(500, gap),
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
  it.each<[string, PartialSignal[], number]>([
    // The page is in front from 0 and loses the focus at 10 s. The number is the expected presence in seconds.
    [
      'bridges a block of just over a second',
      [...heartbeats(0, 10 * s), { at: 10 * s, ...away }, { at: 11_001 }, { at: 12 * s }],
      12,
    ],
    [
      'does not bridge an absence of one second',
      [...heartbeats(0, 10 * s), { at: 10 * s, ...away }, { at: 11_000 }, { at: 12 * s }],
      11,
    ],
    [
      'does not bridge an absence if a signal comes 750 ms after the focus is lost, because no dialog blocked the page',
      [...heartbeats(0, 10 * s), { at: 10 * s, ...away }, { at: 10_750, ...away }, { at: 12 * s }, { at: 13 * s }],
      11,
    ],
    [
      'bridges an absence if the only signal comes 749 ms after the focus is lost, because a dialog may have blocked the page',
      [...heartbeats(0, 10 * s), { at: 10 * s, ...away }, { at: 10_749, ...away }, { at: 12 * s }, { at: 13 * s }],
      13,
    ],
    [
      'does not bridge an absence if the sign of a dialog comes one second before the focus is lost',
      [
        ...heartbeats(0, 9 * s),
        { at: 9 * s, happened: 'dialog' },
        { at: 10 * s, ...away },
        ...heartbeats(10_500, 15 * s, away),
        { at: 15 * s },
        { at: 16 * s },
      ],
      11,
    ],
    [
      'bridges an absence if the sign of a dialog comes just under one second before the focus is lost',
      [
        ...heartbeats(0, 9 * s),
        { at: 9001, happened: 'dialog' },
        { at: 10 * s, ...away },
        ...heartbeats(10_500, 15 * s, away),
        { at: 15 * s },
        { at: 16 * s },
      ],
      16,
    ],
    [
      'bridges a dialog of one minute',
      [
        ...heartbeats(0, 10 * s),
        { at: 10 * s, ...away },
        ...heartbeats(10_500, 70 * s, away),
        { at: 70 * s, ...away, happened: 'dialog' },
        { at: 70 * s },
        { at: 71 * s },
      ],
      71,
    ],
    [
      'does not bridge a dialog of over one minute',
      [
        ...heartbeats(0, 10 * s),
        { at: 10 * s, ...away },
        ...heartbeats(10_500, 70 * s, away),
        { at: 70 * s, ...away, happened: 'dialog' },
        { at: 70_001 },
        { at: 71 * s },
      ],
      10.999,
    ],
    [
      'does not bridge an absence if the sign of a dialog comes one second after the focus returns',
      [
        ...heartbeats(0, 10 * s),
        { at: 10 * s, ...away },
        ...heartbeats(10_500, 15 * s, away),
        { at: 15 * s },
        { at: 15_500 },
        { at: 16 * s, happened: 'dialog' },
        { at: 16_500 },
      ],
      11.5,
    ],
    [
      'bridges an absence if the sign of a dialog comes just under one second after the focus returns',
      [
        ...heartbeats(0, 10 * s),
        { at: 10 * s, ...away },
        ...heartbeats(10_500, 15 * s, away),
        { at: 15 * s },
        { at: 15_500 },
        { at: 15_999, happened: 'dialog' },
        { at: 16_500 },
      ],
      16.5,
    ],
    [
      'counts nothing for the sign of a dialog on a page that is not in front',
      [
        { at: 0, ...away },
        { at: 500, ...away, happened: 'dialog' },
        { at: 1000, ...hidden },
      ],
      0,
    ],
  ])('%s', (_name, signals, seconds) => expect(measure(spansOf('presence', signals)) / s).toBe(seconds));
});
