/** Tests the parser of the events that content scripts send. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitClasses, dropReasons, entryWays, outcomeSigns, proofs, wordSorts } from '../../src/core/events.ts';
import { parsePageEvent } from '../../src/core/parse-page-event.ts';

const at = 1_770_000_000_000;
const field = {
  kind: 'field',
  at,
  field: 1,
  scope: 2,
  way: 'typed',
  fieldKind: 'phone',
  label: '0123456789abcdef',
  prints: [{ valueClass: 'phone', hash: '0123456789abcdef' }],
  characters: 11,
  focusMs: 3000,
};

describe('parsePageEvent', () => {
  it.each([
    ['accepts a field', field, true],
    ['accepts a span', { kind: 'span', of: 'input', start: at, end: at + 1 }, true],
    ['refuses a span that ends before it starts', { kind: 'span', of: 'input', start: at, end: at - 1 }, false],
    ['refuses an unknown kind', { kind: 'entry', at }, false],
    ['refuses the name of an inherited property as kind', { kind: 'toString' }, false],
    ['refuses an unknown property', { ...field, value: 'secret' }, false],
    ['refuses free text as field kind', { ...field, fieldKind: '王建国的电话' }, false],
    ['refuses free text as label', { ...field, label: '联系电话' }, false],
    ['refuses a value as fingerprint', { ...field, prints: [{ valueClass: 'phone', hash: '13900001111' }] }, false],
    [
      'refuses a kind that only the worker writes',
      { kind: 'act', at, form: 'check-in', count: Number.NaN, ms: 0 },
      false,
    ],
    ['refuses null', null, false],
    ['refuses an array', [], false],
  ])('%s', (_name, value, isAccepted) => {
    expect(parsePageEvent(value) !== null).toBe(isAccepted);
  });

  it('refuses any other value and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parsePageEvent(value)).toBeNull();
      }),
    );
  });
});

const print = { valueClass: 'phone', hash: '0123456789abcdef' };
/** A complete event of every kind. */
const completeEvents: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  span: { kind: 'span', of: 'media', start: at, end: at },
  field,
  commit: { kind: 'commit', at, commit: 'draft', scope: 3, inDialog: true, proof: 'message', opened: at },
  outcome: { kind: 'outcome', at, sign: 'form-gone', scope: null },
  copied: { kind: 'copied', at, prints: [print] },
  table: { kind: 'table', at, sort: 'import', cells: 12 },
  words: {
    kind: 'words',
    at,
    sort: 'shown',
    on: ['title', 'button check-in'],
    near: [],
    count: 1,
    due: ['2026,3,2,17,30'],
  },
  dropped: { kind: 'dropped', at, reason: 'suspended', count: 2 },
};
const latest = 4_102_444_800_000;
const amount = (max: number) =>
  [
    [0, max],
    [-1, max + 1, 0.5, '1', null, Number.NaN],
  ] as const;
const moment = [
  [0, 0.5, latest],
  [-1, latest + 1, '1', null, Number.NaN, Number.POSITIVE_INFINITY],
] as const;
const flag = [
  [true, false],
  [0, 'true', null],
] as const;
const among = (words: readonly string[]) => [words, ['', 'rumour', 5, null, [words[0]]]] as const;
const orNull = ([good, bad]: readonly [readonly unknown[], readonly unknown[]]) =>
  [[...good, null], bad.filter((v) => v !== null)] as const;
const hashes = [
  ['0123456789abcdef'],
  [
    '',
    '0123456789abcde',
    '0123456789abcdef0',
    'x123456789abcdef',
    'x0123456789abcdef',
    '0123456789ABCDEF',
    5,
    ['0123456789abcdef'],
  ],
] as const;
const word = [
  ['a', 'a-1', `a${'b'.repeat(31)}`],
  ['', '1a', 'A', 'a_b', ' a', 'a ', 'aB', `a${'b'.repeat(32)}`, 5, ['a']],
] as const;
const list = (item: unknown, bad: readonly unknown[], max: number) =>
  [
    [[], [item], new Array(max).fill(item)],
    [null, 'x', {}, new Array(max + 1).fill(item), ...bad.map((b) => [item, b])],
  ] as const;
