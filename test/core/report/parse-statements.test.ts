/** What the owner says, chooses and takes away: words offered, studies, settings, the own table. */
import { describe, expect, it } from 'vitest';
import { settingsToRestore } from '../../../src/core/backup/backup-format.ts';
import { canonicalJson } from '../../../src/core/canonical-json.ts';
import type { DaySummary } from '../../../src/core/days/day-summary.ts';
import { fullRecordCsv } from '../../../src/core/days/full-record-csv.ts';
import type { EpochMs } from '../../../src/core/events.ts';
import { pickLanguage } from '../../../src/core/pick-language.ts';
import { restrictSettings } from '../../../src/core/policy.ts';
import { unitKindOf } from '../../../src/core/report/coarse-kinds.ts';
import { padReport, sealedBytes } from '../../../src/core/report/pad-sealed.ts';
import { parseStatements } from '../../../src/core/report/parse-statements.ts';
import { extendDraws, firstDraws } from '../../../src/core/report/random-draws.ts';
import { isAgeKey, parseStudy } from '../../../src/core/report/studies.ts';
import { defaultSettings, hasConsent, isRecording, type Settings } from '../../../src/core/settings.ts';
import { kinds } from '../../../src/data/index.ts';
import { completeDay } from '../../support/complete-backup.ts';

describe('what is said of oneself', () => {
  it.each([
    {},
    { tier: null },
    { tier: 'county', region: 'east', post: 'other', answers: {} },
    { answers: { burden: 1, share: '0-20%', recalled: '80h-', shared: true } },
    { answers: { burden: 5 } },
  ])('%j is taken as it is', (said) => expect(parseStatements(said)).toBe(said));
  it.each([
    [null],
    [undefined],
    ['tier'],
    [5],
    [{ tier: 'village' }],
    [{ region: null }],
    [{ post: '王建国' }],
    [{ name: 'x' }],
    [{ toString: 'x' }],
    [{ tier: 'county', region: 'x' }],
    [{ answers: null }],
    [{ answers: 'x' }],
    [{ answers: { burden: 0 } }],
    [{ answers: { burden: 6 } }],
    [{ answers: { burden: '3' } }],
    [{ answers: { burden: 2.5 } }],
    [{ answers: { share: 'x' } }],
    [{ answers: { recalled: 'x' } }],
    [{ answers: { shared: 1 } }],
    [{ answers: { note: 'x' } }],
    [{ answers: { burden: 3, note: 'x' } }],
  ])('%j is refused', (said) => {
    expect(() => parseStatements(said)).toThrow('Cannot save statements: value is not one of the allowed options');
  });
});

describe('a study', () => {
  const key = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
  it('is read in any order of words', () => {
    expect(parseStudy(`County study ${key} asks=region,post`)).toEqual({
      name: 'County study',
      key,
      asks: ['region', 'post'],
    });
    expect(parseStudy(`  asks=post\n${key.toUpperCase()}   县域\t调查 `)).toEqual({
      name: '县域 调查',
      key,
      asks: ['post'],
    });
    expect(parseStudy(`x ${key}`)).toEqual({ name: 'x', key, asks: [] });
    expect(parseStudy(`x\u200b\u202ey ${key} asks=name`)).toEqual({ name: 'xy', key, asks: [] });
    expect(parseStudy(`page1 ${key}`).name).toBe('page1');
    expect(parseStudy(`${'n'.repeat(70)} ${key}`).name).toBe('n'.repeat(60));
  });
  it.each([
    ['', 'no complete key "age1…" found'],
    ['a study', 'no complete key "age1…" found'],
    [`x ${key.slice(0, -1)}`, 'no complete key "age1…" found'],
    [`x ${key.slice(0, -1)}q`, 'no complete key "age1…" found'],
    [`${'x'.repeat(500)} ${key}`, 'no complete key "age1…" found'],
    [key, 'missing name'],
    [`${key} asks=post`, 'missing name'],
    [`\u200b ${key}`, 'missing name'],
  ])('%s: %s', (text, says) => expect(() => parseStudy(text)).toThrow(`Cannot add study: ${says}`));
  it('a key with any one sign changed is noticed', () => {
    expect(isAgeKey(key)).toBe(true);
    for (let i = 0; i < key.length; i++) {
      const other = key[i] === 'q' ? 'p' : 'q';
      expect(isAgeKey(key.slice(0, i) + other + key.slice(i + 1))).toBe(false);
    }
    for (const odd of [`x${key}`, `${key}x`, `${key}\n`, key.toUpperCase(), ` ${key}`])
      expect(isAgeKey(odd)).toBe(false);
  });
});

