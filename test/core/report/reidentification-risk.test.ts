import { describe, expect, it } from 'vitest';
import { assessRisk, shareAlike } from '../../../src/core/report/reidentification-risk.ts';
import type { CoarseReport, NoisyReport } from '../../../src/core/report/report-format.ts';
import priors from '../../../src/data/report-priors.json' with { type: 'json' };

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

describe('the risk of being recognised', () => {
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

  it('taking the context out, as offered, makes company', () => {
    const before = assessRisk(rare, priors, fullMonth).alike;
    const remedy = assessRisk(rare, priors, fullMonth).reasons.find(({ reason }) => reason === 'context')?.remedy;
    expect(remedy).toEqual({ kind: 'remove', path: 'card.post' });
    const { post: _, region: __, ...card } = rare.card;
    expect(assessRisk({ ...rare, card }, priors, fullMonth).alike).toBeGreaterThanOrEqual(before);
    expect(shareAlike({ ...rare, card }, priors)).toBeGreaterThan(10 * shareAlike(rare, priors));
  });

  it('shares of one field sum to one', () => {
    for (const [field, values] of Object.entries(priors))
      if (!field.endsWith('|attention'))
        expect(
          Object.values(values).reduce((sum, share) => sum + share, 0),
          field,
        ).toBeCloseTo(1, 1);
  });
});
