/** A month's figures, the report made of them, its lines, its table and its risk. docs/privacy-model.md */
import { describe, expect, it } from 'vitest';
import type { DaySummary, SystemDay } from '../../../src/core/days/day-summary.ts';
import { changeBandOf } from '../../../src/core/report/bucket-of.ts';
import { buildReport, type OwnerStatements, type ReportInput } from '../../../src/core/report/build-report.ts';
import { candidatesOf, type MonthFigures, monthFigures } from '../../../src/core/report/month-figures.ts';
import { checkMonthReport } from '../../../src/core/report/parse-report.ts';
import type { MonthDraws } from '../../../src/core/report/random-draws.ts';
import { afterHoursChannel, attentionChannel, drawNoisy } from '../../../src/core/report/randomized-response.ts';
import { assessRisk, shareAlike } from '../../../src/core/report/reidentification-risk.ts';
import { reportCsv } from '../../../src/core/report/report-csv.ts';
import type { CoarseReport, MonthReport, NoisyReport } from '../../../src/core/report/report-format.ts';
import { reportLines, withoutReportLines } from '../../../src/core/report/report-lines.ts';
import { completeDay } from '../../support/complete-backup.ts';

const h = 3_600_000;
const cardId = 'ab'.repeat(16);
const slipId = 'cd'.repeat(16);
const draws: MonthDraws = {
  cardId,
  slipId,
  part: 0,
  questions: 0,
  orders: {
    unit: ['study', 'welfare'],
    obligation: ['gone', 'family1'],
    act: ['ranking', 'check-in'],
    phone: ['chain'],
  },
  weight: 0,
  noise: [
    { e: 3, attention: 0, afterHours: 0 },
    { e: 7, attention: 5, afterHours: 9 },
    { e: 20, attention: 60, afterHours: 2 },
  ],
};
const figures: MonthFigures = {
  days: 12,
  attentionMs: 30 * h,
  afterHoursMs: 3 * h,
  eligible: 100,
  repeated: 40,
  units: new Map([
    ['welfare', { attentionMs: 12 * h }],
    ['office', { attentionMs: 1 }],
  ]),
  families: new Map([['family1', { systems: new Set(['a', 'b']), submissions: 6, ms: 60 * 60_000 }]]),
  acts: new Map([['check-in', 25]]),
  phone: new Map([['chain', 4]]),
};
const input = (change: Partial<ReportInput> = {}): ReportInput => ({
  month: '2026-03',
  level: 'standard',
  e: 7,
  partial: false,
  catalogueVersion: 3,
  figures,
  ledgerAgeDays: 35,
  lastAttentionMs: null,
  statements: {},
  draws,
  ...change,
});
const head = {
  format: 'fingertip-ledger-month-report',
  schemaVersion: 1,
  definitionsVersion: 1,
  month: '2026-03',
  partial: false,
};
const part = (n: number, change: Partial<ReportInput> = {}) =>
  buildReport(input({ ...change, draws: { ...draws, part: n, ...change.draws } })) as CoarseReport;
const cardWith = (change: Partial<MonthFigures>, more: Partial<ReportInput> = {}) =>
  (buildReport(input({ level: 'least', figures: { ...figures, ...change }, ...more })) as CoarseReport).card;

