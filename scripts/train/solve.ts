/**
 * Solves one linear classifier by coordinate descent: squared hinge loss with an L1 and an L2 penalty. It uses only
 * + - * /, in a fixed order, so that every computer finds the same weights.
 */

/** One text: the indexes of its n-grams. */
export type Features = Int32Array;

export interface Penalties {
  /** Price of each unit of a weight's size. It makes weights zero. */
  readonly l1: number;
  /** Price of each unit of a weight's square. It keeps weights small. */
  readonly l2: number;
  readonly sweeps: number;
}

/** The columns of a set of texts: for each n-gram the texts that contain it. */
export function columnsOf(texts: readonly Features[], width: number): Int32Array[] {
  const sizes = new Int32Array(width);
  for (const text of texts) for (const gram of text) sizes[gram] = (sizes[gram] as number) + 1;
  const columns = [...sizes].map((size) => new Int32Array(size));
  const filled = new Int32Array(width);
  texts.forEach((text, row) => {
    for (const gram of text) {
      const at = filled[gram] as number;
      (columns[gram] as Int32Array)[at] = row;
      filled[gram] = at + 1;
    }
  });
  return columns;
}

/**
 * Finds the weights that separate the texts of a label (`signs` 1) from the others (`signs` -1). `costs` say how much an
 * error at each text counts. The last weight is the bias, which has no penalty.
 */
export function solve(
  columns: readonly Int32Array[],
  signs: Int8Array,
  costs: Float64Array,
  { l1, l2, sweeps }: Penalties,
): Float64Array {
  const width = columns.length;
  const rows = signs.length;
  const weights = new Float64Array(width + 1);
  // How far each text is from where it should be: 1 - sign * sum.
  const gaps = new Float64Array(rows).fill(1);
  const everyRow = Int32Array.from(signs, (_, row) => row);
  const curvatures = Float64Array.from([...columns, everyRow], (column) => {
    let sum = 0;
    for (const row of column) sum += costs[row] as number;
    return sum;
  });
  const step = (index: number, column: Int32Array, abs: number, square: number) => {
    let slope = 0;
    for (const row of column) {
      const gap = gaps[row] as number;
      if (gap > 0) slope -= (costs[row] as number) * (signs[row] as number) * gap;
    }
    const old = weights[index] as number;
    const curve = (curvatures[index] as number) + square;
    if (curve === 0) return;
    const target = curve * old - (slope + square * old);
    const next = target > abs ? (target - abs) / curve : target < -abs ? (target + abs) / curve : 0;
    if (next === old) return;
    weights[index] = next;
    const change = next - old;
    for (const row of column) gaps[row] = (gaps[row] as number) - (signs[row] as number) * change;
  };
  for (let sweep = 0; sweep < sweeps; sweep++) {
    // Most weights stay zero. Only every tenth sweep looks at all of them.
    for (let index = 0; index < width; index++)
      if (sweep % 10 === 0 || weights[index] !== 0) step(index, columns[index] as Int32Array, l1, l2);
    step(width, everyRow, 0, 0);
  }
  return weights;
}
