/** Tests the verdicts on settled fields. docs/measurement/repeats.md */
import { describe, expect, it } from 'vitest';
import type { EpochMs, SystemKey } from '../../../src/core/events.ts';
import { fieldKindsOf, formFamilyText, judgeRepeats } from '../../../src/core/forms/judge-repeats.ts';
import {
  type KeyedPrint,
  matchesDigests,
  type PendingField,
  type SettledFields,
} from '../../../src/core/forms/match-submissions.ts';

const noon = 1_700_000_000_000;
const [thisSystem, otherSystem, thirdSystem] = ['aaa', 'bbb', 'ccc'] as SystemKey[] as [
  SystemKey,
  SystemKey,
  SystemKey,
];
const print = (...digests: string[]): KeyedPrint => ({ valueClass: 'phone', digests });
const field = (change: Partial<PendingField> = {}): PendingField => ({
  key: 'a 1',
  frame: 'a',
  scope: 1,
  at: noon as EpochMs,
  last: noon as EpochMs,
  way: 'typed',
  fieldKind: 'phone',
  label: 'label1',
  prints: [print('d1')],
  characters: 11,
  focusMs: 2000,
  attempted: false,
  again: false,
  isCarried: false,
  carried: false,
  ...change,
});
const judged = (how: SettledFields['how'], fields: readonly PendingField[], known: Record<string, SystemKey[]> = {}) =>
  judgeRepeats(
    { how, at: (noon + 10_000) as EpochMs, frame: 'a', fields },
    thisSystem,
    'family',
    new Map(Object.entries(known)),
  );
const verdict = (how: SettledFields['how'], change: Partial<PendingField>, known: Record<string, SystemKey[]> = {}) => {
  const [entry] = judged(how, [field(change)], known);
  return entry?.kind === 'entry' ? entry.repeat : null;
};
const submission = (
  how: SettledFields['how'],
  fields: readonly PendingField[],
  known: Record<string, SystemKey[]> = {},
) => {
  const found = judged(how, fields, known).find((e) => e.kind === 'submission');
  return found?.kind === 'submission' ? found : null;
};

describe('the verdict of an entry', () => {
  const d1 = (...systems: SystemKey[]) => ({ d1: systems });
  it.each([
    ['a sent value that no system has yet is no repeat', 'sent', {}, {}, 'none'],
    [
      'a sent value is a repeat within the same system if this system already has the value',
      'sent',
      {},
      d1(thisSystem),
      'same-system',
    ],
    [
      'a sent value is a repeat of another system if another system already has the value',
      'sent',
      {},
      d1(otherSystem),
      'other-system',
    ],
    [
      'a sent value is a repeat of another system if both this and another system already have the value',
      'sent',
      {},
      d1(thisSystem, otherSystem),
      'other-system',
    ],
    ['a sent value that was entered again after a failed attempt is rework', 'sent', { again: true }, {}, 'rework'],
    [
      'a sent value is a repeat, not rework, if it was entered again and this system already has it',
      'sent',
      { again: true },
      d1(thisSystem),
      'same-system',
    ],
    [
      'a sent value is a repeat if its digest under an earlier key is known',
      'sent',
      { prints: [print('d9', 'd1')] },
      d1(otherSystem),
      'other-system',
    ],
    ['a sent value that is not compared is no repeat', 'sent', { prints: [] }, d1(otherSystem), 'none'],
    ['a searched value is a look-up', 'searched', {}, d1(otherSystem), 'look-up'],
    ['a searched value that is not compared is no look-up', 'searched', { prints: [] }, d1(otherSystem), 'none'],
    ['a value that was never sent is no repeat, even if another system has it', 'left', {}, d1(otherSystem), 'none'],
    ['a value that was never sent is no repeat, even if this system has it', 'left', {}, d1(thisSystem), 'none'],
    [
      'a value is rework if it was entered again after a failed attempt, even if the value was never sent',
      'left',
      { again: true },
      {},
      'rework',
    ],
  ] as const)('%s', (_name, how, change, known, expected) => {
    expect(verdict(how, change, known)).toBe(expected);
  });

  it('treats two long texts as equal if at least 40 % of the values in their sketches agree', () => {
    const text = Array.from({ length: 10 }, (_, i) => print(`t${i}`));
    const seen = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`t${i}`, [otherSystem]]));
    expect(verdict('sent', { prints: text }, seen(3))).toBe('none');
    expect(verdict('sent', { prints: text }, seen(4))).toBe('other-system');
    expect(submission('sent', [field({ prints: text })], seen(3))?.nearDuplicate).toBe(false);
    expect(submission('sent', [field({ prints: text })], seen(4))?.nearDuplicate).toBe(true);
    // If two digests belong to one fingerprint, this fingerprint counts once.
    const twice = [print('t0', 't1'), print('x'), print('y')];
    expect(verdict('sent', { prints: twice }, seen(2))).toBe('none');
    expect(verdict('sent', { prints: [print('t0'), print('x')] }, seen(1))).toBe('other-system');

    const digests = (n: number) => Object.keys(seen(n));
    expect([matchesDigests(text, digests(3)), matchesDigests(text, digests(4)), matchesDigests([], ['t0'])]).toEqual([
      false,
      true,
      false,
    ]);
    expect([
      matchesDigests([print('x', 't0')], ['t0']),
      matchesDigests([print('x')], ['t0']),
      matchesDigests([print('x')], []),
    ]).toEqual([true, false, false]);
    expect([
      matchesDigests([print('t0'), print('x')], ['t0']),
      matchesDigests([print('y'), print('x')], ['t0']),
    ]).toEqual([true, false]);
  });

  it('returns the properties of an entry; an entry without fingerprints is not eligible for a repeat', () => {
    expect(judged('left', [field({ label: null, way: 'pasted', at: 5 as EpochMs })])).toEqual([
      {
        kind: 'entry',
        at: 5,
        system: thisSystem,
        way: 'pasted',
        fieldKind: 'phone',
        label: null,
        eligible: true,
        repeat: 'none',
        characters: 11,
        focusMs: 2000,
      },
    ]);
    expect(judged('left', [field({ prints: [] })])).toMatchObject([{ eligible: false }]);
  });
  it('marks an entry as carried only if the entry was sent', () => {
    const carried = (how: SettledFields['how'], isCarried: boolean) => judged(how, [field({ isCarried })])[0];
    expect(carried('sent', true)).toHaveProperty('carried', true);
    expect(carried('sent', false)).not.toHaveProperty('carried');
    expect(carried('left', true)).not.toHaveProperty('carried');
    expect(carried('searched', true)).not.toHaveProperty('carried');
  });
});

