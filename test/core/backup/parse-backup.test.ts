/** Tests that a complete backup is accepted, and that a file with a wrong field is refused with the field's name. */
import { describe, expect, it } from 'vitest';
import { backupFaultOf } from '../../../src/core/backup/backup-format.ts';
import { retiredDropReasons } from '../../../src/core/backup/backup-schema.ts';
import { parseBackup } from '../../../src/core/backup/parse-backup.ts';
import { purposes } from '../../../src/core/days/day-summary.ts';
import {
  actFeatures,
  burdenForms,
  dropReasons,
  entryWays,
  leadTimes,
  phoneBurdens,
  repeatVerdicts,
  spanSorts,
  submissionOutcomes,
} from '../../../src/core/events.ts';
import { type AnyJson, completeBackup, systemA, systemB } from '../../support/complete-backup.ts';

type Path = readonly (string | number)[];
/** Returns a complete backup in which the value at `path` is replaced. The value `undefined` removes the field. */
function changed(path: Path, value: unknown): AnyJson {
  const file = completeBackup();
  let parent = file;
  for (const step of path.slice(0, -1)) parent = parent[step];
  const field = path.at(-1) as string;
  if (value === undefined) delete parent[field];
  else parent[field] = value;
  return file;
}
/** Returns the message of the error, or `none` when the file is accepted. */
const faultOf = (file: unknown): string => {
  try {
    parseBackup(file);
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};

/** Values that a field accepts, and values that it refuses. */
interface Sort {
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
}
/** Values that every field refuses, unless the field lists them as good. */
const usuallyRefused = [null, undefined, {}, [], 'ä', -1, Number.NaN];
const sort = (good: readonly unknown[], bad: readonly unknown[] = []): Sort => ({
  good,
  bad: [...usuallyRefused.filter((v) => !good.includes(v)), ...bad],
});
const hex = (length: number): Sort =>
  sort(
    ['0123456789abcdef'.slice(0, length)],
    ['', '0123456789abcdef'.slice(1, length), 'g'.repeat(length), `A${'0'.repeat(length - 1)}`].concat([
      `z${'0'.repeat(length)}`,
      `${'0'.repeat(length)}z`,
      '0'.repeat(length + 1),
    ]),
  );
const orNull = ({ good, bad }: Sort): Sort => ({ good: [...good, null], bad: bad.filter((v) => v !== null) });
const absent = ({ good, bad }: Sort): Sort => ({ good: [...good, undefined], bad: bad.filter((v) => v !== undefined) });
const whole = (max: number) => sort([0, 1, max], [max + 1, 0.5, '1', true, Number.POSITIVE_INFINITY]);
const amount = (max: number) => sort([0, 0.5, max], [max + 1, '1', true, Number.POSITIVE_INFINITY]);
const among = (words: readonly string[]) => sort(words, ['', 'nothing', 0, true, [words[0]]]);
const flag = sort([true, false], [0, 1, 'true']);
const words = (length: number) =>
  sort(
    ['a', 'a1-z', `b${'9'.repeat(length - 1)}`],
    ['', '9', 'A', '-a', 'a_b', 'a b', ' a', 'a ', `a${'b'.repeat(length)}`, 5],
  );
/** The values of a field that is an array of at most `max` items. */
const lists = (item: unknown, bad: unknown, max: number): Sort => ({
  good: [[], [item, item], new Array(max).fill(item)],
  bad: [null, undefined, {}, 'ä', item, [bad], [item, bad], new Array(max + 1).fill(item)],
});
const zones = sort(
  ['UTC', 'Asia/Shanghai', 'America/Port-au-Prince', 'Etc/GMT+8'],
  ['', 'Mars/Olympus', ' UTC', 'UTC ', 'UTC\n', `Asia/${'x'.repeat(64)}`, 8, ['UTC']],
);
const days = sort(
  [],
  [
    '2026-02-30',
    '2026-3-02',
    '02026-03-02',
    '2026-03-02T',
    '20260302',
    '2026-03-0',
    '2026-13-01',
    ' 2026-03-02',
    20260302,
    ['2026-03-02'],
  ],
);

const many = whole(1e9);
const ms = amount(86_400_000);
const dayMs = amount(90_000_000);
const largeSum = amount(1e12);

/** Keeps only the refused values, because other accepted values would not match the rest of the file. */
const only = ({ bad }: Sort): Sort => ({ good: [], bad });
const key = only(hex(12));
const at = sort([], [4_102_444_800_001, '1', Number.POSITIVE_INFINITY]);
const portal = orNull(
  sort(['a', '0-1', `a${'0'.repeat(63)}`], ['', '-a', 'A', 'a_b', ' a', 'a ', `a${'0'.repeat(64)}`, 5]),
);
const identity = { sourceId: hex(16), seq: whole(Number.MAX_SAFE_INTEGER), day: days, timeZone: only(zones) };
const rowKinds: Readonly<Record<string, Readonly<Record<string, Sort>>>> = {
  span: {
    of: among(spanSorts),
    start: at,
    end: at,
    system: key,
    tab: sort(['a', 'ä', 't'.repeat(80)], ['', 't'.repeat(81), 'a\nb', 5]),
  },
  idle: { at, state: among(['active', 'idle', 'locked']) },
  entry: {
    at,
    system: key,
    way: among(entryWays.filter((way) => way !== 'script')),
    fieldKind: orNull(words(64)),
    label: orNull(hex(12)),
    eligible: flag,
    repeat: among(repeatVerdicts),
    carried: absent(sort([true], [false, 1])),
    characters: whole(1e7),
    focusMs: ms,
  },
  submission: {
    at,
    system: key,
    outcome: among(submissionOutcomes),
    family: orNull(hex(12)),
    fieldKinds: lists('phone', 'Phone', 1000),
    fields: many,
    eligible: many,
    repeated: many,
    ms,
    nearDuplicate: flag,
  },
  table: { at, sort: among(['paste', 'template', 'import', 'export']), cells: whole(1e7), system: key },
  act: {
    at,
    form: among(burdenForms),
    feature: absent(among(actFeatures)),
    lead: absent(among(leadTimes)),
    count: whole(1000),
    ms,
    system: key,
  },
  login: { at, system: key },
  self: { at, burden: among(phoneBurdens), minutes: orNull(amount(1440)) },
  dropped: { at, reason: among(dropReasons), count: whole(1e6) },
};
const kinds = Object.keys(rowKinds);

/** Checks that the field at `path` accepts the good values and refuses each bad value with the expected message. */
function checkField(path: Path, { good, bad }: Sort, expectedMessage: (value: unknown) => string): void {
  for (const value of good)
    expect([path.join('.'), value, faultOf(changed(path, value))]).toEqual([path.join('.'), value, 'none']);
  for (const value of bad)
    expect([path.join('.'), value, faultOf(changed(path, value))]).toEqual([
      path.join('.'),
      value,
      expectedMessage(value),
    ]);
}
/** Returns the message for a field of a row, system or day. */
const messageFor = (where: string, field: string) => (value: unknown) =>
  `Cannot restore: ${where}: "${field}" is ${value === undefined ? 'missing' : 'malformed'}`;

it('accepts a complete file, and fills in parts that files of the first version did not have', () => {
  expect(parseBackup(completeBackup())).toEqual(completeBackup());
  const { sample, days: _, settings, digests, ...first } = completeBackup();
  expect(parseBackup(first)).toEqual({ ...first, sample: false, days: [], settings: {}, digests: null });
  expect(parseBackup({ ...completeBackup(), sample: true }).sample).toBe(true);
});

describe('rows', () => {
  it.each(kinds)('checks every field of a row of kind %s', (kind) => {
    const index = kinds.indexOf(kind);
    expect(completeBackup().rows[index].kind).toBe(kind);
    for (const [field, sort] of Object.entries({ ...identity, ...rowKinds[kind] }))
      checkField(['rows', index, field], sort, messageFor(`row ${index + 1}`, field));
    expect(faultOf(changed(['rows', index, 'note'], 1))).toBe(`Cannot restore: row ${index + 1}: "note" is unknown`);
    // Every field has a check, and every check belongs to a field.
    const fields = ['kind', ...Object.keys(identity), ...Object.keys(rowKinds[kind] ?? {})];
    expect(Object.keys(completeBackup().rows[index]).sort()).toEqual(fields.sort());
  });

  it.each([
    ['refuses an unknown kind', ['rows', 1, 'kind'], 'rumour', 'row 2: kind "rumour" is unknown'],
    [
      'refuses the name of an inherited property as kind',
      ['rows', 1, 'kind'],
      'constructor',
      'row 2: kind "constructor" is unknown',
    ],
    ['refuses a missing kind', ['rows', 1, 'kind'], undefined, 'row 2: kind "undefined" is unknown'],
    ['refuses a row that is not an object', ['rows', 1], 'idle', 'row 2: kind "undefined" is unknown'],
    [
      'refuses an end before the start',
      ['rows', 0, 'end'],
      Date.parse('2026-03-02T11:59:59Z'),
      'row 1: it ends before it starts',
    ],
    [
      'refuses a system that is not in the file',
      ['rows', 0, 'system'],
      '000000000000',
      'row 1: its system is not in the file',
    ],
    [
      'refuses a row whose day does not match the time of the row',
      ['rows', 1, 'day'],
      '2026-03-03',
      'row 2: its day does not match its time',
    ],
    [
      'refuses a span whose day does not match the time of the span',
      ['rows', 0, 'day'],
      '2026-03-01',
      'row 1: its day does not match its time',
    ],
    [
      'refuses a row whose day is wrong in the time zone of the row',
      ['rows', 1, 'timeZone'],
      'Pacific/Kiritimati',
      'row 2: its day does not match its time',
    ],
    ['refuses a duplicate row', ['rows', 1, 'seq'], 20, 'row 2 appears twice'],
  ] as [string, Path, unknown, string][])('%s', (_name, path, value, message) => {
    expect(faultOf(changed(path, value))).toBe(`Cannot restore: ${message}`);
  });

  it('refuses an entry by a script', () => {
    expect(faultOf(changed(['rows', 2, 'way'], 'script'))).toBe('Cannot restore: row 3: "way" is malformed');
  });

  it('accepts a span of length zero, an equal `seq` of another source, and the latest possible day', () => {
    expect(faultOf(changed(['rows', 0, 'end'], completeBackup().rows[0].start))).toBe('none');
    const other = completeBackup();
    other.rows[1].seq = 20;
    other.rows[1].sourceId = '0000000000000000';
    expect(faultOf(other)).toBe('none');
    const latest = completeBackup();
    Object.assign(latest.rows[1], { day: '2100-01-01', at: 4_102_444_800_000 });
    expect(faultOf(latest)).toBe('none');
  });

  it('accepts each valid time zone again after an invalid one was refused', () => {
    for (const timeZone of zones.good as string[])
      for (const _ of [1, 2]) {
        const file = completeBackup();
        const noon = Date.parse('2026-03-02T12:00:00Z');
        const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(noon);
        Object.assign(file.rows[1], { timeZone, day });
        expect(faultOf(file)).toBe('none');
        expect(faultOf(changed(['rows', 1, 'timeZone'], 'Mars/Olympus'))).toContain('"timeZone" is malformed');
      }
  });
});

describe('systems', () => {
  const long = `${'a.'.repeat(127)}gov.cn`;
  const hosts = sort(
    [
      'localhost',
      '10.0.0.1',
      '10.0.0.1:8080',
      'a_b.gov.cn',
      '_a.cn',
      'a-b.gov.cn:1',
      'x.gov.cn.',
      '[::1]',
      '[fe80::1:2]:65535',
      long,
    ],
    [
      '',
      'A.cn',
      'a.cn/',
      'a b',
      '-a.cn',
      'a-.cn',
      'a.cn:',
      'a.cn:123456',
      'a.cn:x',
      // The check must be fast for long hosts, so that no file can block the worker.
      `${'a'.repeat(250)}!`,
      `${'a-'.repeat(125)}!`,
      '[::1',
      '::1]',
      '[g]',
      '[]',
      '[::1]:',
      '[::1]:x',
      ' a.cn',
      '/[::1]',
      '[::1]/',
      '[::1]:123456',
      '.',
      'a..cn',
      `aaaaaaaaaa${long}`,
      5,
    ],
  );
  it.each([
    ['key', key],
    ['host', hosts],
    ['catalogueId', portal],
    ['kind', words(64)],
    ['purpose', orNull(among(purposes))],
    ['exempt', flag],
  ])('checks field %s of a system', (field, sort) => {
    checkField(['systems', 0, field], sort, messageFor('system 1', field));
  });

  it('refuses duplicate systems, values that are not objects, and unknown fields', () => {
    expect(faultOf(changed(['systems', 1, 'key'], systemA))).toBe('Cannot restore: system 2 appears twice');
    expect(faultOf(changed(['systems', 1, 'host'], 'mzt.gansu.gov.cn'))).toBe('Cannot restore: system 2 appears twice');
    expect(faultOf(changed(['systems', 0], 7))).toBe('Cannot restore: system 1: not an object');
    expect(faultOf(changed(['systems', 0], null))).toBe('Cannot restore: system 1: not an object');
    expect(faultOf(changed(['systems', 0], []))).toBe('Cannot restore: system 1: not an object');
    expect(faultOf(changed(['systems', 0, 'note'], 1))).toBe('Cannot restore: system 1: "note" is unknown');
  });
});

describe('sealed days', () => {
  const sealed = ['days', 0, 'sealed', 0];
  it.each([
    ['sourceId', hex(16)],
    ['through', whole(Number.MAX_SAFE_INTEGER)],
    ['rows', whole(1e7)],
    ['by', sort(['1', '~'.repeat(200), ' '], ['', '1\n', '年', '~'.repeat(201), 5])],
    ['own', sort([], [5])],
    ['exported', sort([null], [5])],
    ['repeats', sort([[]], [5])],
  ] as [string, Sort][])('checks field %s of a sealed part', (field, sort) => {
    checkField(
      [...sealed, field],
      { ...sort, bad: sort.bad.filter((v) => !isRefusedElsewhere(field, v)) },
      messageFor('day 1', field),
    );
  });
  /** Whether the error message about this value names another field. */
  const isRefusedElsewhere = (field: string, value: unknown) =>
    // For an empty object the message names the first missing field.
    (field !== 'repeats' && JSON.stringify(value) === '{}') || (field === 'repeats' && JSON.stringify(value) === '[]');

  const line = [...sealed, 'repeats', 0];
  it.each([
    ['fieldKind', orNull(words(64))],
    ['label', orNull(hex(12))],
    ['entries', many],
    ['repeatSameSystem', many],
    ['repeatOtherSystem', many],
    ['systems', lists(systemA, 'x', 5000)],
    ['lastWeek', whole(50_000)],
    ['focusMs', largeSum],
  ] as [string, Sort][])('checks field %s of the repeats of a sealed part', (field, sort) => {
    checkField([...line, field], sort, () => 'Cannot restore: day 1: "repeats" is malformed');
  });

  const figures = (part: string, sorts: Readonly<Record<string, Sort>>, ...more: Path) =>
    Object.entries(sorts).map(([field, sort]) => [part, field, [...more, field], sort] as const);
  const each = (names: string, sort: Sort) => Object.fromEntries(names.split(' ').map((name) => [name, sort]));
  const inDay: readonly (readonly [string, string, Path, Sort])[] = [
    ...figures('', {
      day: days,
      timeZone: zones,
      definitionsVersion: whole(1000),
      attentionMs: dayMs,
      afterHoursMs: dayMs,
      standardAfterHoursMs: dayMs,
    }),
    ...figures(
      'systems',
      {
        id: key,
        catalogueId: portal,
        kind: words(64),
        purpose: orNull(among(purposes)),
        ...each('activeMs watchingMs unattendedMs backgroundPlayMs', dayMs),
        ...each('visits entries submissions acts', many),
      },
      'systems',
      1,
    ),
    ...figures(
      'quarterHours',
      {
        start: sort([0, 15, 1425, 1500], [1, 14, 1515, '15', 7.5]),
        system: key,
        ...each('activeMs watchingMs afterHoursMs', amount(900_000)),
      },
      'quarterHours',
      1,
    ),
    ...figures(
      'entries',
      {
        ...each('total eligible repeatSameSystem repeatOtherSystem pasted carried', many),
        ...each('focusMs repeatFocusMs retypedCharacters', largeSum),
      },
      'entries',
    ),
    ...figures(
      'submissions',
      { ...each('total failed drafts nearDuplicate', many), ...each('ms repeatMs', largeSum) },
      'submissions',
    ),
    ...figures(
      'families',
      { id: hex(12), systems: lists(systemB, 'x', 5000), submissions: many, ms: largeSum },
      'families',
      1,
    ),
    ...figures(
      'fieldKinds',
      { kind: words(64), systems: lists(systemB, 'x', 5000), entries: many, repeats: many },
      'fieldKinds',
      1,
    ),
    ...figures('tables', { ...each('pastes exports imports roundTrips', many), cells: largeSum }, 'tables'),
    ...figures('acts', { count: many, ms: largeSum }, 'acts', 'check-in'),
    ...figures(
      'features',
      { system: key, form: among(burdenForms), feature: among([...actFeatures, 'media']), count: many, ms: largeSum },
      'features',
      0,
    ),
    ...figures('leadTimes', { 'same-day': absent(many) }, 'leadTimes'),
    ...figures('fragmentation', each('systems switches logins', many), 'fragmentation'),
    ...figures('selfReported', { count: many, minutes: amount(1e9) }, 'selfReported', 'chain'),
    ...figures('dropped', { overlap: absent(many) }, 'dropped'),
  ];
  it.each(inDay)('checks the figure %s %s in both summaries of a sealed part', (part, field, path, sort) => {
    for (const summary of ['own', 'exported'])
      checkField([...sealed, summary, ...path], sort, (value) =>
        messageFor('day 1', part || field)(part === '' ? value : 0),
      );
  });

  it.each([
    ...['acts', 'leadTimes', 'selfReported', 'dropped', 'systems', 'quarterHours', 'entries', 'tables', 'families'].map(
      (part) => [`refuses text in place of ${part}`, [...sealed, 'own', part], 'x', `day 1: "${part}" is malformed`],
    ),
    [
      'refuses an unknown burden form',
      [...sealed, 'own', 'acts', 'rumour'],
      { count: 1, ms: 1 },
      'day 1: "acts" is malformed',
    ],
    ['refuses an unknown lead time', [...sealed, 'own', 'leadTimes', 'rumour'], 1, 'day 1: "leadTimes" is malformed'],
    ['refuses an unknown dropped reason', [...sealed, 'own', 'dropped', 'rumour'], 1, 'day 1: "dropped" is malformed'],
    [
      'refuses an unknown key among figures',
      [...sealed, 'own', 'entries', 'rumour'],
      1,
      'day 1: "entries" is malformed',
    ],
    ['refuses an unknown figure', [...sealed, 'own', 'rumour'], 1, 'day 1: "rumour" is unknown'],
    ['refuses an unknown field of a part', [...sealed, 'rumour'], 1, 'day 1: "rumour" is unknown'],
    ['refuses a summary of another day', [...sealed, 'own', 'day'], '2026-03-03', 'day 1: a summary is of another day'],
    [
      'refuses an exported summary of another day',
      [...sealed, 'exported', 'day'],
      '2026-03-03',
      'day 1: a summary is of another day',
    ],
    ['refuses a day that is not an object', ['days', 0], 7, 'day 1: not an object'],
    ['refuses a day without parts', ['days', 0, 'sealed'], undefined, 'day 1: "sealed" is missing'],
    ['refuses a part that is not an object', ['days', 0, 'sealed'], [7], 'day 1: "sealed" is malformed'],
    ['refuses a malformed date', ['days', 0, 'day'], 'today', 'day 1: "day" is malformed'],
    ['refuses an unknown field of a day', ['days', 0, 'note'], 1, 'day 1: "note" is unknown'],
    ...(['systems.0.id', 'quarterHours.0.system', 'families.0.systems.0', 'fieldKinds.0.systems.0'] as const).map(
      (path) => [
        `refuses an unknown system in ${path}`,
        [...sealed, 'own', ...path.split('.')],
        '000000000000',
        'day 1: a system is not in the file',
      ],
    ),
    [
      'refuses an unknown system in the repeats of a sealed part',
      [...line, 'systems', 1],
      '000000000000',
      'day 1: a system is not in the file',
    ],
  ] as [string, Path, unknown, string][])('%s', (_name, path, value, message) => {
    expect(faultOf(changed(path, value))).toBe(`Cannot restore: ${message}`);
  });

  it('refuses duplicate days; accepts days without fields of later versions and without an exported summary', () => {
    const twice = completeBackup();
    twice.days.push(structuredClone(twice.days[0]));
    expect(faultOf(twice)).toBe('Cannot restore: day 2 appears twice');
    expect(faultOf(changed([...sealed, 'own', 'features'], undefined))).toBe('none');
    expect(faultOf(changed([...sealed, 'own', 'leadTimes'], undefined))).toBe('none');
    expect(faultOf(changed([...sealed, 'exported'], null))).toBe('none');
    const withoutExported = changed([...sealed, 'exported'], null);
    withoutExported.days[0].sealed[0].own.day = '2026-03-03';
    expect(faultOf(withoutExported)).toBe('Cannot restore: day 1: a summary is of another day');
    expect(faultOf(changed(['days', 0, 'sealed'], []))).toBe('none');
  });
});

describe('settings', () => {
  const listOf = (item: unknown, bad: unknown) => lists(item, bad, 1000);
  const hours: Sort = {
    good: [
      [],
      [[0, 1440]],
      [
        [0, 1],
        [1, 2],
      ],
      Array.from({ length: 12 }, (_, i) => [i * 2, i * 2 + 1]),
    ],
    bad: [
      null,
      {},
      'ä',
      5,
      [5],
      [[]],
      [[1]],
      [[1, 2, 3]],
      [[2, 1]],
      [[1, 1]],
      [[-1, 1]],
      [[0, 1441]],
      [[0.5, 2]],
      [['0', 1]],
      [
        [0, 5],
        [4, 6],
      ],
      [
        [5, 6],
        [0, 1],
      ],
      [{ length: 2 }],
      Array.from({ length: 13 }, (_, i) => [i * 2, i * 2 + 1]),
    ],
  };
  it.each([
    ['consent', orNull(whole(1000))],
    ['pausedUntil', sort([null, 'resume', 0, 4_102_444_800_000], ['', 4_102_444_800_001])],
    ['hours', hours],
    ['quiet', hours],
    ['idleMs', sort([60_000, 120_000, 300_000], [0, 1, 60_001, '60000'])],
    ['retentionDays', sort([7, 35, 100], [0, 8, '7'])],
    ...['backgroundPlay', 'repeatsThisSessionOnly', 'largerText', 'hatchesAlways', 'discreet', 'badge'].map((f) => [
      f,
      flag,
    ]),
    ['record', among(['time', 'counts', 'repeats'])],
    ['language', among(['zh-CN', 'zh-TW', 'en', 'browser'])],
    ['appearance', among(['light', 'dark', 'system'])],
  ] as [string, Sort][])('checks setting %s, which may be absent', (field, sort) => {
    checkField(['settings', field], absent(sort), messageFor('settings', field));
  });

  it.each([
    ['hidden', listOf('phone', 'Phone')],
    ['apart', listOf('label 0123456789ab', 'label 0123456789')],
    [
      'merged',
      {
        good: [
          {},
          { 'label 0123456789ab': 'a'.repeat(40) },
          Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`label ${String(i).padStart(12, '0')}`, 'a'])),
        ],
        bad: [
          null,
          undefined,
          [],
          'ä',
          { A: 'a' },
          { a: 'A' },
          { a: 5 },
          { a: '' },
          { a: 'a'.repeat(41) },
          { a: ' b' },
          { a: 'b ' },
          { a: 'xlabel 0123456789ab' },
          { a: 'label 0123456789abc' },
          Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`label ${String(i).padStart(12, '0')}`, 'a'])),
        ],
      },
    ],
  ] as [string, Sort][])('checks field %s of the view of repeats', (field, sort) => {
    checkField(['settings', 'repeatView', field], sort, () => messageFor('settings', 'repeatView')(0));
  });

  it('refuses an unknown setting', () => {
    expect(faultOf(changed(['settings', 'rumour'], 1))).toBe('Cannot restore: settings: "rumour" is unknown');
    expect(faultOf(changed(['settings'], 7))).toBe('Cannot restore: settings: not an object');
  });
});