describe('settings', () => {
  it('record nothing by default and show everything plainly', () => {
    expect(defaultSettings).toEqual({
      consent: null,
      pausedUntil: null,
      hours: [
        [540, 720],
        [840, 1080],
      ],
      idleMs: 60_000,
      retentionDays: 35,
      backgroundPlay: false,
      record: 'repeats',
      repeatsThisSessionOnly: false,
      language: 'browser',
      appearance: 'system',
      largerText: false,
      hatchesAlways: false,
      discreet: false,
      badge: false,
      quiet: [],
      repeatView: { hidden: [], apart: [], merged: {} },
    });
  });
  const agreed = (pausedUntil: Settings['pausedUntil'], consent: number | null = 1): Settings => ({
    ...defaultSettings,
    consent,
    pausedUntil,
  });
  it.each([
    [null, 1, true],
    [null, null, false],
    [null, 0, false],
    [null, 2, false],
    ['resume', 1, false],
    [999, 1, true],
    [1000, 1, true],
    [1001, 1, false],
    [999, null, false],
  ] as const)('paused until %s with consent %s: recording is %s', (until, consent, expected) => {
    expect(isRecording(agreed(until as Settings['pausedUntil'], consent), 1000 as EpochMs)).toBe(expected);
    expect(hasConsent(agreed(null, consent))).toBe(consent === 1);
  });
  it('a policy for each takes the one that records less', () => {
    const own: Settings = { ...defaultSettings, backgroundPlay: true, pausedUntil: 5 as EpochMs };
    expect(restrictSettings(own, {})).toEqual(own);
    expect(
      restrictSettings(own, {
        recording: 'off',
        record: 'counts',
        retentionDays: 7,
        repeats: 'session-only',
        backgroundPlay: 'off',
      }),
    ).toEqual({
      ...own,
      pausedUntil: 'resume',
      record: 'counts',
      retentionDays: 7,
      repeatsThisSessionOnly: true,
      backgroundPlay: false,
    });
    expect(restrictSettings({ ...own, record: 'time' }, { record: 'counts' }).record).toBe('time');
    expect(restrictSettings({ ...own, record: 'rumour' as never }, {}).record).toBe('time');
  });
  it('a restore takes over what the owner never chose here, and never consent or a pause', () => {
    const theirs: Partial<Settings> = {
      consent: 1,
      pausedUntil: 'resume',
      badge: true,
      language: 'en',
      hours: [[0, 60]],
      idleMs: 60_000,
    };
    expect(settingsToRestore(defaultSettings, theirs)).toEqual({ badge: true, language: 'en', hours: [[0, 60]] });
    expect(settingsToRestore({ ...defaultSettings, language: 'zh-TW', hours: [[5, 6]] }, theirs)).toEqual({
      badge: true,
    });
    expect(settingsToRestore(defaultSettings, defaultSettings)).toEqual({});
    expect(settingsToRestore({ ...defaultSettings, badge: true }, { badge: false })).toEqual({});
  });
});

it('every kind of the catalogue is folded to one that is common', () => {
  const folded = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, unitKindOf(kind)]));
  expect(folded).toMatchObject({
    'party-study': 'study',
    health: 'welfare',
    statistics: 'economy',
    transport: 'land-rural',
    emergency: 'law-emergency',
    'npc-cppcc': 'party-mass',
    'office-oa': 'office',
  });
  expect([unitKindOf('rumour'), unitKindOf('')]).toEqual(['other', 'other']);
});

it('canonical bytes: the same content is the same text', () => {
  const text =
    '{\n  "a": [\n    {\n      "b": null,\n      "c": 1\n    },\n    "x"\n  ],\n  "b": {\n    "a": true,\n    "z": {}\n  },\n  "c": null\n}\n';
  expect(canonicalJson({ c: null, b: { z: {}, a: true }, a: [{ c: 1, b: null }, 'x'] })).toBe(text);
  expect(canonicalJson({ a: [{ b: null, c: 1 }, 'x'], b: { a: true, z: {} }, c: null })).toBe(text);
  expect([canonicalJson(null), canonicalJson([]), canonicalJson(5)]).toEqual(['null\n', '[]\n', '5\n']);
});

