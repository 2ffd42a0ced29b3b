/** Tables of counts with what must be kept back, for each figure and partition. */
import { type By, bucketsOf, byName, type Cube, type Fact, type Figure, groupsOf } from '../store/count-cube.ts';
import { type CountTable, protect } from './suppress-cells.ts';

export const notSaid = 'not-said';

export interface SafeTable {
  readonly figure: Figure;
  readonly by: By;
  /** Name of the partition for readers: all, tier, region, post, kind, form, burden. */
  readonly byName: string;
  readonly columns: readonly string[];
  readonly rows: readonly SafeRow[];
}
export interface SafeRow {
  /** Words of the group, `all` for everyone. */
  readonly group: string;
  /** Code of the group in its list; 0 is not said. */
  readonly code: number;
  readonly n: readonly number[];
  readonly total: number;
  readonly hidden: readonly boolean[];
  readonly hiddenTotal: boolean;
}

/** What earlier releases published: a count by table, row and column (null: the row's sum). */
export type Published = (table: string, row: string, column: string | null) => number | undefined;

export const tableName = (figure: Figure, by: string): string =>
  `${figure.month}/${figure.record}/${figure.field}/${by}`;

/** Counts of one figure by the codes of a partition and by bucket. */
type Counts = ReadonlyMap<number, readonly number[]>;

function countsBy(facts: readonly Fact[], by: By, columns: number): Counts {
  const rows = new Map<number, number[]>();
  facts.forEach((fact) => {
    const code = by === 'all' ? 0 : fact[by];
    let row = rows.get(code);
    if (row === undefined) {
      row = Array.from({ length: columns }, () => 0);
      rows.set(code, row);
    }
    row[fact.bucket - 1] = (row[fact.bucket - 1] as number) + fact.n;
  });
  return new Map([...rows].sort(([a], [b]) => a - b));
}

const wordOf = (words: readonly string[], code: number) => (code === 0 ? notSaid : (words[code - 1] as string));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/**
 * Groups of a partition that no table of the record may show: too small, or the one from which a small one could be
 * told. Decided once for all fields, since the sums of their rows are the same people.
 */
function hiddenGroups(counts: readonly Counts[], k: number): ReadonlySet<number> {
  const codes = [...new Set(counts.flatMap((one) => [...one.keys()]))].sort((a, b) => a - b);
  const hidden = new Set<number>();
  for (const one of counts) {
    const n = codes.map((code) => sum(one.get(code) ?? []));
    const { hidden: cells } = protect({ rows: ['all'], columns: codes.map(String), n: [n] }, k);
    codes.forEach((code, c) => {
      if (cells[0]?.[c]) hidden.add(code);
    });
  }
  return hidden;
}

/** The tables of everyone and, within their margins, the tables by stratum. */
export function safeTables(cube: Cube, k: number, published: Published): readonly SafeTable[] {
  const tables: SafeTable[] = [];
  const records = new Map<string, Figure[]>();
  for (const figure of cube.figures) {
    if (figure.field === 'hours') continue;
    const key = `${figure.month}/${figure.record}`;
    records.set(key, [...(records.get(key) ?? []), figure]);
  }
  for (const figures of records.values()) {
    const record = figures[0]?.record ?? '';
    const fields = figures.filter((figure) => figure.field !== 'things');
    const bys: readonly By[] = record === 'card' ? ['tier', 'region', 'post'] : ['subject', 'tier'];
    const whole = new Map<Figure, SafeTable>();
    for (const figure of figures) {
      const table =
        figure.field === 'things'
          ? thingsTable(figure, k, published)
          : makeTable(
              figure,
              'all',
              countsBy(figure.facts, 'all', bucketsOf(record, figure.field).length),
              k,
              published,
            );
      if (table === null) continue;
      whole.set(figure, table);
      tables.push(table);
    }
    for (const by of bys) {
      const counts = fields.map((figure) => countsBy(figure.facts, by, bucketsOf(record, figure.field).length));
      if (!counts.some((one) => [...one.keys()].some((code) => code > 0))) continue;
      const things = figures.find((figure) => figure.field === 'things');
      const hidden = hiddenGroups(things === undefined ? counts : [...counts, countsBy(things.facts, by, 1)], k);
      fields.forEach((figure, f) => {
        const margins = whole.get(figure)?.rows[0]?.hidden ?? [];
        tables.push(makeTable(figure, by, counts[f] as Counts, k, published, { margins, hidden }));
      });
    }
  }
  return tables;
}

function makeTable(
  figure: Figure,
  by: By,
  counts: Counts,
  k: number,
  published: Published,
  within?: { readonly margins: readonly boolean[]; readonly hidden: ReadonlySet<number> },
): SafeTable {
  const columns = bucketsOf(figure.record, figure.field);
  const words = groupsOf(figure.record, by);
  const codes = [...counts.keys()];
  const groups = codes.map((code) => (by === 'all' ? 'all' : wordOf(words, code)));
  return protectedTable(figure, by, codes, groups, columns, [...counts.values()], k, published, within);
}

/** How many slips there are of each subject: one row, its columns the subjects. */
function thingsTable(figure: Figure, k: number, published: Published): SafeTable | null {
  const words = groupsOf(figure.record, 'subject');
  if (words.length === 0) return null;
  const columns = [notSaid, ...words];
  const n = columns.map(() => 0);
  for (const fact of figure.facts) n[fact.subject] = (n[fact.subject] as number) + fact.n;
  return protectedTable(figure, 'all', [0], ['all'], columns, [n], k, published);
}

function protectedTable(
  figure: Figure,
  by: By,
  codes: readonly number[],
  groups: readonly string[],
  columns: readonly string[],
  n: readonly (readonly number[])[],
  k: number,
  published: Published,
  within?: { readonly margins: readonly boolean[]; readonly hidden: ReadonlySet<number> },
): SafeTable {
  const table: CountTable = {
    rows: groups,
    columns,
    n,
    ...(within === undefined
      ? {}
      : { margins: { hidden: within.margins }, hiddenRows: codes.map((code) => within.hidden.has(code)) }),
  };
  const name = tableName(figure, byName(figure.record, by));
  const { hidden, hiddenRows } = protect(table, k, (row, column) =>
    published(name, groups[row] as string, column === null ? null : (columns[column] as string)),
  );
  return {
    figure,
    by,
    byName: byName(figure.record, by),
    columns,
    rows: groups.map((group, r) => ({
      group,
      code: codes[r] as number,
      n: n[r] as readonly number[],
      total: sum(n[r] as readonly number[]),
      hidden: hidden[r] as readonly boolean[],
      hiddenTotal: hiddenRows[r] as boolean,
    })),
  };
}
