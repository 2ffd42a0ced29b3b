/**
 * The monthly report: fixed buckets, no portal, no text, no time. A card, and at level `standard` one sampled slip
 * of each kind with an id of its own. docs/schemas/month-report.schema.json
 */
import { type BurdenForm, burdenForms } from './events.ts';
import { type DaySummary, definitionsVersion } from './summary.ts';

export const attentionBuckets = ['0-5h', '5-10h', '10-20h', '20-40h', '40-80h', '80h-'] as const;
export const shareBuckets = ['0-10%', '10-30%', '30-60%', '60%-'] as const;
export const afterHoursBuckets = ['0-1h', '1-5h', '5-20h', '20h-'] as const;
export const countBuckets = ['1-4', '5-19', '20-99', '100-'] as const;
export const minuteBuckets = ['0-5min', '5-15min', '15-60min', '60min-'] as const;
export const coverageBuckets = ['1-9 days', '10- days'] as const;

type AttentionBucket = (typeof attentionBuckets)[number];
type ShareBucket = (typeof shareBuckets)[number];
type AfterHoursBucket = (typeof afterHoursBuckets)[number];
type CountBucket = (typeof countBuckets)[number];
type MinuteBucket = (typeof minuteBuckets)[number];

export interface Card {
  readonly id: string;
  readonly coverage: (typeof coverageBuckets)[number];
  readonly attention: AttentionBucket;
  readonly afterHours: AfterHoursBucket;
  /** Withheld until the ledger is 35 days old: it would rise by construction. */
  readonly repeatShare: ShareBucket | 'withheld';
}
export interface UnitSlip {
  readonly id: string;
  readonly slip: 'unit';
  readonly kind: string;
  readonly attention: AttentionBucket;
  readonly submissions: CountBucket | '0';
}
export interface ActSlip {
  readonly id: string;
  readonly slip: 'act';
  readonly form: BurdenForm;
  readonly count: CountBucket;
}
export interface ObligationSlip {
  readonly id: string;
  readonly slip: 'obligation';
  readonly frequency: CountBucket;
  readonly minutes: MinuteBucket;
  readonly systems: '1' | '2' | '3-';
}
export interface MonthReport {
  readonly format: 'fingertip-ledger-month-report';
  readonly schemaVersion: 1;
  readonly definitionsVersion: number;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly level: 'least' | 'standard';
  /** The month was still running: for its owner only. */
  readonly partial: boolean;
  readonly card: Card;
  readonly slips: readonly (UnitSlip | ActSlip | ObligationSlip)[];
}

export interface MonthInput {
  readonly month: string;
  readonly level: 'least' | 'standard';
  readonly partial: boolean;
  readonly days: readonly DaySummary[];
  readonly ledgerAgeDays: number;
  /** Drawn once per month and stored: four ids of 128 bits, and three numbers in [0, 1). */
  readonly draws: { readonly ids: readonly string[]; readonly picks: readonly number[] };
}

const hour = 3_600_000;
const bucket = <B>(value: number, edges: readonly number[], buckets: readonly B[]): B =>
  buckets[edges.filter((edge) => value >= edge).length] as B;
const attentionOf = (ms: number) => bucket(ms / hour, [5, 10, 20, 40, 80], attentionBuckets);
const countOf = (n: number) => bucket(n, [5, 20, 100], countBuckets);
const total = (days: readonly DaySummary[], of: (day: DaySummary) => number) => days.reduce((sum, d) => sum + of(d), 0);