describe('digests', () => {
  const bytes = (length: number) => new Array(length).fill(0);
  it.each([
    [
      'digest',
      sort(
        ['1 a aaaaaa', '123456 credit-code 012345', `1 ${'a'.repeat(20)} abcdef`],
        [
          '',
          '1234567 a 012345',
          '1  012345',
          '1 A 012345',
          '1 a 01234',
          '1 a 0123456',
          '1 a 01234g',
          'x1 a 012345',
          '1 a 012345x',
          ` 1 a 012345`,
          `1 ${'a'.repeat(21)} 012345`,
          ' a 012345',
          5,
        ],
      ),
    ],
    ['systems', lists(systemA, 'x', 5000)],
    ['week', whole(50_000)],
  ] as [string, Sort][])('checks field %s of a digest', (field, sort) => {
    checkField(['digests', 'rows', 0, field], sort, messageFor('digest 1', field));
  });

  it.each([
    ['one byte too many', 'labels', bytes(65)],
    ['one byte too few', 'labels', bytes(15)],
    ['a number over 255', 'labels', [...bytes(15), 256]],
    ['a fraction', 'labels', [...bytes(15), 0.5]],
    ['text as its value', 'labels', 'x'.repeat(32)],
    ['an unknown name', 'values', bytes(32)],
    ['a letter before its name', 'xlabels', bytes(32)],
    ['a letter after its name', 'labelsx', bytes(32)],
    ['a word before its name', 'x values 1', bytes(32)],
    ['a letter after its epoch', 'values 1x', bytes(32)],
    ['an empty epoch', 'values ', bytes(32)],
    ['an epoch of seven digits', 'values 1234567', bytes(32)],
  ])('refuses a key with %s', (_name, id, value) => {
    expect(faultOf(changed(['digests', 'keys', id], value))).toBe(`Cannot restore: digests: key "${id}" is malformed`);
  });

  it('accepts keys of 16 to 64 bytes', () => {
    expect(faultOf(changed(['digests', 'keys', 'values 123456'], bytes(64)))).toBe('none');
    expect(faultOf(changed(['digests', 'keys', 'values 1'], bytes(16)))).toBe('none');
  });

  it.each([
    [['digests', 'rows', 0, 'systems'], ['000000000000'], 'digest 1: a system is not in the file'],
    [['digests', 'rows', 0, 'systems'], [systemA, '000000000000'], 'digest 1: a system is not in the file'],
    [['digests', 'rows', 0], 7, 'digests: "rows" is malformed'],
    [['digests', 'rows'], 7, 'digests: "rows" is malformed'],
    [['digests', 'rows'], undefined, 'digests: "rows" is missing'],
    [['digests', 'keys'], [], 'digests: "keys" is malformed'],
    [['digests', 'keys'], undefined, 'digests: "keys" is missing'],
    [['digests', 'note'], 1, 'digests: "note" is unknown'],
    [['digests', 'rows', 0, 'note'], 1, 'digest 1: "note" is unknown'],
    [['digests'], 7, 'digests: not an object'],
  ] as [Path, unknown, string][])('at path %j, refuses %j: %s', (path, value, message) => {
    expect(faultOf(changed(path, value))).toBe(`Cannot restore: ${message}`);
  });
});

