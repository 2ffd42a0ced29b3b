/**
 * The count cube: counts of all rows by month, record, field, stratum and jackknife block. It is built from the results
 * of queries/cards.sql and queries/slips.sql. Tables and estimates use nothing else.
 */
import { type NoiseLevel, noiseLevels } from '../../core/report/draws/randomized-response.ts';
import { drawsOnePart, type ReportLevel, reportLevels } from '../../core/report/report-format.ts';
import { cardLists, slipSchemas } from '../format/codebook.ts';
import { monthFromCode } from '../format/encode-report.ts';
import type { ColumnTable } from './engine.ts';

/** The property by which the reports of a table are grouped. `subject`: the kind of portal, burden form … of a slip. */
export type Partition = 'all' | 'tier' | 'region' | 'post' | 'subject';

/** The column that holds the blocks of the jackknife. */
export type BlockColumn = 'random_group' | 'cluster_group';

/** One count. A code is a place in its list, from 1; code 0 means that the sender left the field out. */
export interface CubeCell {
  readonly tier: number;
  readonly region: number;
  readonly post: number;
  readonly subject: number;
  readonly block: number;
  /**
   * Code of the bucket; 16 × frequency + minutes for the field `hours`; 1 for the field `things`, which is only
   * counted.
   */
  readonly bucket: number;
  /** Reports or slips in the cell. */
  readonly n: number;
  /** Sum of the weights of these reports or slips: how many reports or slips they represent. */
  readonly weight: number;
  /** The largest single weight of a slip. It is 1 for cards, because the dominance rule does not apply to cards. */
  readonly maxWeight: number;
}

/** The cells of one field of one record in one month. */
export interface FieldCounts {
  readonly month: string;
  /** `card`, or the kind of slip. */
  readonly record: string;
  /** A field of the record; `things` counts slips, `hours` joins frequency and minutes of obligations. */
  readonly field: string;
  readonly cells: readonly CubeCell[];
}

/** The counts of all reports of a store. */
export interface CountCube {
  /** Sorted. */
  readonly months: readonly string[];
  readonly fields: readonly FieldCounts[];
  /** Fields of level `noisy`; the bucket is the output of randomized response, plus 1. */
  readonly noisy: readonly (FieldCounts & { readonly e: NoiseLevel })[];
  /** Reports of level `standard` by month and block: the people whom the slips represent. */
  readonly standard: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Reports by month. */
  readonly reports: ReadonlyMap<string, number>;
  /** Reports by month and level, in the order of `reportLevels`. */
  readonly levels: ReadonlyMap<string, readonly number[]>;
}

/** By `field` of cards.sql; 0 counts reports, 5 and 6 are noisy. */
const cardFields = ['', 'coverage', 'attention', 'afterHours', 'repeatShare', 'attention', 'afterHours'] as const;
const firstNoisyField = 5;

interface GrowingField {
  readonly month: string;
  readonly record: string;
  readonly field: string;
  readonly e?: NoiseLevel;
  readonly cells: CubeCell[];
}

