/** Tests that the parser of month reports accepts exactly the known format, and names the wrong field in the error. */
import { describe, expect, it } from 'vitest';
import { burdenForms, phoneBurdens } from '../../../src/core/events.ts';
import { afterHoursChannel, attentionChannel } from '../../../src/core/report/draws/randomized-response.ts';
import { checkMonthReport, parseMonthReport } from '../../../src/core/report/parse-report.ts';
import {
  afterHoursBuckets,
  attentionBuckets,
  changeBands,
  countBuckets,
  coverageBuckets,
  dayBuckets,
  fieldBuckets,
  jobPosts,
  minuteBuckets,
  regions,
  reportParts,
  shareBands,
  shareBuckets,
  systemBuckets,
  tiers,
  unitKinds,
} from '../../../src/core/report/report-format.ts';

const id = '0123456789abcdef0123456789abcdef';
const month = '2026-03';
const head = {
  format: 'fingertip-ledger-month-report',
  schemaVersion: 1,
  definitionsVersion: 1,
  month,
  partial: false,
};
const slips = [
  {
    id,
    month,
    slip: 'unit',
    kind: 'office',
    tier: null,
    weight: 4,
    attention: '0-5h',
    entries: '0',
    submissions: '1-4',
    repeats: '0',
  },
  {
    id,
    month,
    slip: 'obligation',
    tier: 'county',
    weight: 4,
    kind: 'study',
    frequency: '1-4',
    minutes: '0-5min',
    fields: '1-5',
    repeatShare: 'withheld',
    systems: '1',
  },
  { id, month, slip: 'act', form: 'ranking', tier: null, weight: 4, count: '1-4', days: '1-2' },
  { id, month, slip: 'phone', burden: 'chain', tier: null, weight: 4, count: '1-4' },
  {
    id,
    month,
    slip: 'answers',
    tier: null,
    burden: 3,
    share: '0-20%',
    recalled: '0-5h',
    shared: false,
    change: 'same',
  },
];
const card = {
  id,
  catalogueVersion: 3,
  tier: null,
  coverage: '10- days',
  attention: '0-5h',
  afterHours: '0-1h',
  repeatShare: '0-10%',
  region: 'east',
  post: 'other',
};
const standard = { ...head, level: 'standard', drawn: 'unit', removed: 2, card, slips };
const least = { ...head, level: 'least', card, slips: [] };
const noisy = (e: 3 | 7 | 20) => ({
  ...head,
  level: 'noisy',
  card: { id, e, catalogueVersion: 3, tier: null, attention: 0, afterHours: 0 },
  slips: [],
});