describe('a report', () => {
  it('least: the whole card, no slips', () => {
    const report = buildReport(
      input({ level: 'least', partial: true, statements: { tier: 'county', region: 'east', post: 'other' } }),
    );
    expect(report).toEqual({
      ...head,
      partial: true,
      level: 'least',
      card: {
        id: cardId,
        catalogueVersion: 3,
        tier: 'county',
        coverage: '10- days',
        attention: '20-40h',
        afterHours: '1-5h',
        repeatShare: '30-60%',
        region: 'east',
        post: 'other',
      },
      slips: [],
    });
    expect(cardWith({})).not.toHaveProperty('region');
    expect(cardWith({})).not.toHaveProperty('post');
    expect(cardWith({}).tier).toBeNull();
  });

  it.each([
    [0, '0-5h'],
    [4.999, '0-5h'],
    [5, '5-10h'],
    [10, '10-20h'],
    [20, '20-40h'],
    [39.9, '20-40h'],
    [40, '40-80h'],
    [80, '80h-'],
  ])('%d hours of attention are %s', (hours, bucket) =>
    expect(cardWith({ attentionMs: hours * h }).attention).toBe(bucket),
  );
  it.each([
    [0, '0-1h'],
    [0.99, '0-1h'],
    [1, '1-5h'],
    [5, '5-20h'],
    [20, '20h-'],
  ])('%d hours after hours are %s', (hours, bucket) =>
    expect(cardWith({ afterHoursMs: hours * h }).afterHours).toBe(bucket),
  );
  it.each([
    [0, '0-10%'],
    [9, '0-10%'],
    [10, '10-30%'],
    [30, '30-60%'],
    [60, '60%-'],
    [100, '60%-'],
  ])('%d of 100 repeated are %s', (repeated, bucket) => expect(cardWith({ repeated }).repeatShare).toBe(bucket));
  it('withholds the share of a young ledger and of nothing', () => {
    expect(cardWith({}, { ledgerAgeDays: 34 }).repeatShare).toBe('withheld');
    expect(cardWith({ eligible: 0, repeated: 0 }).repeatShare).toBe('withheld');
    expect([cardWith({ days: 9 }).coverage, cardWith({ days: 10 }).coverage]).toEqual(['1-9 days', '10- days']);
  });

  it('standard: the overview without the tier, and no slip', () => {
    const { tier: _, ...card } = cardWith({}, { statements: { region: 'east' } });
    for (const n of [0, 3])
      expect(part(n, { statements: { tier: 'county', region: 'east' } })).toEqual({
        ...head,
        level: 'standard',
        drawn: 'overview',
        card,
        slips: [],
      });
  });
  it.each<[string, number, object]>([
    ['unit', 4, { slip: 'unit', weight: 8, kind: 'welfare', attention: '10-20h' }],
    ['obligation', 8, { slip: 'obligation', weight: 8, frequency: '5-19', minutes: '5-15min', systems: '2' }],
    ['act', 10, { slip: 'act', weight: 8, form: 'check-in', count: '20-99' }],
    ['phone', 12, { slip: 'phone', weight: 8, burden: 'chain', count: '1-4' }],
  ])('standard: one %s, the first of the order that the month has, and nothing of the card', (drawn, n, slip) => {
    const report = part(n);
    expect(report).toEqual({
      ...head,
      level: 'standard',
      drawn,
      card: { id: cardId },
      slips: [{ id: slipId, month: '2026-03', ...slip }],
    });
    expect(checkMonthReport(report)).toBe(report);
  });
  it('a part that the month has nothing of is empty', () => {
    const none: MonthFigures = { ...figures, units: new Map(), families: new Map(), acts: new Map(), phone: new Map() };
    for (const n of [4, 8, 10, 12]) expect(part(n, { figures: none }).slips).toEqual([]);
    // What was never drawn into the order isn't shown either.
    expect(part(4, { draws: { ...draws, part: 4, orders: { ...draws.orders, unit: [] } } }).slips).toEqual([]);
  });
  it('stands for as many as it was drawn from, by the chance of its part', () => {
    const three = new Map([...figures.units, ['study', { attentionMs: 1 }] as const]);
    const weight = (n: number, change: Partial<MonthDraws>) =>
      (
        part(n, { figures: { ...figures, units: three }, draws: { ...draws, part: n, ...change } }).slips[0] as {
          weight: number;
        }
      ).weight;
    expect([weight(4, { weight: 0 }), weight(4, { weight: 1 })]).toEqual([16, 8]);
    expect([weight(8, { weight: 0 }), weight(12, { weight: 7 })]).toEqual([8, 8]);
  });
  it.each([
    [1, '0-5min'],
    [4.9, '0-5min'],
    [5, '5-15min'],
    [15, '15-60min'],
    [60, '60min-'],
  ])('%d minutes a submission are %s', (minutes, bucket) => {
    const family = { systems: new Set(['a']), submissions: 2, ms: minutes * 120_000 };
    expect(part(8, { figures: { ...figures, families: new Map([['family1', family]]) } }).slips).toMatchObject([
      { minutes: bucket, systems: '1', frequency: '1-4' },
    ]);
  });
  it.each([
    [1, '1-4', '1'],
    [4, '1-4', '3-'],
    [5, '5-19', '3-'],
    [20, '20-99', '3-'],
    [100, '100-', '3-'],
  ])('%d are %s', (n, bucket, systems) => {
    const family = { systems: new Set(Array.from({ length: n }, (_, i) => `${i}`)), submissions: n, ms: 1 };
    const many = {
      ...figures,
      families: new Map([['family1', family]]),
      acts: new Map([['check-in', n]]),
      phone: new Map([['chain', n]]),
    };
    expect(part(8, { figures: many }).slips).toMatchObject([{ frequency: bucket, systems }]);
    expect(part(10, { figures: many }).slips).toMatchObject([{ count: bucket }]);
    expect(part(12, { figures: many }).slips).toMatchObject([{ count: bucket }]);
  });

  const answers: OwnerStatements['answers'] = { burden: 4, share: '20-40%', recalled: '5-10h', shared: false };
  const asked = (questions: number, change: Partial<ReportInput>) =>
    part(14, { ...change, draws: { ...draws, part: 14, questions } }).slips;
  const slip = { id: slipId, month: '2026-03', slip: 'answers' };
  it('standard: answers of one group, those that were given', () => {
    const said = { answers };
    expect(asked(0, { statements: said })).toEqual([{ ...slip, burden: 4, share: '20-40%' }]);
    expect(asked(1, { statements: said })).toEqual([{ ...slip, recalled: '5-10h', shared: false }]);
    expect(asked(1, { statements: { answers: { shared: true } } })).toEqual([{ ...slip, shared: true }]);
    expect(asked(2, { statements: said, lastAttentionMs: 15 * h })).toEqual([{ ...slip, change: 'much-more' }]);
    expect(asked(2, { statements: said })).toEqual([]);
    expect(asked(0, {})).toEqual([]);
    expect(asked(0, { lastAttentionMs: 1 })).toEqual([]);
    expect(asked(9, { statements: said })).toEqual([]);
    expect(part(15, { statements: said }).drawn).toBe('answers');
  });
  it.each([
    [0, 100, 'much-less'],
    [49, 100, 'much-less'],
    [50, 100, 'less'],
    [79, 100, 'less'],
    [80, 100, 'same'],
    [124, 100, 'same'],
    [125, 100, 'more'],
    [199, 100, 'more'],
    [200, 100, 'much-more'],
    [5, 0, 'much-more'],
    [0, 0, 'much-less'],
    [1, 0, 'same'],
  ])('%d against %d is %s', (ms, last, band) => expect(changeBandOf(ms, last)).toBe(band));

  it('noisy: outputs of the channels at the true steps and the stored draws', () => {
    const noisy = (e: 3 | 7 | 20, change: Partial<MonthFigures> = {}) =>
      buildReport(
        input({ level: 'noisy', e, figures: { ...figures, ...change }, statements: { tier: 'county' } }),
      ) as NoisyReport;
    const expected = (attention: number, afterHours: number) => ({
      id: cardId,
      catalogueVersion: 3,
      tier: 'county',
      e: 20,
      attention: drawNoisy(attentionChannel(20), attention, () => 60),
      afterHours: drawNoisy(afterHoursChannel(20), afterHours, () => 2),
    });
    const report = noisy(20, { attentionMs: 0, afterHoursMs: 0 });
    expect(report).toEqual({ ...head, level: 'noisy', card: expected(0, 0), slips: [] });
    // Whatever there was, it is one of the channel's inputs.
    const { inputs } = attentionChannel(20);
    const most = { attentionMs: 10_000 * h, afterHoursMs: 10_000 * h };
    expect(noisy(20, most).card).toEqual(expected(inputs - 1, afterHoursChannel(20).inputs - 1));
    // 30 hours in steps of 5, 3 hours in steps of 2.
    expect(noisy(20).card).toEqual(expected(6, 1));
    for (const e of [3, 7, 20] as const) expect(checkMonthReport(noisy(e))).toMatchObject({ card: { e } });
    expect(buildReport(input({ level: 'noisy' })).card).toHaveProperty('tier', null);
    expect(() => buildReport(input({ level: 'noisy', draws: { ...draws, noise: [] } }))).toThrow('no draw for e = "7"');
  });
});