export function monthReport(input: MonthInput): MonthReport {
  const { days, draws } = input;
  const eligible = total(days, (d) => d.entries.eligible);
  const repeated = total(days, (d) => d.entries.repeatSameSystem + d.entries.repeatOtherSystem);
  const card: Card = {
    id: draws.ids[0] ?? '',
    coverage: days.length < 10 ? '1-9 days' : '10- days',
    attention: attentionOf(total(days, (d) => d.attentionMs)),
    afterHours: bucket(total(days, (d) => d.standardAfterHoursMs) / hour, [1, 5, 20], afterHoursBuckets),
    repeatShare:
      input.ledgerAgeDays < 35 || eligible === 0
        ? 'withheld'
        : bucket(repeated / eligible, [0.1, 0.3, 0.6], shareBuckets),
  };
  return {
    format: 'fingertip-ledger-month-report',
    schemaVersion: 1,
    definitionsVersion,
    month: input.month,
    level: input.level,
    partial: input.partial,
    card,
    slips: input.level === 'least' ? [] : slipsOf(days, draws),
  };
}

const pick = <T>(from: readonly T[], draw: number | undefined): T | undefined =>
  from[Math.floor((draw ?? 0) * from.length)];

function slipsOf(days: readonly DaySummary[], draws: MonthInput['draws']): MonthReport['slips'] {
  const slips: (UnitSlip | ActSlip | ObligationSlip)[] = [];
  const kinds = new Map<string, { ms: number; submissions: number }>();
  const families = new Map<string, { systems: Set<string>; submissions: number }>();
  for (const day of days) {
    for (const s of day.systems) {
      const kind = kinds.get(s.kind) ?? { ms: 0, submissions: 0 };
      kinds.set(s.kind, { ms: kind.ms + s.activeMs + s.watchingMs, submissions: kind.submissions + s.submissions });
    }
    for (const f of day.families) {
      const family = families.get(f.id) ?? { systems: new Set(), submissions: 0 };
      for (const s of f.systems) family.systems.add(s);
      family.submissions += f.submissions;
      families.set(f.id, family);
    }
  }
  const unit = pick(
    [...kinds].filter(([, k]) => k.ms > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
    draws.picks[0],
  );
  if (unit !== undefined)
    slips.push({
      id: draws.ids[1] ?? '',
      slip: 'unit',
      kind: unit[0],
      attention: attentionOf(unit[1].ms),
      submissions: unit[1].submissions === 0 ? '0' : countOf(unit[1].submissions),
    });
  const acts = burdenForms
    .map((form) => ({ form, count: total(days, (d) => d.acts[form]?.count ?? 0) }))
    .filter((a) => a.count > 0);
  const act = pick(acts, draws.picks[1]);
  if (act !== undefined) slips.push({ id: draws.ids[2] ?? '', slip: 'act', form: act.form, count: countOf(act.count) });
  const family = pick(
    [...families.values()].sort((a, b) => a.submissions - b.submissions),
    draws.picks[2],
  );
  if (family !== undefined) {
    const submissions = total(days, (d) => d.submissions.total);
    const minutes = submissions === 0 ? 0 : total(days, (d) => d.submissions.ms) / submissions / 60_000;
    slips.push({
      id: draws.ids[3] ?? '',
      slip: 'obligation',
      frequency: countOf(family.submissions),
      minutes: bucket(minutes, [5, 15, 60], minuteBuckets),
      systems: family.systems.size === 1 ? '1' : family.systems.size === 2 ? '2' : '3-',
    });
  }
  return slips;
}

/** Canonical bytes: keys in order, two spaces, one line end. */
export function canonicalJson(value: unknown): string {
  const sorted = (v: unknown): unknown =>
    Array.isArray(v)
      ? v.map(sorted)
      : typeof v === 'object' && v !== null
        ? Object.fromEntries(
            Object.entries(v)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, inner]) => [key, sorted(inner)]),
          )
        : v;
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

/** The same content as a flat table: `record,field,value`. */
export function monthCsv(report: MonthReport): string {
  const lines = ['record,field,value'];
  const { card, slips, ...head } = report;
  for (const [record, fields] of [['report', head], ['card', card], ...slips.map((s) => [s.slip, s] as const)] as const)
    for (const [field, value] of Object.entries(fields)) lines.push(`${record},${field},${value}`);
  return `${lines.join('\r\n')}\r\n`;
}
