/** The risk that somebody recognises the owner of a report. */
import { describe, expect, it } from 'vitest';
import { buildReport, type ReportInput } from '../../../src/core/report/build-report.ts';
import { assessRisk, shareAlike } from '../../../src/core/report/reidentification-risk.ts';
import type { CoarseReport, MonthReport, NoisyReport } from '../../../src/core/report/report-format.ts';
import priors from '../../../src/data/report-priors.json' with { type: 'json' };
import { figures, input, overview, part, unitReport } from './report-input.ts';

const id = 'ab'.repeat(16);
const common: CoarseReport = {
  format: 'fingertip-ledger-month-report',
  schemaVersion: 1,
  definitionsVersion: 1,
  month: '2026-03',
  level: 'least',
  partial: false,
  card: { id, tier: null, coverage: '10- days', attention: '10-20h', afterHours: '1-5h', repeatShare: '10-30%' },
  slips: [],
};
const rare: CoarseReport = {
  ...common,
  card: { ...common.card, tier: 'city-up', attention: '80h-', afterHours: '0-1h', region: 'northeast', post: 'other' },
};
const noisy: NoisyReport = { ...common, level: 'noisy', card: { id, e: 7, attention: 3, afterHours: 2 }, slips: [] };
const fullMonth = { sealed: false, days: 20 };

describe('assessRisk with the shipped priors', () => {
  it.each([
    ['a common file', common, fullMonth, 'middle', ['office']],
    ['a common file, sealed', common, { ...fullMonth, sealed: true }, 'low', []],
    ['a rare file', rare, fullMonth, 'high', ['office', 'rare', 'context']],
    ['a rare file, sealed', rare, { ...fullMonth, sealed: true }, 'middle', ['rare', 'context']],
    ['noise', noisy, fullMonth, 'low', ['office']],
    ['three days', common, { sealed: true, days: 3 }, 'low', ['few-days']],
    ['a running month', { ...common, partial: true }, { ...fullMonth, sealed: true }, 'low', ['partial']],
  ] as const)('%s', (_name, report, at, grade, reasons) => {
    const risk = assessRisk(report, priors, at);
    expect(risk.grade).toBe(grade);
    expect(risk.reasons.map(({ reason }) => reason)).toEqual(reasons);
  });

  it('lowers the risk when the offered statement is removed', () => {
    const before = assessRisk(rare, priors, fullMonth).alike;
    const remedy = assessRisk(rare, priors, fullMonth).reasons.find(({ reason }) => reason === 'context')?.remedy;
    expect(remedy).toEqual({ kind: 'remove', path: 'card.post' });
    const { post: _, region: __, ...card } = rare.card;
    expect(assessRisk({ ...rare, card }, priors, fullMonth).alike).toBeGreaterThanOrEqual(before);
    expect(shareAlike({ ...rare, card }, priors)).toBeGreaterThan(10 * shareAlike(rare, priors));
  });

  it('has priors whose shares add up to one', () => {
    for (const [field, values] of Object.entries(priors))
      if (!field.endsWith('|attention'))
        expect(
          Object.values(values).reduce((sum, share) => sum + share, 0),
          field,
        ).toBeCloseTo(1, 1);
  });
});

describe('shareAlike and assessRisk', () => {
  const priors = {
    drawn: { unit: 0.25, overview: 0.5 },
    'card.tier': { county: 0.5, null: 0.25 },
    'card.attention': { '20-40h': 0.1 },
    'card.afterHours': { '1-5h': 0.9 },
    'card.afterHours|attention': { '1-5h|20-40h': 0.2 },
    'unit.kind': { welfare: 0.125 },
  };
  const least = (change: Partial<ReportInput>) => buildReport(input({ level: 'least', ...change }));
  it('multiplies the shares of the fields, conditional ones where they are known', () => {
    expect(shareAlike(unitReport, priors)).toBeCloseTo(0.25 * 0.125, 12);
    expect(shareAlike(overview, priors)).toBeCloseTo(0.5 * 0.1 * 0.2, 12);
    expect(shareAlike(least({ statements: { tier: 'county' } }), priors)).toBeCloseTo(0.5 * 0.1 * 0.2, 12);
    expect(shareAlike(least({}), priors)).toBeCloseTo(0.25 * 0.1 * 0.2, 12);
    // Without a conditional share the plain share is used; without any, the share of unknown values.
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
  it('treats fewer than 20 equal files as rare, and counts at least the owner', () => {
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
  it('offers a remedy for each reason', () => {
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
    // One statement is acceptable in a common file, two are not. The most revealing one is offered first.
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