describe('the file as a whole', () => {
  it.each([
    ['refuses null', null, 'not a backup of a ledger'],
    ['refuses text', 'x', 'not a backup of a ledger'],
    ['refuses an array', [], 'not a backup of a ledger'],
    ['refuses another format', changed(['format'], 'x'), 'not a backup of a ledger'],
    ['refuses a later version', changed(['version'], 2), 'version "2" is newer than this extension can read'],
    ['refuses an earlier version', changed(['version'], 0), 'version "0" is unknown'],
    ['refuses version 1 as text', changed(['version'], '1'), 'version "1" is unknown'],
    ['refuses a later version as text', changed(['version'], '2'), 'version "2" is unknown'],
    ['refuses a missing version', changed(['version'], undefined), 'version "undefined" is unknown'],
    ['refuses an unknown part', changed(['rumour'], 1), 'part "rumour" is unknown'],
    ['shortens the long name of an unknown part', changed(['x'.repeat(41)], 1), `part "${'x'.repeat(40)}…" is unknown`],
    ['shows a name of 40 characters in full', changed(['x'.repeat(40)], 1), `part "${'x'.repeat(40)}" is unknown`],
    ['refuses missing rows', changed(['rows'], undefined), 'rows or systems are missing'],
    ['refuses missing systems', changed(['systems'], undefined), 'rows or systems are missing'],
    ['refuses rows that are not an array', changed(['rows'], { length: 0 }), 'rows or systems are missing'],
    ['refuses days that are not an array', changed(['days'], {}), 'days are malformed'],
    ['refuses a malformed sample flag', changed(['sample'], 1), '"sample" is malformed'],
    ['refuses too many rows', changed(['rows'], new Array(500_001)), '500001 rows are more than a ledger can have'],
    ['refuses too many systems', changed(['systems'], new Array(5001)), '5001 systems are more than a ledger can have'],
    ['refuses too many days', changed(['days'], new Array(40_001)), '40001 days are more than a ledger can have'],
    ['refuses too many digests', changed(['digests', 'rows'], new Array(200_001)), 'digests: "rows" is malformed'],
  ])('%s', (_name, file, message) => {
    expect(faultOf(file)).toBe(`Cannot restore: ${message}`);
  });

  it('leaves out reasons for dropped measurements that no current version writes', () => {
    const file = completeBackup();
    const rows = file.rows.length;
    for (const [i, reason] of retiredDropReasons.entries())
      file.rows.push({ ...file.rows[rows - 1], seq: 900 + i, kind: 'dropped', reason });
    file.days[0].sealed[0].own.dropped = { overlap: 1, paused: 2, storage: 3 };
    file.days[0].sealed[0].exported.dropped = { unresolved: 1 };
    const backup = parseBackup(file);
    expect(backup.rows).toEqual(completeBackup().rows);
    expect(backup.days[0]?.sealed[0]?.own.dropped).toEqual({ overlap: 1 });
    expect(backup.days[0]?.sealed[0]?.exported?.dropped).toEqual({});
  });
  it('accepts the largest number of systems', () => {
    const file = completeBackup();
    const more = Array.from({ length: 4998 }, (_, i) => ({
      ...file.systems[0],
      key: i.toString(16).padStart(12, '0'),
      host: `h${i}.cn`,
    }));
    expect(faultOf({ ...file, systems: [...file.systems, ...more] })).toBe('none');
  });
});

describe('backupFaultOf', () => {
  it.each([
    ['another format', { format: 'x' }, 'foreign'],
    ['a newer version', changed(['version'], 2), 'newer'],
    ['an unknown version', changed(['version'], 0), 'malformed'],
  ])('recognises the fault of a file with %s by the error message', (_name, value, fault) => {
    expect(() => parseBackup(value)).toThrow();
    try {
      parseBackup(value);
    } catch (error) {
      expect(backupFaultOf((error as Error).message)).toBe(fault);
    }
  });
});