describe('a submission', () => {
  it.each([
    ['sent', ['entry', 'submission']],
    ['failed', ['submission']],
    ['draft', ['submission']],
    ['searched', ['entry']],
    ['left', ['entry']],
  ] as const)('for fields settled as %s, returns the events %j', (how, kinds) => {
    expect(judged(how, [field()]).map((e) => e.kind)).toEqual(kinds);
  });

  it('counts fields, eligible fields and repeated fields', () => {
    const fields = [
      field({ fieldKind: 'phone' }),
      field({ fieldKind: 'name', prints: [print('d2')] }),
      field({ fieldKind: null, prints: [] }),
      field({ fieldKind: 'address', prints: [print('d3')] }),
      field({ fieldKind: 'name', prints: [] }),
    ];
    expect(submission('draft', fields, { d1: [thisSystem], d2: [otherSystem, thirdSystem] })).toEqual({
      kind: 'submission',
      at: noon + 10_000,
      system: thisSystem,
      outcome: 'draft',
      family: 'family',
      fieldKinds: ['address', 'name', 'phone'],
      fields: 5,
      eligible: 3,
      repeated: 2,
      ms: 12_000,
      nearDuplicate: false,
    });
  });

  it('adds up the focus time of the first field and the gaps after each field to the working time; counts each of them as at most a minute', () => {
    const ms = (times: readonly number[], focusMs: readonly number[]) =>
      judgeRepeats(
        {
          how: 'sent',
          at: (noon + 300_000) as EpochMs,
          frame: 'a',
          fields: times.map((at, i) => field({ at: (noon + at) as EpochMs, focusMs: focusMs[i] ?? 0 })),
        },
        thisSystem,
        null,
        new Map(),
      ).flatMap((e) => (e.kind === 'submission' ? [e.ms] : []))[0];
    expect(ms([290_000], [4000])).toBe(14_000);
    expect(ms([280_000, 290_000], [4000, 9000])).toBe(24_000);
    // These are the same fields in another order.
    expect(ms([290_000, 280_000], [9000, 4000])).toBe(24_000);
    expect(ms([290_000, 250_000, 295_000], [9000, 4000, 70_000])).toBe(54_000);
    expect(ms([0], [4000])).toBe(64_000);
    expect(ms([0, 200_000], [100_000, 0])).toBe(180_000);
    expect(ms([], [])).toBe(0);
  });

  const sixFields = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'].map((d) => field({ prints: [print(d)] }));
  const known = (...systems: SystemKey[][]) => Object.fromEntries(systems.map((s, i) => [`d${i + 1}`, s]));
  it.each([
    ['three known values of three make a near-duplicate', 3, known([thisSystem], [thisSystem], [thisSystem]), true],
    ['two known values are too few for a near-duplicate', 2, known([thisSystem], [thisSystem]), false],
    ['three known values of five make a near-duplicate', 5, known([thisSystem], [thisSystem], [thisSystem]), true],
    ['three known values of six make no near-duplicate', 6, known([thisSystem], [thisSystem], [thisSystem]), false],
    [
      'a submission is a near-duplicate if four of its six values are known',
      6,
      known([thisSystem], [thisSystem], [thisSystem], [thisSystem]),
      true,
    ],
    [
      'a submission is no near-duplicate if its three known values are in three systems',
      3,
      known([thisSystem], [otherSystem], [thirdSystem]),
      false,
    ],
    [
      'a submission is a near-duplicate if its three known values are in one system, even if other systems have some of the values',
      3,
      known([thisSystem], [otherSystem, thisSystem], [thisSystem, thirdSystem]),
      true,
    ],
    ['a submission without known values is no near-duplicate', 3, {}, false],
  ] as const)('%s', (_name, n, seen, expected) => {
    expect(submission('sent', sixFields.slice(0, n), seen)?.nearDuplicate).toBe(expected);
    expect(submission('failed', sixFields.slice(0, n), seen)?.nearDuplicate).toBe(false);
  });
});

describe('formFamilyText and fieldKindsOf', () => {
  const kinds = (...all: (string | null)[]) =>
    all.map((fieldKind, i) => field({ fieldKind, label: fieldKind === 'phone' ? null : `l${9 - i}` }));
  it.each([
    [['phone', 'name', 'address'], 'kinds address name phone'],
    [['phone', 'name', 'address', 'name', null], 'kinds address name phone'],
    [['phone', 'name', 'name'], 'labels l7 l8'],
    [['name', null], 'labels l8 l9'],
    [['phone'], null],
    [[], null],
  ] as const)('fields of the kinds %j have the family text %s', (all, text) => {
    expect(formFamilyText(kinds(...all))).toBe(text);
  });
  it('lists each field kind once, in sorted order', () => {
    expect(fieldKindsOf(kinds('phone', null, 'address', 'phone'))).toEqual(['address', 'phone']);
  });
});