describe('the figures of a month', () => {
  const system = (change: Partial<SystemDay>): SystemDay => ({ ...(completeDay().systems[0] as SystemDay), ...change });
  const day: DaySummary = {
    ...completeDay(),
    systems: [
      system({ kind: 'civil-affairs', activeMs: 5, watchingMs: 2 }),
      system({ kind: 'health', activeMs: 10, watchingMs: 0, purpose: null }),
      system({ kind: 'party-study', activeMs: 100, watchingMs: 0, purpose: 'personal' }),
      system({ kind: 'justice-politics-law', activeMs: 0, watchingMs: 0 }),
      system({ kind: 'nobody-knows', activeMs: 0, watchingMs: 1 }),
    ],
  };
  it('are sums over its days; what is personal and what had no attention is no unit', () => {
    const found = monthFigures([day, day]);
    expect(found).toEqual({
      days: 2,
      attentionMs: 4_600_000,
      afterHoursMs: 1_800_000,
      eligible: 18,
      repeated: 10,
      units: new Map([
        ['welfare', { attentionMs: 34 }],
        ['other', { attentionMs: 2 }],
      ]),
      families: new Map([
        ['aaaaaaaaaaaa', { systems: new Set(['00112233aabb', 'ccdd44556677']), submissions: 4, ms: 80_000 }],
        ['bbbbbbbbbbbb', { systems: new Set(['00112233aabb']), submissions: 2, ms: 40_000 }],
      ]),
      acts: new Map([
        ['photo-proof', 4],
        ['check-in', 6],
      ]),
      phone: new Map([['chain', 2]]),
    });
    expect(candidatesOf(found)).toEqual({
      unit: ['welfare', 'other'],
      obligation: ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'],
      act: ['photo-proof', 'check-in'],
      phone: ['chain'],
    });
    expect(monthFigures([])).toEqual({
      ...{ days: 0, attentionMs: 0, afterHoursMs: 0, eligible: 0, repeated: 0 },
      ...{ units: new Map(), families: new Map(), acts: new Map(), phone: new Map() },
    });
  });
});

