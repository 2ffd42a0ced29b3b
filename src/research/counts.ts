/** Tables of counts with what must be kept back, for each figure and partition. */
import { type By, bucketsOf, byName, type Cube, type Figure, groupsOf } from './facts.ts';
import { type CountTable, protect } from './protect.ts';

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

function countsOf(figure: Figure, by: By, codes: readonly number[], columns: number): number[][] {
  const n = codes.map(() => Array.from({ length: columns }, () => 0));
  for (const fact of figure.facts) {
    const row = n[by === 'all' ? 0 : codes.indexOf(fact[by])];
    if (row !== undefined) row[fact.bucket - 1] = (row[fact.bucket - 1] as number) + fact.n;
  }
  return n;
}

/** The table of everyone and, within its margins, the tables by stratum. */
export function safeTables(cube: Cube, k: number, published: Published): readonly SafeTable[] {
  const tables: SafeTable[] = [];
  for (const figure of cube.figures) {
    if (figure.field === 'hours' || figure.field === 'things') continue;
    const columns = bucketsOf(figure.record, figure.field);
    const bys: readonly By[] = figure.record === 'card' ? ['tier', 'region', 'post'] : ['subject', 'tier'];
    const make = (by: By, margins?: readonly boolean[]): SafeTable | null => {
      const words = groupsOf(figure.record, by);
      const present = [...new Set(figure.facts.map((fact) => (by === 'all' ? 0 : fact[by])))].sort((a, b) => a - b);
      if (by !== 'all' && !present.some((code) => code > 0)) return null;
      const groups = present.map((code) => (by === 'all' ? 'all' : code === 0 ? notSaid : (words[code - 1] as string)));
      const n = countsOf(figure, by, present, columns.length);
      const table: CountTable = {
        rows: groups,
        columns,
        n,
        ...(margins === undefined ? {} : { margins: { hidden: margins } }),
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
          code: present[r] as number,
          n: n[r] as number[],
          total: (n[r] as number[]).reduce((a, b) => a + b, 0),
          hidden: hidden[r] as boolean[],
          hiddenTotal: hiddenRows[r] as boolean,
        })),
      };
    };
    const all = make('all');
    if (all === null) continue;
    tables.push(all);
    for (const by of bys) {
      const table = make(by, all.rows[0]?.hidden ?? []);
      if (table !== null) tables.push(table);
    }
  }
  return tables;
}
