/**
 * `output/` writes the tables of a release.
 *
 * This file defines the columns of the tables, the meanings of the columns, and the rows, in one place for CSV, Parquet
 * and the data dictionary. docs/research.md repeats the meanings.
 */
import type { SafeTable } from '../disclosure/safe-tables.ts';
import type { Estimate } from '../estimates/estimate.ts';

/** A column of a table, with its meaning for the data dictionary. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number';
  readonly meaning: string;
}
/** A table of a release; `name` is the file name without extension. */
export interface OutputTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const textColumn = (name: string, meaning: string): Column => ({ name, type: 'string', meaning });
const numberColumn = (name: string, meaning: string): Column => ({ name, type: 'number', meaning });
const integerColumn = (name: string, meaning: string): Column => ({ name, type: 'integer', meaning });

/** The columns that identify a row, together with the bucket or the statistic. */
const keyColumns = [
  textColumn('month', 'Month of the reports, YYYY-MM'),
  textColumn(
    'record',
    'What was counted: card (one per report) or a slip: unit, obligation, act, phone (self-reported), answers (self-reported)',
  ),
  textColumn(
    'by',
    'What the groups are made by: all, tier, region, post, or the subject of a slip (kind, form, burden)',
  ),
  textColumn('group', 'Group; "all" for everyone, "not-said" where the sender left it out'),
  textColumn('field', 'Field of the report, see docs/schemas/month-report.schema.json; "things" counts slips'),
];

/** Returns the table `cells`: all counts that are not suppressed. */
export function cellsTable(tables: readonly SafeTable[]): OutputTable {
  return {
    name: 'cells',
    title: 'Counts of reports by bucket. A bucket that is not listed holds none or is suppressed.',
    columns: [
      ...keyColumns,
      textColumn('bucket', 'Bucket of the field'),
      integerColumn('reports', 'Reports or slips in the bucket'),
    ],
    rows: tables.flatMap(({ counts: { month, record, field }, byName, columns, rows }) =>
      rows.flatMap((row) =>
        columns.flatMap((bucket, c) =>
          row.isSuppressed[c] ? [] : [[month, record, byName, row.group, field, bucket, row.n[c] as number] as const],
        ),
      ),
    ),
  };
}

/** Rounds to five significant digits; null for NaN and infinite values. */
const rounded = (x: number) => (Number.isFinite(x) ? Number(x.toPrecision(5)) : null);

/** Returns the table `estimates`. */
export function estimatesTable(estimates: readonly Estimate[]): OutputTable {
  return {
    name: 'estimates',
    title:
      'Estimates with 95 % intervals (delete-a-group jackknife). They describe those who sent reports, not everyone.',
    columns: [
      ...keyColumns,
      textColumn(
        'statistic',
        'What is estimated; buckets count with their midpoints, in "at least" with their lower and in "at most" with their upper edges',
      ),
      textColumn('unit', 'Unit of the estimate'),
      numberColumn('estimate', 'The estimate'),
      numberColumn('low95', 'Lower end of the 95 % interval'),
      numberColumn('high95', 'Upper end of the 95 % interval'),
      integerColumn('reports', 'Reports or slips behind the estimate'),
      integerColumn('blocks', 'Jackknife blocks that hold any of them'),
      numberColumn('effective', 'Effective number of reports after raking; empty without raking'),
    ],
    rows: estimates.map((e) => [
      e.month,
      e.record,
      e.by,
      e.group,
      e.field,
      e.statistic,
      e.unit,
      rounded(e.value),
      rounded(e.low),
      rounded(e.high),
      e.reports,
      e.blocks,
      e.effective === null ? null : rounded(e.effective),
    ]),
  };
}

/** Returns the table `reports`: accepted reports by month, for months with at least k reports. */
export function reportsTable(reports: ReadonlyMap<string, number>, k: number): OutputTable {
  return {
    name: 'reports',
    title: 'Reports by month. Months with fewer than k reports are left out.',
    columns: [textColumn('month', 'Month of the reports, YYYY-MM'), integerColumn('reports', 'Accepted reports')],
    rows: [...reports].filter(([, n]) => n >= k).map(([month, n]) => [month, n]),
  };
}
