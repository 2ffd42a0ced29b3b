/** A report line by line: what its owner may take out, and the report without it. */
import type { AnySample, MonthReport } from './report-format.ts';

export interface ReportLine {
  /** `card.attention`, `unit.kind`; stable, so that a selection survives a new draw of the lines. */
  readonly path: string;
  /** `report`, `card`, or the sort of a slip. */
  readonly record: string;
  readonly field: string;
  readonly value: string | number | boolean | null;
  /** What makes the file a report stays. */
  readonly removable: boolean;
}

/** Fields that name a slip: without them it says nothing, so the whole slip goes. */
const naming: Readonly<Record<string, string>> = { unit: 'kind', act: 'form', phone: 'burden' };
const fixed = ['id', 'month', 'slip'];
/** Card fields that describe the report rather than the month. */
const context = ['id', 'catalogueVersion', 'tier', 'e', 'region', 'post'];

export function reportLines(report: MonthReport): readonly ReportLine[] {
  const { card, slips, ...head } = report;
  const lines = (record: string, fields: object, stay: readonly string[]): ReportLine[] =>
    Object.entries(fields)
      .filter(([field, value]) => value !== undefined && field !== 'slip')
      .map(([field, value]) => ({
        path: `${record}.${field}`,
        record,
        field,
        value,
        removable: !stay.includes(field),
      }));
  return [
    ...lines(
      'report',
      head,
      Object.keys(head).filter((field) => field !== 'removed'),
    ),
    ...lines('card', card, ['id', 'e']),
    ...slips.flatMap((slip) => lines(slip.slip, slip, fixed)),
  ];
}

/**
 * The report without these lines. How many were taken out is said in it, unless `report.removed` is among them.
 * Null when nothing of the month is left: then there is no file.
 */
export function withoutReportLines(report: MonthReport, removed: readonly string[]): MonthReport | null {
  const there = new Set(reportLines(report).flatMap((line) => (line.removable ? [line.path] : [])));
  const gone = new Set(removed.filter((path) => there.has(path)));
  const keep = <T extends object>(record: string, fields: T): T =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => !gone.has(`${record}.${field}`))) as T;
  const slips = (report.slips as readonly AnySample[])
    .filter((slip) => !gone.has(`${slip.slip}.${naming[slip.slip]}`))
    .map((slip) => keep(slip.slip, slip))
    .filter((slip) => Object.keys(slip).some((field) => ![...fixed, 'weight', 'tier'].includes(field)));
  const card = keep('card', report.card);
  const said = Object.keys(card).some((field) => !context.includes(field)) || slips.length > 0;
  if (gone.size > 0 && !said) return null;
  const count = gone.size > 0 && !removed.includes('report.removed') ? { removed: gone.size } : {};
  return { ...report, ...count, card, slips } as MonthReport;
}
