/**
 * Tables of counts with their suppressed cells. Each field of the cube gets an overall table, which counts everyone in
 * one row, and one table for each partition, with a row for each group.
 */
import {
  bucketLabels,
  type CountCube,
  type CubeCell,
  type FieldCounts,
  groupLabels,
  type Partition,
  partitionName,
} from '../store/count-cube.ts';
import { type FrequencyTable, suppressCells } from './suppress-cells.ts';

/** The name of the group of reports in which the sender left the field out. */
const notSaid = 'not-said';

/** A table of counts of one field, with the cells and totals that are suppressed. */
export interface SafeTable {
  readonly counts: FieldCounts;
  readonly by: Partition;
  /** Name of the partition in the output: all, tier, region, post, kind, form, burden. */
  readonly byName: string;
  /** Labels of the buckets. */
  readonly columns: readonly string[];
  readonly rows: readonly SafeRow[];
}
/** The counts of one group. */
export interface SafeRow {
  /** Label of the group; `all` in an overall table. */
  readonly group: string;
  /** Code of the group in its list; 0 for the group `not-said`. */
  readonly code: number;
  /** Counts by column, including the suppressed ones. */
  readonly n: readonly number[];
  readonly total: number;
  /** True where the count is suppressed. */
  readonly isSuppressed: readonly boolean[];
  readonly isTotalSuppressed: boolean;
}

/**
 * Looks up the count that an earlier release published for a cell; for `column` null, the count is the row's total.
 * Returns undefined if no release published the count.
 */
export type PublishedCounts = (table: string, row: string, column: string | null) => number | undefined;

/** Returns the name of a table in release records and in the seeds of perturbation. */
export const tableName = ({ month, record, field }: FieldCounts, byName: string): string =>
  `${month}/${record}/${field}/${byName}`;

/** Counts by bucket for each code of a partition, sorted by code. */
type RowsByCode = ReadonlyMap<number, readonly number[]>;

/** The suppressed cells of the overall tables. These cells are the totals of a table by group. */
interface Margins {
  /** Suppressed columns of the overall table. */
  readonly columns: readonly boolean[];
  /** Codes of suppressed groups. */
  readonly groups: ReadonlySet<number>;
}