const unitReport = part(4, { statements: { tier: 'county' } });
const overview = part(0, { statements: { region: 'east' } });
describe('a report line by line', () => {
  it('names every line and says which may go', () => {
    expect(
      reportLines({ ...unitReport, removed: 1 }).map((l) => [l.path, l.record, l.field, l.value, l.removable]),
    ).toEqual([
      ['report.format', 'report', 'format', 'fingertip-ledger-month-report', false],
      ['report.schemaVersion', 'report', 'schemaVersion', 1, false],
      ['report.definitionsVersion', 'report', 'definitionsVersion', 1, false],
      ['report.month', 'report', 'month', '2026-03', false],
      ['report.partial', 'report', 'partial', false, false],
      ['report.level', 'report', 'level', 'standard', false],
      ['report.drawn', 'report', 'drawn', 'unit', false],
      ['report.removed', 'report', 'removed', 1, true],
      ['card.id', 'card', 'id', cardId, false],
      ['unit.id', 'unit', 'id', slipId, false],
      ['unit.month', 'unit', 'month', '2026-03', false],
      ['unit.weight', 'unit', 'weight', 8, true],
      ['unit.kind', 'unit', 'kind', 'welfare', true],
      ['unit.attention', 'unit', 'attention', '10-20h', true],
    ]);
    const noisy = reportLines(buildReport(input({ level: 'noisy' })));
    expect(noisy.filter((l) => l.record === 'card').map((l) => [l.field, l.removable])).toEqual([
      ['id', false],
      ['catalogueVersion', true],
      ['tier', true],
      ['e', false],
      ['attention', true],
      ['afterHours', true],
    ]);
    expect(reportLines({ ...overview, removed: undefined } as never).some((l) => l.field === 'removed')).toBe(false);
  });

  it('without some: exactly those are gone, and it says how many', () => {
    expect(withoutReportLines(overview, [])).toEqual(overview);
    const { attention: _, ...card } = overview.card;
    expect(withoutReportLines(overview, ['card.attention'])).toEqual({ ...overview, removed: 1, card });
    expect(withoutReportLines(overview, ['card.attention', 'report.removed'])).toEqual({ ...overview, card });
    // What isn't there or must stay is not counted.
    expect(withoutReportLines(overview, ['card.id', 'report.month', 'unit.kind', 'card.nothing'])).toEqual(overview);
    const { weight: _w, ...slip } = unitReport.slips[0] as { weight?: number };
    expect(withoutReportLines(unitReport, ['unit.weight'])).toEqual({ ...unitReport, removed: 1, slips: [slip] });
  });
  it('a slip without its name goes as a whole; nothing of the month left is no file', () => {
    expect(withoutReportLines(unitReport, ['unit.kind'])).toBeNull();
    for (const [n, path] of [
      [10, 'act.form'],
      [12, 'phone.burden'],
    ] as const)
      expect(withoutReportLines(part(n), [path])).toBeNull();
    expect(
      withoutReportLines(part(8), ['obligation.frequency', 'obligation.minutes', 'obligation.systems']),
    ).toBeNull();
    expect(withoutReportLines(part(8), ['obligation.frequency', 'obligation.minutes'])?.slips).toHaveLength(1);
    const said = ['coverage', 'attention', 'afterHours', 'repeatShare'].map((field) => `card.${field}`);
    // Only who says it is left: region, version; tier, post.
    const least = buildReport(input({ level: 'least', statements: { tier: 'county', region: 'east', post: 'other' } }));
    expect(withoutReportLines(least, said)).toBeNull();
    expect(withoutReportLines(least, said.slice(0, 3))).not.toBeNull();
    const noisy = buildReport(input({ level: 'noisy' }));
    expect(withoutReportLines(noisy, ['card.attention', 'card.afterHours'])).toBeNull();
    const tiered: CoarseReport = {
      ...part(8),
      slips: part(8).slips.map((slip) => ({ ...slip, tier: 'county' as const })),
    };
    expect(withoutReportLines(tiered, ['obligation.frequency', 'obligation.minutes', 'obligation.systems'])).toBeNull();
    expect(withoutReportLines(overview, said)).toBeNull();
    expect(withoutReportLines(overview, said.slice(1))).toMatchObject({ removed: 3, card: { coverage: '10- days' } });
    expect(withoutReportLines(overview, ['card.region', 'card.catalogueVersion'])).toMatchObject({ removed: 2 });
    // A report that never said anything stays what it is.
    const empty = part(4, { figures: { ...figures, units: new Map() } });
    expect(withoutReportLines(empty, [])).toEqual(empty);
    const both: CoarseReport = { ...overview, slips: unitReport.slips };
    expect(withoutReportLines(both, said)?.slips).toHaveLength(1);
    expect(withoutReportLines(both, ['unit.kind'])?.slips).toEqual([]);
  });
});

