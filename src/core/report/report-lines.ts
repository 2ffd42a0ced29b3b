/** Lists the lines of a report, and removes those that the owner selects. */
import type { AnySample, MonthReport } from './report-format.ts';

/** One field of a report. */
export interface ReportLine {
  /**
   * Path of the field, such as `card.attention` or `unit.kind`. Paths are stable, so that a selection stays valid when
   * the report is built again.
   */
  readonly path: string;
  /** `report`, `card`, or the part of a sample. */
  readonly record: string;
  readonly field: string;
  readonly value: string | number | boolean | null;
  /** False for fields that every report must have. */
  readonly removable: boolean;
}

/**
 * Part of a report → the field that names the sampled item of this part. If the owner removes this field, the whole
 * sample is removed.
 */
const namingFields: Readonly<Record<string, string>> = { unit: 'kind', act: 'form', phone: 'burden' };
/** Fields of a sample that can't be removed. */
const fixedFields = ['id', 'month', 'slip'];
/** Card fields that describe the report or its owner and not the month. */
const contextFields = ['id', 'catalogueVersion', 'tier', 'e', 'region', 'post'];

/** Returns the lines of a report. */
export function reportLines(report: MonthReport): readonly ReportLine[] {
  const { card, slips, ...head } = report;
  const lines = (record: string, fields: object, required: readonly string[]): ReportLine[] =>
    Object.entries(fields)
      .filter(([field, value]) => value !== undefined && field !== 'slip')
      .map(([field, value]) => ({
        path: `${record}.${field}`,
        record,
        field,
        value,
        removable: !required.includes(field),
      }));
  return [
    ...lines(
      'report',
      head,
      Object.keys(head).filter((field) => field !== 'removed'),
    ),
    ...lines('card', card, ['id', 'e']),
    ...slips.flatMap((slip) => lines(slip.slip, slip, fixedFields)),
  ];
}

/**
 * Returns the report without these lines. The field `removed` holds the number of removed lines, unless the owner
 * removed the line `report.removed` too. Returns null when no figure of the month remains, because then there is no
 * file.
 */
export function withoutReportLines(report: MonthReport, removed: readonly string[]): MonthReport | null {
  const removable = new Set(reportLines(report).flatMap((line) => (line.removable ? [line.path] : [])));
  const removedPaths = new Set(removed.filter((path) => removable.has(path)));
  const keep = <T extends object>(record: string, fields: T): T =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => !removedPaths.has(`${record}.${field}`))) as T;
  const slips = (report.slips as readonly AnySample[])
    .filter((slip) => !removedPaths.has(`${slip.slip}.${namingFields[slip.slip]}`))
    .map((slip) => keep(slip.slip, slip))
    .filter((slip) => Object.keys(slip).some((field) => ![...fixedFields, 'weight', 'tier'].includes(field)));
  const card = keep('card', report.card);
  const hasFigures = Object.keys(card).some((field) => !contextFields.includes(field)) || slips.length > 0;
  if (removedPaths.size > 0 && !hasFigures) return null;
  const count = removedPaths.size > 0 && !removed.includes('report.removed') ? { removed: removedPaths.size } : {};
  return { ...report, ...count, card, slips } as MonthReport;
}
