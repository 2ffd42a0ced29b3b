/** Tests how a report is built from the figures and draws of a month. docs/privacy-model.md */
import { describe, expect, it } from 'vitest';
import { buildReport, type OwnerStatements, type ReportInput } from '../../../src/core/report/build-report.ts';
import type { MonthDraws } from '../../../src/core/report/draws/random-draws.ts';
import { afterHoursChannel, attentionChannel, drawNoisy } from '../../../src/core/report/draws/randomized-response.ts';
import type { MonthFigures } from '../../../src/core/report/month-figures.ts';
import { checkMonthReport } from '../../../src/core/report/parse-report.ts';
import type { NoisyReport } from '../../../src/core/report/report-format.ts';
import { cardId, cardWith, draws, figures, h, head, input, partDraw, slipId, standardReport } from './report-input.ts';

describe('buildReport', () => {
  it('builds a report of level least with the whole card and no samples', () => {
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
  ])('puts %d hours of attention into %s', (hours, bucket) =>
    expect(cardWith({ attentionMs: hours * h }).attention).toBe(bucket),
  );
  it.each([
    [0, '0-1h'],
    [0.99, '0-1h'],
    [1, '1-5h'],
    [5, '5-20h'],
    [20, '20h-'],
  ])('puts %d hours of after-hours attention into %s', (hours, bucket) =>
    expect(cardWith({ afterHoursMs: hours * h }).afterHours).toBe(bucket),
  );
  it.each([
    [0, '0-10%'],
    [9, '0-10%'],
    [10, '10-30%'],
    [30, '30-60%'],
    [60, '60%-'],
    [100, '60%-'],
  ])('puts %d repeats among 100 entries into %s', (repeated, bucket) =>
    expect(cardWith({ repeated }).repeatShare).toBe(bucket),
  );
  it('leaves out the repeat share if the ledger is young or has no eligible entries; shows the coverage in one of two buckets', () => {
    expect(cardWith({}, { ledgerAgeDays: 34 }).repeatShare).toBe('withheld');
    expect(cardWith({ eligible: 0, repeated: 0 }).repeatShare).toBe('withheld');
    expect([cardWith({ days: 9 }).coverage, cardWith({ days: 10 }).coverage]).toEqual(['1-9 days', '10- days']);
  });

  it('builds a standard report of part overview with the card except the tier, and without a sample', () => {
    const { tier: _, ...card } = cardWith({}, { statements: { region: 'east' } });
    for (const n of [0, 3])
      expect(standardReport(n, { statements: { tier: 'county', region: 'east' } })).toEqual({
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
  ])(
    'builds a standard report of part %s with one sample, which is about the first candidate in drawn order that the month has',
    (drawn, n, slip) => {
      const report = standardReport(n);
      expect(report).toEqual({
        ...head,
        level: 'standard',
        drawn,
        card: { id: cardId },
        slips: [{ id: slipId, month: '2026-03', ...slip }],
      });
      expect(checkMonthReport(report)).toBe(report);
    },
  );
  it('builds a standard report without a sample if the part has no candidates', () => {
    const none: MonthFigures = { ...figures, units: new Map(), families: new Map(), acts: new Map(), phone: new Map() };
    for (const n of [4, 8, 10, 12]) expect(standardReport(n, { figures: none }).slips).toEqual([]);
    // An item of the month gets no sample if it is not in the drawn order.
    expect(
      standardReport(partDraw.unit, { draws: { ...draws, part: 4, orders: { ...draws.orders, unit: [] } } }).slips,
    ).toEqual([]);
  });
  it('computes the weight of a sample from the number of candidates and the probability of its part', () => {
    const three = new Map([...figures.units, ['study', { attentionMs: 1 }] as const]);
    const weight = (n: number, change: Partial<MonthDraws>) =>
      (
        standardReport(n, { figures: { ...figures, units: three }, draws: { ...draws, part: n, ...change } })
          .slips[0] as {
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
  ])('puts %d minutes per submission into %s', (minutes, bucket) => {
    const family = { systems: new Set(['a']), submissions: 2, ms: minutes * 120_000 };
    expect(
      standardReport(partDraw.obligation, { figures: { ...figures, families: new Map([['family1', family]]) } }).slips,
    ).toMatchObject([{ minutes: bucket, systems: '1', frequency: '1-4' }]);
  });
  it.each([
    [1, '1-4', '1'],
    [4, '1-4', '3-'],
    [5, '5-19', '3-'],
    [20, '20-99', '3-'],
    [100, '100-', '3-'],
  ])('puts a count of %d into %s, and the same number of systems into %s', (n, bucket, systems) => {
    const family = { systems: new Set(Array.from({ length: n }, (_, i) => `${i}`)), submissions: n, ms: 1 };
    const many = {
      ...figures,
      families: new Map([['family1', family]]),
      acts: new Map([['check-in', n]]),
      phone: new Map([['chain', n]]),
    };
    expect(standardReport(partDraw.obligation, { figures: many }).slips).toMatchObject([
      { frequency: bucket, systems },
    ]);
    expect(standardReport(partDraw.act, { figures: many }).slips).toMatchObject([{ count: bucket }]);
    expect(standardReport(partDraw.phone, { figures: many }).slips).toMatchObject([{ count: bucket }]);
  });

  const answers: OwnerStatements['answers'] = { burden: 4, share: '20-40%', recalled: '5-10h', shared: false };
  const answersOfGroup = (questions: number, change: Partial<ReportInput>) =>
    standardReport(partDraw.answers, { ...change, draws: { ...draws, part: 14, questions } }).slips;
  const slip = { id: slipId, month: '2026-03', slip: 'answers' };
  it('builds a standard report of part answers with the answers that the owner gave to the drawn group of questions', () => {
    const statements = { answers };
    expect(answersOfGroup(0, { statements })).toEqual([{ ...slip, burden: 4, share: '20-40%' }]);
    expect(answersOfGroup(1, { statements })).toEqual([{ ...slip, recalled: '5-10h', shared: false }]);
    expect(answersOfGroup(1, { statements: { answers: { shared: true } } })).toEqual([{ ...slip, shared: true }]);
    expect(answersOfGroup(2, { statements, previousAttentionMs: 15 * h })).toEqual([{ ...slip, change: 'much-more' }]);
    expect(answersOfGroup(2, { statements })).toEqual([]);
    expect(answersOfGroup(0, {})).toEqual([]);
    expect(answersOfGroup(0, { previousAttentionMs: 1 })).toEqual([]);
    expect(answersOfGroup(9, { statements })).toEqual([]);
    expect(standardReport(15, { statements }).drawn).toBe('answers');
  });

  it('builds a report of level noisy from the true buckets and the stored draws', () => {
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
    // The largest possible values fall into the highest bucket.
    const { inputs } = attentionChannel(20);
    const most = { attentionMs: 10_000 * h, afterHoursMs: 10_000 * h };
    expect(noisy(20, most).card).toEqual(expected(inputs - 1, afterHoursChannel(20).inputs - 1));
    // The attention is 30 hours, in steps of 5 hours. The after-hours time is 3 hours, in steps of 2 hours.
    expect(noisy(20).card).toEqual(expected(6, 1));
    for (const e of [3, 7, 20] as const) expect(checkMonthReport(noisy(e))).toMatchObject({ card: { e } });
    expect(buildReport(input({ level: 'noisy' })).card).toHaveProperty('tier', null);
    expect(() => buildReport(input({ level: 'noisy', draws: { ...draws, noise: [] } }))).toThrow('no draw for e = "7"');
  });
});
