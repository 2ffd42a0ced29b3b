/** The tables of a release: their columns, what each means, and their rows. One definition for CSV, Parquet and dictionary. */
import type { SafeTable } from '../disclosure/safe-tables.ts';
import type { Estimate } from '../estimates/compute-estimates.ts';

export interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number';
  readonly meaning: string;
}
export interface OutputTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const text = (name: string, meaning: string): Column => ({ name, type: 'string', meaning });
const figure = (name: string, meaning: string): Column => ({ name, type: 'number', meaning });
const whole = (name: string, meaning: string): Column => ({ name, type: 'integer', meaning });

const where = [
  text('month', 'Month of the reports, YYYY-MM'),
  text(
    'record',
    'What was counted: card (one a report), or a slip: unit, obligation, act, phone (self-reported), answers (self-reported)',
  ),
  text('by', "Partition of the rows: all, tier, region, post, or the name of a slip's subject (kind, form, burden)"),
  text('group', 'Group within the partition; "not-said" where the owner left it out'),
  text('field', 'Field of the report; docs/schemas/month-report.schema.json'),
];

export function cellsTable(tables: readonly SafeTable[]): OutputTable {
  return {
    name: 'cells',
    title: 'Counts of reports by bucket. A bucket that is not listed holds none, or was kept back.',
    columns: [...where, text('bucket', 'Bucket of the field'), whole('reports', 'Reports (or slips) in it')],
    rows: tables.flatMap(({ figure: { month, record, field }, byName, columns, rows }) =>
      rows.flatMap((row) =>
        columns.flatMap((bucket, c) =>
          row.hidden[c] ? [] : [[month, record, byName, row.group, field, bucket, row.n[c] as number] as const],
        ),
      ),
    ),
  };
}

/** Five digits: more would be read as certainty. */
const rounded = (x: number) => (Number.isFinite(x) ? Number(x.toPrecision(5)) : null);

export function estimatesTable(estimates: readonly Estimate[]): OutputTable {
  return {
    name: 'estimates',
    title:
      'Estimates with 95 % intervals (delete-a-group jackknife). They speak of those who sent reports, not of all.',
    columns: [
      ...where,
      text(
        'statistic',
        'What is estimated; "at least" and "at most" code every bucket by its edges, others by its middle',
      ),
      text('unit', 'Unit of the estimate'),
      figure('estimate', 'The estimate'),
      figure('low95', 'Lower end of the 95 % interval'),
      figure('high95', 'Upper end of the 95 % interval'),
      whole('reports', 'Reports or slips behind it'),
      whole('blocks', 'Blocks of the jackknife that held any'),
      figure('effective', 'Effective number after raking; empty when nothing was raked'),
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

export function reportsTable(reports: ReadonlyMap<string, number>, k: number): OutputTable {
  return {
    name: 'reports',
    title: 'Reports by month.',
    columns: [text('month', 'Month, YYYY-MM'), whole('reports', 'Reports taken')],
    rows: [...reports].filter(([, n]) => n >= k).map(([month, n]) => [month, n]),
  };
}
