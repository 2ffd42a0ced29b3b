/** A place where the store's two tables can be asked. All engines get the same SQL text. */
export interface Engine {
  readonly name: string;
  /** Whole numbers only, column by column. Throws rather than answer for a part of the rows. */
  readonly ask: (sql: string) => Promise<Table & { readonly names: readonly string[] }>;
  readonly close: () => Promise<void>;
}

/** Columns by name; all of one length. */
export interface Table {
  readonly length: number;
  readonly column: (name: string) => ArrayLike<number>;
}

export function tableOf(
  names: readonly string[],
  columns: readonly ArrayLike<number>[],
): Table & { readonly names: readonly string[] } {
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