/** Returns the message of the error, or `none` when the report is accepted. */
const faultOf = (value: unknown): string => {
  try {
    checkMonthReport(value);
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};
const ids = [[id], ['', id.slice(1), `${id}0`, `x${id}`, `${id}x`, id.toUpperCase(), 5, null, [id]]] as const;
const among = (words: readonly unknown[]) => [words, ['', 'rumour', 5, null, [words[0]], true]] as const;
const tiersOrNull = among([...tiers, null]).map((list, i) => (i === 0 ? list : list.filter((v) => v !== null)));
const counts = (max: number) =>
  [
    [0, max],
    [-1, max + 1, 0.5, '1', null],
  ] as const;
const weights = [
  [1, 2, 1024, 65_536],
  [0, 3, 0.5, -2, 131_072, '4', null],
] as const;
type Sorts = Readonly<Record<string, readonly (readonly unknown[])[]>>;
const sampled = { id: ids, tier: tiersOrNull, weight: weights } as Sorts;
const slipSorts: readonly Sorts[] = [
  {
    ...sampled,
    kind: among(unitKinds),
    attention: among(attentionBuckets),
    ...Object.fromEntries(['entries', 'submissions', 'repeats'].map((f) => [f, among([...countBuckets, '0'])])),
  },
  {
    ...sampled,
    kind: among(unitKinds),
    frequency: among(countBuckets),
    minutes: among(minuteBuckets),
    fields: among(fieldBuckets),
    repeatShare: among([...shareBuckets, 'withheld']),
    systems: among(systemBuckets),
  },
  { ...sampled, form: among(burdenForms), count: among(countBuckets), days: among(dayBuckets) },
  { ...sampled, burden: among(phoneBurdens), count: among(countBuckets) },
  {
    id: ids,
    tier: tiersOrNull,
    burden: [
      [1, 5],
      [0, 6, 2.5, '3', null],
    ],
    share: among(shareBands),
    recalled: among(attentionBuckets),
    shared: [
      [true, false],
      [0, 'true', null],
    ],
    change: among(changeBands),
  },
];
const cardSorts: Sorts = {
  id: ids,
  catalogueVersion: counts(1000),
  tier: tiersOrNull,
  coverage: among(coverageBuckets),
  attention: among(attentionBuckets),
  afterHours: among(afterHoursBuckets),
  repeatShare: among([...shareBuckets, 'withheld']),
  region: among(regions),
  post: among(jobPosts),
};
/** Returns how an error message shows the value. */
const shownAs = (value: unknown) => (Array.isArray(value) ? 'a list' : JSON.stringify(value));
/**
 * Checks that each field accepts its good values, and that the error message for a bad value names the field. `place`
 * is the start of the name, `required` lists the fields that must be present, and `put` puts changed fields into a report.
 */
function checkFields(
  sorts: Sorts,
  place: string,
  required: readonly string[],
  put: (fields: (before: object) => object) => unknown,
): void {
  for (const [field, [good = [], bad = []]] of Object.entries(sorts)) {
    for (const value of good)
      expect([field, value, faultOf(put((b) => ({ ...b, [field]: value })))]).toEqual([field, value, 'none']);
    for (const value of bad)
      expect([field, value, faultOf(put((b) => ({ ...b, [field]: value })))]).toEqual([
        field,
        value,
        `field "${place}${field}" can't be ${shownAs(value)}`,
      ]);
    const without = put((b) => Object.fromEntries(Object.entries(b).filter(([name]) => name !== field)));
    expect([field, faultOf(without)]).toEqual([
      field,
      required.includes(field) ? `field "${place}${field}" is missing` : 'none',
    ]);
  }
  expect(faultOf(put((b) => ({ ...b, note: 1 })))).toBe(`field "${place}note" is unknown`);
  expect(faultOf(put((b) => ({ ...b, toString: 1 })))).toBe(`field "${place}toString" is unknown`);
}

it('accepts complete reports of every level, with or without a byte order mark; refuses invalid JSON', () => {
  for (const report of [standard, least, noisy(3), noisy(7), noisy(20)]) {
    expect(checkMonthReport(report)).toBe(report);
    expect(parseMonthReport(JSON.stringify(report))).toEqual(report);
    expect(parseMonthReport(`\ufeff${JSON.stringify(report)}`)).toEqual(report);
  }
  expect(() => parseMonthReport('{')).toThrow('not valid JSON');
  expect(() => parseMonthReport('')).toThrow('not valid JSON');
  expect(() => parseMonthReport(`${JSON.stringify(least)}\ufeff`)).toThrow('not valid JSON');
});

describe('checkMonthReport', () => {
  it('checks every field of a report, and names a wrong field', () => {
    const months = [
      ['2000-01', '2099-12', '2026-10'],
      ['2026-00', '2026-13', '2026-1', '1999-01', 'x2026-03', '2026-03x', '2026-19', 5, null],
    ] as const;
    const sorts: Sorts = {
      format: [[], ['', 'x', null, 1]],
      schemaVersion: [[], [0, 2, '1', null]],
      definitionsVersion: counts(1000),
      month: months,
      level: [['least'], ['', 'rumour', null, 3]],
      partial: [
        [true, false],
        [0, 'true', null],
      ],
      removed: counts(100),
    };
    checkFields(sorts, '', ['format', 'schemaVersion', 'definitionsVersion', 'month', 'level', 'partial'], (fields) =>
      fields(least),
    );
    checkFields({ drawn: among(reportParts) }, '', [], (fields) => fields(standard));
    expect(faultOf({ ...least, slips: {} })).toBe('field "slips" can\'t be an object');
    expect(faultOf({ ...standard, slips: [...slips, slips[0]] })).toBe('field "slips" can\'t be a list');
    expect(faultOf({ ...standard, slips: { length: 1 } })).toBe('field "slips" can\'t be an object');
    for (const value of [null, [], 'x', 5, undefined]) expect(faultOf(value)).toBe('not a month report');
    for (const value of [null, 'x', 5])
      expect(faultOf({ ...least, card: value })).toBe(`field "card" can't be ${JSON.stringify(value)}`);
    expect(faultOf({ ...least, card: [] })).toBe('field "card" can\'t be a list');
  });
  it('checks every field of the card, and names a wrong field', () => {
    for (const report of [standard, least])
      checkFields(cardSorts, 'card.', ['id'], (fields) => ({ ...report, card: fields(report.card) }));
  });
  it.each([3, 7, 20] as const)('checks every field of a noisy card with e = %d, and names a wrong field', (e) => {
    const sorts: Sorts = {
      id: ids,
      catalogueVersion: counts(1000),
      tier: tiersOrNull,
      attention: counts(attentionChannel(e).outputs - 1),
      afterHours: counts(afterHoursChannel(e).outputs - 1),
      e: [[], [0, 4, '3', null]],
    };
    checkFields(sorts, 'card.', ['id', 'e'], (fields) => ({ ...noisy(e), card: fields(noisy(e).card) }));
    expect(faultOf({ ...noisy(e), slips: [slips[0]] })).toBe('field "slips" must be empty at level "noisy"');
    expect(faultOf({ ...noisy(e), drawn: 'unit' })).toBe('field "drawn" belongs to level "standard" only');
    expect(faultOf({ ...noisy(e), card: null })).toBe('field "card" can\'t be null');
  });
  it.each(slips.map((slip, i) => [slip.slip, i] as const))(
    'checks every field of sample %s, and names a wrong field',
    (sort, i) => {
      const namingFields: Readonly<Record<string, string>> = { unit: 'kind', act: 'form', phone: 'burden' };
      const put = (fields: (before: object) => object) => ({
        ...standard,
        slips: slips.map((slip, k) => (k === i ? fields(slip) : slip)),
      });
      checkFields(slipSorts[i] as Sorts, `slips[${i}].`, ['id', namingFields[sort] ?? ''], put);
      const known = ['month', 'slip', ...Object.keys(slipSorts[i] ?? {})];
      expect(Object.keys(slips[i] ?? {}).sort()).toEqual(known.sort());
      expect(faultOf(put((b) => ({ ...b, month: '2026-04' })))).toBe(
        `field "slips[${i}].month" is not the report's month`,
      );
      expect(faultOf(put((b) => ({ ...b, month: 'x' })))).toBe(`field "slips[${i}].month" can't be "x"`);
      for (const [value, shown] of [
        ['rumour', '"rumour"'],
        ['toString', '"toString"'],
        [5, '5'],
        [null, 'null'],
        [undefined, 'null'],
      ] as const)
        expect(faultOf(put((b) => ({ ...b, slip: value })))).toBe(`field "slips[${i}].slip" can't be ${shown}`);
      const twice = { ...standard, slips: [slips[i], slips[i]] };
      expect(faultOf(twice)).toBe(`field "slips[1]" repeats slip "${sort}"`);
      expect(faultOf({ ...least, slips: [slips[i]] })).toBe('field "slips" must be empty at level "least"');
      expect(faultOf({ ...least, drawn: sort })).toBe('field "drawn" belongs to level "standard" only');
    },
  );
  it('refuses a sample that is not an object', () => {
    for (const value of [null, 5, 'x'])
      expect(faultOf({ ...standard, slips: [value] })).toBe('field "slips[0].slip" can\'t be null');
  });
});

it.each([
  ['x'.repeat(61), `"${'x'.repeat(60)}"`],
  ['x'.repeat(60), `"${'x'.repeat(60)}"`],
  ['a"b\nc', '"a\\"b\\nc"'],
  ['\u202eabc', '"\\u202eabc"'],
  ['\u007f\u0085', '"\\u007f\\u0085"'],
  ['\u200e\u2066\u2028', '"\\u200e\\u2066\\u2028"'],
  ['县乡', '"县乡"'],
])('shows the untrusted value %j shortened and without control characters', (value, shown) => {
  expect(faultOf({ ...least, format: value })).toBe(`field "format" can't be ${shown}`);
});