const prints = list(
  print,
  [
    5,
    {},
    { ...print, hash: 'x' },
    { ...print, valueClass: 'rumour' },
    { ...print, value: 'secret' },
    { hash: print.hash },
  ],
  64,
);
const classes = (max: number) =>
  list(
    'button check-in',
    [
      '',
      'Button',
      '打卡',
      'a b c d e',
      'a-b-c-d-e',
      'a  b',
      'a-',
      ' a',
      'a ',
      'a9',
      'x1 y',
      '9a b',
      'a b9',
      'a b 9',
      5,
      ['a'],
    ],
    max,
  );
/** Kind → field → the values that the field accepts, and the values that it refuses. */
const sorts: Readonly<Record<string, Readonly<Record<string, readonly [readonly unknown[], readonly unknown[]]>>>> = {
  span: {
    of: among(['presence', 'input', 'media', 'background']),
    start: [
      [0, at],
      [-1, '1', null],
    ],
    end: [
      [at + 1, latest],
      [at - 1, latest + 1, '1'],
    ],
  },
  field: {
    at: moment,
    field: amount(1e12),
    scope: amount(1e12),
    way: among(entryWays),
    fieldKind: orNull(word),
    label: orNull(hashes),
    prints,
    characters: amount(1e7),
    focusMs: [
      [0, 0.5, 86_400_000],
      [-1, 86_400_001, '1', null],
    ],
  },
  commit: {
    at: moment,
    commit: among(commitClasses),
    scope: orNull(amount(1e12)),
    inDialog: flag,
    proof: among(proofs),
    opened: moment,
  },
  outcome: { at: moment, sign: among(outcomeSigns), scope: orNull(amount(1e12)) },
  copied: { at: moment, prints },
  table: { at: moment, sort: among(['paste', 'template', 'import', 'export']), cells: amount(1e7) },
  words: {
    at: moment,
    sort: among(wordSorts),
    on: classes(200),
    near: classes(1000),
    count: amount(1000),
    due: list(
      ',3,2,,',
      ['', '3,2,', '3月2日的', 'a,3,2,,', ',3,2,,b', ',3,2,', '2026-3-2', '1'.repeat(21), 5, [',3,2,,']].filter(
        (v) => v !== ',3,2,',
      ),
      50,
    ),
  },
  dropped: { at: moment, reason: among(dropReasons), count: amount(1e6) },
};

/** Commits of scripts that ran before an update lack these fields. */
const isOptional = (kind: string, key: string) => kind === 'commit' && /^(proof|opened)$/.test(key);

describe('every kind of event', () => {
  it.each(Object.keys(completeEvents))('checks every field of an event of kind %s', (kind) => {
    const event = completeEvents[kind] as Record<string, unknown>;
    expect(parsePageEvent(event)).toBe(event);
    expect(['kind', ...Object.keys(sorts[kind] ?? {})].sort()).toEqual(Object.keys(event).sort());
    for (const [key, [good, bad]] of Object.entries(sorts[kind] ?? {})) {
      for (const value of good)
        expect([key, value, parsePageEvent({ ...event, [key]: value })]).toEqual([
          key,
          value,
          { ...event, [key]: value },
        ]);
      for (const value of bad)
        expect([key, value, parsePageEvent({ ...event, [key]: value })]).toEqual([key, value, null]);
      const { [key]: _, ...without } = event;
      expect([key, parsePageEvent(without)]).toEqual([key, isOptional(kind, key) ? without : null]);
    }
    expect(parsePageEvent({ ...event, note: 1 })).toBeNull();
    for (const other of Object.keys(completeEvents))
      if (other !== kind) expect(parsePageEvent({ ...event, kind: other })).toBeNull();
  });
});