describe('the own record as a table', () => {
  const words = {
    mark: 'Self-reported, not "official"',
    columns: ['Day', 'System', 'Kind', 'Purpose', 'Active', 'Watched', 'Entries', 'Sent', 'Acts'],
    selfReported: 'Noted',
    times: 'Times',
    minutes: 'Minutes',
    kind: (kind: string) => `kind ${kind}`,
    purpose: (purpose: string | null) => `for ${purpose}`,
    burden: (burden: string) => `burden ${burden}`,
  };
  /** A reader of such tables (RFC 4180), so that what went in comes out. */
  const read = (csv: string): string[][] => {
    const rows: string[][] = [[]];
    for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
      rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? (plain as string));
      if (end === '\r\n') rows.push([]);
    }
    return rows.slice(0, -1);
  };
  it('one line a day and system, what was self-reported below', () => {
    const csv = fullRecordCsv([completeDay()], words);
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(read(csv.slice(1))).toEqual([
      ['Self-reported, not "official"'],
      words.columns,
      ['2026-03-02', '00112233aabb', 'kind civil-affairs', 'for reporting', '20', '10', '7', '3', '4'],
      ['2026-03-02', 'ccdd44556677', 'kind civil-affairs', 'for null', '7', '2', '7', '3', '4'],
      [''],
      ['Noted'],
      ['Day', '', 'Times', 'Minutes'],
      ['2026-03-02', 'burden chain', '1', '5'],
    ]);
    expect(csv).toContain('"Self-reported, not ""official"""\r\n');
    expect(csv.endsWith('burden chain,1,5\r\n')).toBe(true);
    expect(read(fullRecordCsv([], words).slice(1))).toHaveLength(5);
    expect(read(fullRecordCsv([], { ...words, columns: [] }).slice(1)).at(-1)).toEqual(['', '', 'Times', 'Minutes']);
  });
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['a=1', 'a=1'],
    ['a,b', 'a,b'],
    ['a\nb', 'a\nb'],
    ['a"b', 'a"b'],
    ['a\rb', 'a\rb'],
  ])('no cell is a formula, and what went in comes out: %j', (id, cell) => {
    const day: DaySummary = {
      ...completeDay(),
      systems: completeDay()
        .systems.slice(0, 1)
        .map((s) => ({ ...s, id })),
    };
    const csv = fullRecordCsv([day], words).slice(1);
    expect(read(csv)[2]?.[1]).toBe(cell);
    expect(csv.includes(`"${cell.replaceAll('"', '""')}"`)).toBe(/[",\r\n]/.test(cell));
  });
});

describe('small things that a reader relies on', () => {
  it('a sealed report has one size, up to its last byte', () => {
    for (const length of [0, 1, sealedBytes - 1, sealedBytes]) {
      const text = padReport('x'.repeat(length));
      expect(text).toHaveLength(sealedBytes);
      expect(text.trimEnd()).toBe('x'.repeat(length));
      if (length < sealedBytes) expect(text.endsWith('\n')).toBe(true);
    }
    expect(() => padReport('x'.repeat(sealedBytes + 1))).toThrow('the report is over 2048 bytes');
  });
  it.each([
    ['en', ['zh-TW'], 'en'],
    ['browser', ['fr', 'zh-Hant-HK', 'en'], 'zh-TW'],
    ['browser', ['zh-TW'], 'zh-TW'],
    ['browser', ['zh-HK'], 'zh-TW'],
    ['browser', ['zh-MO'], 'zh-TW'],
    ['browser', ['zh'], 'zh-CN'],
    ['browser', ['zh-Hans-TW', 'en'], 'zh-CN'],
    ['browser', ['EN-us', 'zh'], 'en'],
    ['browser', ['x-zh-tw', 'x-zh', 'x-en', 'en'], 'en'],
    ['browser', ['fr', 'de'], 'zh-CN'],
    ['browser', [], 'zh-CN'],
  ] as const)('language %s of a browser that speaks %j is %s', (chosen, languages, language) => {
    expect(pickLanguage(chosen, languages)).toBe(language);
  });
  it('a month’s first draws know no order yet, and what is new finds its place', () => {
    const asked: number[] = [];
    const draw = (below: number) => {
      asked.push(below);
      return below - 1;
    };
    const first = firstDraws(draw);
    expect(first.orders).toEqual({ unit: [], obligation: [], act: [], phone: [] });
    expect([first.cardId, first.slipId]).toEqual(['f'.repeat(32), 'f'.repeat(32)]);
    expect([first.part, first.questions, first.weight]).toEqual([15, 2, 1023]);
    expect(first.noise.map((n) => n.e)).toEqual([3, 7, 20]);
    asked.length = 0;
    const more = extendDraws(first, { unit: ['a', 'b'], obligation: ['c'], act: [], phone: ['d'] }, draw);
    expect(more).toEqual({ ...first, orders: { unit: ['a', 'b'], obligation: ['c'], act: [], phone: ['d'] } });
    expect(asked).toEqual([1, 2, 1, 1]);
    expect(extendDraws(more, { unit: ['b', 'e'], obligation: [], act: [], phone: [] }, () => 0).orders.unit).toEqual([
      'e',
      'a',
      'b',
    ]);
  });
});
