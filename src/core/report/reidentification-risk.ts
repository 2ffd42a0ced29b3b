/**
 * How likely a report is to be recognised, before it is saved. Against strangers: how many of 100,000 would have the
 * same file, from published shares (src/data/report-priors.json, made by `npm run reidentify -- --priors`; synthetic until
 * there is a pilot). In one's own office coarse figures can't help: that is said first, and only sealing answers it.
 */
import type { MonthReport, ReportLevel } from './report-format.ts';

/** Shares of values: `card.attention` → `{ '0-5h': 0.12, … }`, and `card.afterHours|attention` given another field. */
export type Priors = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const riskReasons = ['office', 'rare', 'context', 'few-days', 'partial'] as const;
export type RiskReason = (typeof riskReasons)[number];
export type Remedy =
  | { readonly kind: 'seal' }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'level'; readonly level: Exclude<ReportLevel, 'standard'> }
  | { readonly kind: 'wait' };

export interface Risk {
  readonly grade: 'low' | 'middle' | 'high';
  /** Of 100,000 people, about so many would have the same file; at least 1, the owner. */
  readonly alike: number;
  readonly reasons: readonly { readonly reason: RiskReason; readonly remedy: Remedy | null }[];
}

/** From so many alike the file is common enough. */
const enough = 20;
const population = 100_000;
/** What a value that the priors don't know is taken for. */
const rarest = 1e-4;

/** The share of people whose report would say the same. Random ids are left out. */
export function shareAlike(report: MonthReport, priors: Priors): number {
  let share = 1;
  const take = (record: string, fields: Readonly<Record<string, unknown>>) => {
    for (const [field, value] of Object.entries(fields)) {
      const given = priors[`${record}.${field}|attention`];
      const within = given === undefined ? undefined : given[`${String(value)}|${String(fields.attention)}`];
      const prior = priors[`${record}.${field}`];
      if (prior !== undefined) share *= within ?? prior[String(value)] ?? rarest;
    }
  };
  if (report.level === 'standard') share *= priors.drawn?.[report.drawn ?? ''] ?? 1;
  if (report.level === 'noisy')
    share *= report.card.tier == null ? 1 : (priors['card.tier']?.[report.card.tier] ?? rarest);
  else take('card', { ...report.card });
  for (const slip of report.slips) take(slip.slip, { ...slip });
  return share;
}

export function assessRisk(report: MonthReport, priors: Priors, at: { sealed: boolean; days: number }): Risk {
  const alike = Math.max(1, Math.round(population * shareAlike(report, priors)));
  const reasons: { reason: RiskReason; remedy: Remedy | null }[] = [];
  const noisy = report.level === 'noisy';
  if (!at.sealed) reasons.push({ reason: 'office', remedy: { kind: 'seal' } });
  if (alike < enough && !noisy)
    reasons.push({ reason: 'rare', remedy: { kind: 'level', level: report.level === 'least' ? 'noisy' : 'least' } });
  const { card } = report;
  const told = (['post', 'region', 'tier'] as const).filter(
    (field) => (card as Partial<Record<typeof field, unknown>>)[field] != null,
  );
  const [spare] = told;
  if (spare !== undefined && (told.length > 1 || alike < enough))
    reasons.push({ reason: 'context', remedy: { kind: 'remove', path: `card.${spare}` } });
  if (at.days < 5) reasons.push({ reason: 'few-days', remedy: { kind: 'wait' } });
  if (report.partial) reasons.push({ reason: 'partial', remedy: { kind: 'wait' } });
  const rare = reasons.some(({ reason }) => reason === 'rare' || reason === 'context');
  const grade = rare ? (at.sealed ? 'middle' : 'high') : at.sealed || noisy ? 'low' : 'middle';
  return { grade, alike, reasons };
}
