/** A database that holds the store's tables `cards` and `slips`. All engines get the same SQL text. */
export interface Engine {
  /** The name in messages, such as "DuckDB". */
  readonly name: string;
  /**
   * The result holds whole numbers only. The promise rejects when a part of the rows can't be read, so there are no
   * partial results.
   */
  readonly query: (sql: string) => Promise<ColumnTable>;
  readonly close: () => Promise<void>;
}

/** A table of numbers, column by column; all columns have the same length. */
export interface ColumnTable {
  readonly names: readonly string[];
  /** Number of rows. */
  readonly length: number;
  /** Throws for an unknown name. */
  readonly column: (name: string) => ArrayLike<number>;
}

/** Returns a table of the given columns, in the order of `names`. */
export function columnTable(names: readonly string[], columns: readonly ArrayLike<number>[]): ColumnTable {
  return {
    names,
    length: columns[0]?.length ?? 0,
    column: (name) => {
      const found = columns[names.indexOf(name)];
      if (found === undefined) throw new Error(`The query gave no column "${name}"`);
      return found;
    },
  };
}
