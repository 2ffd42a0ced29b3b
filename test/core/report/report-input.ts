/** Builds a month with few figures, and reports on this month, for the tests in this folder. */
import { buildReport, type ReportInput } from '../../../src/core/report/build-report.ts';
import type { MonthDraws } from '../../../src/core/report/draws/random-draws.ts';
import type { MonthFigures } from '../../../src/core/report/month-figures.ts';
import type { CoarseReport } from '../../../src/core/report/report-format.ts';

export const h = 3_600_000;
export const cardId = 'ab'.repeat(16);
export const slipId = 'cd'.repeat(16);
export const draws: MonthDraws = {
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
export const figures: MonthFigures = {
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
export const input = (change: Partial<ReportInput> = {}): ReportInput => ({
  month: '2026-03',
  level: 'standard',
  e: 7,
  partial: false,
  catalogueVersion: 3,
  figures,
  ledgerAgeDays: 35,
  previousAttentionMs: null,
  statements: {},
  draws,
  ...change,
});
export const head = {
  format: 'fingertip-ledger-month-report',
  schemaVersion: 1,
  definitionsVersion: 1,
  month: '2026-03',
  partial: false,
};
/** For each part, the lowest value of `draws.part` (0 to 15) that selects the part. */
export const partDraw = { overview: 0, unit: 4, obligation: 8, act: 10, phone: 12, answers: 14 } as const;
/** Builds a report of level standard whose part is selected by `draw`. */
export const standardReport = (draw: number, change: Partial<ReportInput> = {}) =>
  buildReport(input({ ...change, draws: { ...draws, part: draw, ...change.draws } })) as CoarseReport;
/** Builds the card of a report of level least. */
export const cardWith = (change: Partial<MonthFigures>, more: Partial<ReportInput> = {}) =>
  (buildReport(input({ level: 'least', figures: { ...figures, ...change }, ...more })) as CoarseReport).card;

export const unitReport = standardReport(partDraw.unit, { statements: { tier: 'county' } });
export const overview = standardReport(partDraw.overview, { statements: { region: 'east' } });