function countBy(cells: readonly CubeCell[], by: Partition, columns: number): RowsByCode {
  const rows = new Map<number, number[]>();
  for (const cell of cells) {
    const code = by === 'all' ? 0 : cell[by];
    let row = rows.get(code);
    if (row === undefined) {
      row = Array.from({ length: columns }, () => 0);
      rows.set(code, row);
    }
    row[cell.bucket - 1] = (row[cell.bucket - 1] as number) + cell.n;
  }
  return new Map([...rows].sort(([a], [b]) => a - b));
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/**
 * Returns the codes of the groups that no table of the record may show: groups that are too small, and complementary
 * groups. The decision is made once for all fields of a record, because the row totals of all fields count the same
 * people.
 */
function suppressGroups(tables: readonly RowsByCode[], k: number): ReadonlySet<number> {
  const codes = [...new Set(tables.flatMap((rows) => [...rows.keys()]))].sort((a, b) => a - b);
  const suppressed = new Set<number>();
  for (const rows of tables) {
    const n = codes.map((code) => sum(rows.get(code) ?? []));
    const { cells } = suppressCells({ rows: ['all'], columns: codes.map(String), n: [n] }, k);
    codes.forEach((code, c) => {
      if (cells[0]?.[c]) suppressed.add(code);
    });
  }
  return suppressed;
}

/**
 * Returns the tables of all records. For each record the overall tables come first, because the tables by group need
 * them as margins.
 */
export function safeTables(cube: CountCube, k: number, published: PublishedCounts): readonly SafeTable[] {
  const records = new Map<string, FieldCounts[]>();
  for (const counts of cube.fields) {
    if (counts.field === 'hours') continue;
    const key = `${counts.month}/${counts.record}`;
    records.set(key, [...(records.get(key) ?? []), counts]);
  }
  return [...records.values()].flatMap((fields) => recordTables(fields, k, published));
}

/** Returns the tables of all fields of one record in one month. */
function recordTables(fields: readonly FieldCounts[], k: number, published: PublishedCounts): readonly SafeTable[] {
  const tables: SafeTable[] = [];
  const record = fields[0]?.record ?? '';
  const things = fields.find((counts) => counts.field === 'things');
  const bucketed = fields.filter((counts) => counts.field !== 'things');
  const rowsOf = (counts: FieldCounts, by: Partition) =>
    countBy(counts.cells, by, bucketLabels(record, counts.field).length);

  const overallTables = new Map<FieldCounts, SafeTable>();
  for (const counts of fields) {
    const table =
      counts === things
        ? thingsTable(counts, k, published)
        : fieldTable(counts, 'all', rowsOf(counts, 'all'), k, published);
    if (table === null) continue;
    overallTables.set(counts, table);
    tables.push(table);
  }

  const partitions: readonly Partition[] = record === 'card' ? ['tier', 'region', 'post'] : ['subject', 'tier'];
  for (const by of partitions) {
    const rows = bucketed.map((counts) => rowsOf(counts, by));
    const isSaid = rows.some((byCode) => [...byCode.keys()].some((code) => code > 0));
    if (!isSaid) continue;
    const groups = suppressGroups(things === undefined ? rows : [...rows, countBy(things.cells, by, 1)], k);
    bucketed.forEach((counts, i) => {
      const columns = overallTables.get(counts)?.rows[0]?.isSuppressed ?? [];
      tables.push(fieldTable(counts, by, rows[i] as RowsByCode, k, published, { columns, groups }));
    });
  }
  return tables;
}

function fieldTable(
  counts: FieldCounts,
  by: Partition,
  rows: RowsByCode,
  k: number,
  published: PublishedCounts,
  margins?: Margins,
): SafeTable {
  const labels = groupLabels(counts.record, by);
  const codes = [...rows.keys()];
  const groups = codes.map((code) => (by === 'all' ? 'all' : code === 0 ? notSaid : (labels[code - 1] as string)));
  const columns = bucketLabels(counts.record, counts.field);
  return safeTable(counts, by, codes, groups, columns, [...rows.values()], k, published, margins);
}

/** Returns the table that counts slips: one row, with a column for each subject. Null for slips without a subject. */
function thingsTable(counts: FieldCounts, k: number, published: PublishedCounts): SafeTable | null {
  const labels = groupLabels(counts.record, 'subject');
  if (labels.length === 0) return null;
  const columns = [notSaid, ...labels];
  const n = columns.map(() => 0);
  for (const cell of counts.cells) n[cell.subject] = (n[cell.subject] as number) + cell.n;
  return safeTable(counts, 'all', [0], ['all'], columns, [n], k, published);
}

function safeTable(
  counts: FieldCounts,
  by: Partition,
  codes: readonly number[],
  groups: readonly string[],
  columns: readonly string[],
  n: readonly (readonly number[])[],
  k: number,
  published: PublishedCounts,
  margins?: Margins,
): SafeTable {
  const byName = partitionName(counts.record, by);
  const name = tableName(counts, byName);
  const table: FrequencyTable = {
    rows: groups,
    columns,
    n,
    ...(margins === undefined
      ? {}
      : {
          suppressedMargins: margins.columns,
          suppressedRows: codes.map((code) => margins.groups.has(code)),
        }),
  };
  const suppressed = suppressCells(table, k, (row, column) =>
    published(name, groups[row] as string, column === null ? null : (columns[column] as string)),
  );
  return {
    counts,
    by,
    byName,
    columns,
    rows: groups.map((group, r) => ({
      group,
      code: codes[r] as number,
      n: n[r] as readonly number[],
      total: sum(n[r] as readonly number[]),
      isSuppressed: suppressed.cells[r] as readonly boolean[],
      isTotalSuppressed: suppressed.totals[r] as boolean,
    })),
  };
}
