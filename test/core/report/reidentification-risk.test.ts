/** Tests the estimated risk that somebody recognises the owner of a report. */
import { describe, expect, it } from 'vitest';
import { buildReport, type ReportInput } from '../../../src/core/report/build-report.ts';
import { assessRisk, shareAlike } from '../../../src/core/report/reidentification-risk.ts';
import type { CoarseReport, MonthReport, NoisyReport } from '../../../src/core/report/report-format.ts';
import priors from '../../../src/data/report-priors.json' with { type: 'json' };
import { figures, input, overview, partDraw, standardReport, unitReport } from './report-input.ts';

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
    ['rates a common report as a middle risk', common, fullMonth, 'middle', ['office']],
    ['rates a sealed common report as a low risk', common, { ...fullMonth, sealed: true }, 'low', []],
    ['rates a rare report as a high risk', rare, fullMonth, 'high', ['office', 'rare', 'context']],
    [
      'rates a sealed rare report as a middle risk',
      rare,
      { ...fullMonth, sealed: true },
      'middle',
      ['rare', 'context'],
    ],
    ['rates a noisy report as a low risk', noisy, fullMonth, 'low', ['office']],
    [
      'rates a sealed report of three days as a low risk, with the reason `few-days`',
      common,
      { sealed: true, days: 3 },
      'low',
      ['few-days'],
    ],
    [
      'rates a sealed report of a running month as a low risk, with the reason `partial`',
      { ...common, partial: true },
      { ...fullMonth, sealed: true },
      'low',
      ['partial'],
    ],
  ] as const)('%s', (_name, report, file, grade, reasons) => {
    const risk = assessRisk(report, priors, file);
    expect(risk.grade).toBe(grade);
    expect(risk.reasons.map(({ reason }) => reason)).toEqual(reasons);
  });

  it('offers to remove a statement about the owner, and rates the risk lower without the statements', () => {
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
  it('multiplies the shares of the values of all fields, and uses a conditional share if one is known', () => {
    expect(shareAlike(unitReport, priors)).toBeCloseTo(0.25 * 0.125, 12);
    expect(shareAlike(overview, priors)).toBeCloseTo(0.5 * 0.1 * 0.2, 12);
    expect(shareAlike(least({ statements: { tier: 'county' } }), priors)).toBeCloseTo(0.5 * 0.1 * 0.2, 12);
    expect(shareAlike(least({}), priors)).toBeCloseTo(0.25 * 0.1 * 0.2, 12);
    // Without a conditional share, the plain share is used. Without a plain share, the share of unknown values is used.
    expect(shareAlike(least({ figures: { ...figures, attentionMs: 0 } }), priors)).toBeCloseTo(0.25 * 1e-4 * 0.9, 14);
    expect(shareAlike(standardReport(partDraw.act), priors)).toBe(1);
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

  const riskOf = (report: MonthReport, share: number, file = { sealed: true, days: 9 }) =>
    assessRisk(report, { drawn: { unit: share, overview: share } }, file);
  it('treats a report as rare if fewer than 20 of 100,000 people would have the same report; estimates at least one such person, the owner', () => {
    expect([riskOf(unitReport, 0.0002).alike, riskOf(unitReport, 0.0002).reasons]).toEqual([20, []]);
    expect([riskOf(unitReport, 0.00019).alike, riskOf(unitReport, 0.00019).grade]).toEqual([19, 'middle']);
    expect(riskOf(unitReport, 1e-9).alike).toBe(1);
    expect(riskOf(unitReport, 0.00019).reasons).toEqual([
      { reason: 'rare', remedy: { kind: 'level', level: 'least' } },
    ]);
    const rarest = { 'card.attention': { x: 1 }, 'card.afterHours': { x: 1 } };
    expect(assessRisk(least({}), rarest, { sealed: true, days: 9 }).reasons).toEqual([
      { reason: 'rare', remedy: { kind: 'level', level: 'noisy' } },
    ]);
    expect(
      assessRisk(buildReport(input({ level: 'noisy', statements: { tier: 'county' } })), {}, { sealed: true, days: 9 }),
    ).toMatchObject({ grade: 'middle', reasons: [{ reason: 'context' }] });
  });
  it('offers a remedy for each reason of a risk', () => {
    expect(riskOf(unitReport, 1, { sealed: false, days: 5 })).toEqual({
      grade: 'middle',
      alike: 100_000,
      reasons: [{ reason: 'office', remedy: { kind: 'seal' } }],
    });
    expect(riskOf({ ...unitReport, partial: true }, 1, { sealed: true, days: 4 })).toEqual({
      grade: 'low',
      alike: 100_000,
      reasons: [
        { reason: 'few-days', remedy: { kind: 'wait' } },
        { reason: 'partial', remedy: { kind: 'wait' } },
      ],
    });
    // A common report may contain one statement about the owner, but not two. The most revealing statement is offered
    // for removal first.
    expect(riskOf(overview, 1).reasons).toEqual([]);
    expect(riskOf(overview, 0.0002).reasons).toEqual([]);
    expect(riskOf(overview, 0.0001).reasons).toContainEqual({
      reason: 'context',
      remedy: { kind: 'remove', path: 'card.region' },
    });
    const two = standardReport(partDraw.overview, { statements: { region: 'east', post: 'other' } });
    expect(riskOf(two, 1)).toMatchObject({
      grade: 'middle',
      reasons: [{ reason: 'context', remedy: { kind: 'remove', path: 'card.post' } }],
    });
    expect(riskOf(two, 1, { sealed: false, days: 9 }).grade).toBe('high');
  });
});
