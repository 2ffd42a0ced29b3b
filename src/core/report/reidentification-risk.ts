/**
 * Estimates the risk that somebody recognises the owner of a report. The owner sees the estimate before the report is
 * saved. As the measure of the risk from strangers, this file estimates how many of 100,000 people would have the same
 * report. The estimate uses the shares in src/data/report-priors.json, which `npm run reidentify -- --priors` makes
 * from synthetic people until a pilot has given real data. Coarse figures do not protect against colleagues; only
 * sealing does. docs/privacy-model.md, "The month report"
 */
import { drawsOnePart, isNoisyReport, levelRules, type MonthReport, type SaferLevel } from './report-format.ts';

/**
 * Shares of people with each value of a field: `card.attention` → `{ '0-5h': 0.12, … }`. A key such as
 * `card.afterHours|attention` holds the shares of `afterHours` for each value of `attention`.
 */
export type Priors = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * Reasons for a risk. `office`: the owner's office may recognise the report. `rare`: few people would have the same
 * values. `context`: few people fit the owner's statements. `few-days`: the month has records of few days. `partial`:
 * the month is not closed yet.
 */
export const riskReasons = ['office', 'rare', 'context', 'few-days', 'partial'] as const;
export type RiskReason = (typeof riskReasons)[number];
/** What the owner can do: seal the report, remove a field, choose another level, or wait. */
export type Remedy =
  | { readonly kind: 'seal' }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'level'; readonly level: SaferLevel }
  | { readonly kind: 'wait' };

/** An estimate of the risk, with its reasons. Each reason has a remedy: what the owner can do about it. */
export interface Risk {
  readonly grade: 'low' | 'middle' | 'high';
  /** How many of 100,000 people would have the same file; at least 1. */
  readonly alike: number;
  readonly reasons: readonly { readonly reason: RiskReason; readonly remedy: Remedy | null }[];
}

/** A report is rare when fewer than this many of 100,000 people would have the same file. */
const minAlike = 20;
const population = 100_000;
/** The share of people that is assumed for a value that is not in the priors. */
const unknownShare = 1e-4;

/** Returns the share of people (0 to 1) whose report would be equal, apart from the random ids. */
export function shareAlike(report: MonthReport, priors: Priors): number {
  let share = 1;
  const multiply = (record: string, fields: Readonly<Record<string, unknown>>) => {
    for (const [field, value] of Object.entries(fields)) {
      const given = priors[`${record}.${field}|attention`];
      const within = given === undefined ? undefined : given[`${String(value)}|${String(fields.attention)}`];
      const prior = priors[`${record}.${field}`];
      if (prior !== undefined) share *= within ?? prior[String(value)] ?? unknownShare;
    }
  };
  if (drawsOnePart(report.level)) share *= priors.drawn?.[report.drawn ?? ''] ?? 1;
  if (isNoisyReport(report))
    share *= report.card.tier == null ? 1 : (priors['card.tier']?.[report.card.tier] ?? unknownShare);
  else multiply('card', { ...report.card });
  for (const sample of report.slips) multiply(sample.slip, { ...sample });
  return share;
}

/**
 * Assesses the risk of a report. `sealed` tells whether the report will be sealed. `days` is the number of days with a
 * record.
 */
export function assessRisk(report: MonthReport, priors: Priors, file: { sealed: boolean; days: number }): Risk {
  const alike = Math.max(1, Math.round(population * shareAlike(report, priors)));
  const reasons: { reason: RiskReason; remedy: Remedy | null }[] = [];
  const isNoisy = isNoisyReport(report);
  const { safer } = levelRules[report.level];
  if (!file.sealed) reasons.push({ reason: 'office', remedy: { kind: 'seal' } });
  if (alike < minAlike && !isNoisy)
    reasons.push({ reason: 'rare', remedy: safer === null ? null : { kind: 'level', level: safer } });
  const { card } = report;
  const statements = (['post', 'region', 'tier'] as const).filter(
    (field) => (card as Partial<Record<typeof field, unknown>>)[field] != null,
  );
  const [removable] = statements;
  if (removable !== undefined && (statements.length > 1 || alike < minAlike))
    reasons.push({ reason: 'context', remedy: { kind: 'remove', path: `card.${removable}` } });
  if (file.days < 5) reasons.push({ reason: 'few-days', remedy: { kind: 'wait' } });
  if (report.partial) reasons.push({ reason: 'partial', remedy: { kind: 'wait' } });
  const isRare = reasons.some(({ reason }) => reason === 'rare' || reason === 'context');
  const grade = isRare ? (file.sealed ? 'middle' : 'high') : file.sealed || isNoisy ? 'low' : 'middle';
  return { grade, alike, reasons };
}