/** Fields by a key, created on first use. */
class FieldMap {
  readonly #fields = new Map<number, GrowingField>();
  add(key: number, create: () => Omit<GrowingField, 'cells'>, cell: CubeCell): void {
    let found = this.#fields.get(key);
    if (found === undefined) {
      found = { ...create(), cells: [] };
      this.#fields.set(key, found);
    }
    found.cells.push(cell);
  }
  sorted(): readonly GrowingField[] {
    return [...this.#fields.values()].sort(compareFields);
  }
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const compareFields = (a: GrowingField, b: GrowingField) =>
  compareTexts(a.month, b.month) ||
  compareTexts(a.record, b.record) ||
  compareTexts(a.field, b.field) ||
  (a.e ?? 0) - (b.e ?? 0);

/** Returns a function that reads a cell of a table; `column` is the place of the column in `names`. */
const cellReader = (table: ColumnTable, names: readonly string[]) => {
  const columns = names.map((name) => table.column(name));
  return (column: number, row: number) => columns[column]?.[row] as number;
};

/** Builds the cube from `cards` and `slips`, the results of the two queries. */
export function buildCube(cards: ColumnTable, slips: ColumnTable): CountCube {
  const fields = new FieldMap();
  const noisy = new FieldMap();
  const standard = new Map<string, Map<number, number>>();
  const reports = new Map<string, number>();
  const levels = new Map<string, number[]>();

  const countReports = (month: string, level: number, block: number, n: number) => {
    reports.set(month, (reports.get(month) ?? 0) + n);
    const perLevel = levels.get(month) ?? cardLists.level.map(() => 0);
    perLevel[level - 1] = (perLevel[level - 1] as number) + n;
    levels.set(month, perLevel);
    if (!drawsOnePart(reportLevels[level - 1] as ReportLevel)) return;
    const perBlock = standard.get(month) ?? new Map<number, number>();
    perBlock.set(block, (perBlock.get(block) ?? 0) + n);
    standard.set(month, perBlock);
  };

  const card = cellReader(cards, [
    'field',
    'month',
    'tier',
    'region',
    'post',
    'block',
    'weight',
    'noise',
    'bucket',
    'n',
  ]);
  for (let i = 0; i < cards.length; i++) {
    const field = card(0, i);
    const code = card(1, i);
    const block = card(5, i);
    const bucket = card(8, i);
    const n = card(9, i);
    if (field === 0) {
      countReports(monthFromCode(code), Math.floor(bucket / 16), block, n);
      continue;
    }
    const isNoisy = field >= firstNoisyField;
    const weight = isNoisy ? n : n * card(6, i);
    const stratum = { tier: card(2, i), region: card(3, i), post: card(4, i), subject: 0 };
    const cell = { ...stratum, block, bucket, n, weight, maxWeight: 1 };
    const create = () => ({ month: monthFromCode(code), record: 'card', field: cardFields[field] as string });
    if (isNoisy) {
      const noise = card(7, i);
      const e = noiseLevels[noise - 1] as NoiseLevel;
      noisy.add(100 * code + 10 * noise + field, () => ({ ...create(), e }), cell);
    } else fields.add(100 * code + field, create, cell);
  }

  const slip = cellReader(slips, [
    'field',
    'month',
    'slip',
    'tier',
    'subject',
    'block',
    'bucket',
    'n',
    'w',
    'heaviest',
  ]);
  for (let i = 0; i < slips.length; i++) {
    const kind = slip(2, i);
    const schema = slipSchemas[kind - 1];
    if (schema === undefined) throw new Error(`The store holds slips of kind ${kind}, which is not in the codebook`);
    const number = slip(0, i);
    const field = number === 0 ? 'things' : number === 6 ? 'hours' : schema.fields[number - 1]?.[0];
    if (field === undefined) continue;
    const code = slip(1, i);
    fields.add(100 * code + 10 * kind + number, () => ({ month: monthFromCode(code), record: schema.slip, field }), {
      tier: slip(3, i),
      region: 0,
      post: 0,
      subject: slip(4, i),
      block: slip(5, i),
      bucket: number === 0 ? 1 : slip(6, i),
      n: slip(7, i),
      weight: slip(8, i),
      maxWeight: slip(9, i),
    });
  }

  return {
    months: [...reports.keys()].sort(),
    fields: fields.sorted(),
    noisy: noisy.sorted().map((field) => ({ ...field, e: field.e ?? 3 })),
    standard,
    reports,
    levels,
  };
}

const schemaOf = (record: string) => slipSchemas.find((schema) => schema.slip === record);

/** Returns the labels of a partition's groups by code, from code 1; code 0 is "not said". */
export function groupLabels(record: string, by: Partition): readonly string[] {
  if (by === 'all') return [];
  return by === 'subject' ? (schemaOf(record)?.subject?.[1] ?? []) : cardLists[by];
}

/** Returns the name of a partition in the tables: the subject of a slip is its kind, form or burden. */
export const partitionName = (record: string, by: Partition): string =>
  by === 'subject' ? (schemaOf(record)?.subject?.[0] ?? 'subject') : by;

/** Returns the labels of a field's buckets by code, from code 1. */
export function bucketLabels(record: string, field: string): readonly string[] {
  if (record === 'card') return cardLists[field as 'coverage' | 'attention' | 'afterHours' | 'repeatShare'];
  return schemaOf(record)?.fields.find(([name]) => name === field)?.[1] ?? [];
}