it('a report as a table says the same: every field once, sorted, with a mark and line ends for spreadsheets', () => {
  const report: MonthReport = { ...unitReport, card: { ...unitReport.card, tier: null, region: undefined as never } };
  expect(reportCsv(report)).toBe(
    `\ufeff${[
      'record,id,field,value',
      'report,,definitionsVersion,1',
      'report,,drawn,unit',
      'report,,format,fingertip-ledger-month-report',
      'report,,level,standard',
      'report,,month,2026-03',
      'report,,partial,false',
      'report,,schemaVersion,1',
      `card,${cardId},tier,`,
      `unit,${slipId},attention,10-20h`,
      `unit,${slipId},kind,welfare`,
      `unit,${slipId},month,2026-03`,
      `unit,${slipId},weight,8`,
      '',
    ].join('\r\n')}`,
  );
});

describe('how many would have the same file', () => {
  const priors = {
    drawn: { unit: 0.25, overview: 0.5 },
    'card.tier': { county: 0.5, null: 0.25 },
    'card.attention': { '20-40h': 0.1 },
    'card.afterHours': { '1-5h': 0.9 },
    'card.afterHours|attention': { '1-5h|20-40h': 0.2 },
    'unit.kind': { welfare: 0.125 },
  };
  const least = (change: Partial<ReportInput>) => buildReport(input({ level: 'least', ...change }));
  it('is the product of the shares, one given the other where it is known', () => {
    expect(shareAlike(unitReport, priors)).toBeCloseTo(0.25 * 0.125, 12);
    expect(shareAlike(overview, priors)).toBeCloseTo(0.5 * 0.1 * 0.2, 12);
    expect(shareAlike(least({ statements: { tier: 'county' } }), priors)).toBeCloseTo(0.5 * 0.1 * 0.2, 12);
    expect(shareAlike(least({}), priors)).toBeCloseTo(0.25 * 0.1 * 0.2, 12);
    // Not known given this attention: the plain share; not known at all: the rarest.
    expect(shareAlike(least({ figures: { ...figures, attentionMs: 0 } }), priors)).toBeCloseTo(0.25 * 1e-4 * 0.9, 14);
    expect(shareAlike(part(10), priors)).toBe(1);
    expect(shareAlike({ ...unitReport, drawn: undefined as never }, priors)).toBeCloseTo(0.125, 12);
    expect(shareAlike(unitReport, { 'unit.kind': { welfare: 0.5 } })).toBe(0.5);
    const noisy = (tier: 'county' | 'township' | null) => buildReport(input({ level: 'noisy', statements: { tier } }));
    expect([
      shareAlike(noisy('county'), priors),
      shareAlike(noisy(null), priors),
      shareAlike(noisy('township'), priors),
    ]).toEqual([0.5, 1, 1e-4]);
    expect(shareAlike(noisy('county'), {})).toBe(1e-4);
  });

  const of = (report: MonthReport, share: number, at = { sealed: true, days: 9 }) =>
    assessRisk(report, { drawn: { unit: share, overview: share } }, at);
  it('twenty alike are enough, fewer are rare; the owner is one', () => {
    expect([of(unitReport, 0.0002).alike, of(unitReport, 0.0002).reasons]).toEqual([20, []]);
    expect([of(unitReport, 0.00019).alike, of(unitReport, 0.00019).grade]).toEqual([19, 'middle']);
    expect(of(unitReport, 1e-9).alike).toBe(1);
    expect(of(unitReport, 0.00019).reasons).toEqual([{ reason: 'rare', remedy: { kind: 'level', level: 'least' } }]);
    const rarest = { 'card.attention': { x: 1 }, 'card.afterHours': { x: 1 } };
    expect(assessRisk(least({}), rarest, { sealed: true, days: 9 }).reasons).toEqual([
      { reason: 'rare', remedy: { kind: 'level', level: 'noisy' } },
    ]);
    expect(
      assessRisk(buildReport(input({ level: 'noisy', statements: { tier: 'county' } })), {}, { sealed: true, days: 9 }),
    ).toMatchObject({ grade: 'middle', reasons: [{ reason: 'context' }] });
  });
  it('says what would help', () => {
    expect(of(unitReport, 1, { sealed: false, days: 5 })).toEqual({
      grade: 'middle',
      alike: 100_000,
      reasons: [{ reason: 'office', remedy: { kind: 'seal' } }],
    });
    expect(of({ ...unitReport, partial: true }, 1, { sealed: true, days: 4 })).toEqual({
      grade: 'low',
      alike: 100_000,
      reasons: [
        { reason: 'few-days', remedy: { kind: 'wait' } },
        { reason: 'partial', remedy: { kind: 'wait' } },
      ],
    });
    // One word on the person is fine among many, two are not; the narrowest goes first.
    expect(of(overview, 1).reasons).toEqual([]);
    expect(of(overview, 0.0002).reasons).toEqual([]);
    expect(of(overview, 0.0001).reasons).toContainEqual({
      reason: 'context',
      remedy: { kind: 'remove', path: 'card.region' },
    });
    const two = part(0, { statements: { region: 'east', post: 'other' } });
    expect(of(two, 1)).toMatchObject({
      grade: 'middle',
      reasons: [{ reason: 'context', remedy: { kind: 'remove', path: 'card.post' } }],
    });
    expect(of(two, 1, { sealed: false, days: 9 }).grade).toBe('high');
  });
});
