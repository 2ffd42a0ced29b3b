/**
 * Solves a linear classifier of several labels at once: the sum of a text's own label should be at least 1 above the sum
 * of every other label. The loss is the square of what is missing, with an L1 and an L2 penalty. The solver goes through
 * the n-grams in a fixed order and uses only + - * /, so that every computer finds the same weights.
 */

export interface Penalties {
  /** Price of each unit of a weight's size. It makes weights zero. */
  readonly l1: number;
  /** Price of each unit of a weight's square. It keeps weights small. */
  readonly l2: number;
  readonly sweeps: number;
}

/** Returns for each n-gram the texts that contain it. */
export function columnsOf(texts: readonly (readonly number[])[], width: number): Int32Array[] {
  const columns: number[][] = Array.from({ length: width }, () => []);
  texts.forEach((text, row) => {
    for (const gram of text) columns[gram]?.push(row);
  });
  return columns.map((column) => Int32Array.from(column));
}

export interface Problem {
  readonly columns: readonly Int32Array[];
  /** The label of each text. */
  readonly labelOf: Int32Array;
  readonly labelCount: number;
  /** Text × label: how much it costs to take the text for the label. */
  readonly costs: Float64Array;
}

/**
 * Returns the weights, n-gram × label, and in the last row the sums that the labels start from, which have no penalty.
 * With `isAllowed`, the other weights stay zero.
 */
export function solveJointly(
  { columns, labelOf, labelCount, costs }: Problem,
  { l1, l2, sweeps }: Penalties,
  isAllowed?: Uint8Array,
): Float64Array {
  const width = columns.length;
  const weights = new Float64Array((width + 1) * labelCount);
  // Text × label: what is missing to the distance of 1. The cell of the own label stays 0.
  const gaps = new Float64Array(labelOf.length * labelCount).fill(1);
  labelOf.forEach((label, row) => {
    gaps[row * labelCount + label] = 0;
  });
  const everyRow = Int32Array.from(labelOf, (_, row) => row);
  const slopes = new Float64Array(labelCount);
  const curves = new Float64Array(labelCount);
  const changes = new Float64Array(labelCount);

  const step = (gram: number, column: Int32Array, abs: number, square: number) => {
    slopes.fill(0);
    curves.fill(0);
    for (const row of column) {
      const own = labelOf[row] as number;
      const start = row * labelCount;
      for (let label = 0; label < labelCount; label++) {
        const gap = gaps[start + label] as number;
        if (gap <= 0) continue;
        const cost = costs[start + label] as number;
        slopes[label] = (slopes[label] as number) + cost * gap;
        slopes[own] = (slopes[own] as number) - cost * gap;
        curves[label] = (curves[label] as number) + cost;
        curves[own] = (curves[own] as number) + cost;
      }
    }
    let isChanged = false;
    for (let label = 0; label < labelCount; label++) {
      const index = gram * labelCount + label;
      changes[label] = 0;
      if (isAllowed !== undefined && gram < width && isAllowed[index] === 0) continue;
      const old = weights[index] as number;
      // Two labels move against each other in the same step, and gaps may open again: hence twice the curve, and 1.
      const curve = 2 * (curves[label] as number) + 1;
      const target = curve * old - (slopes[label] as number);
      const all = curve + square;
      const next = target > abs ? (target - abs) / all : target < -abs ? (target + abs) / all : 0;
      weights[index] = next;
      changes[label] = next - old;
      isChanged ||= next !== old;
    }
    if (!isChanged) return;
    for (const row of column) {
      const own = labelOf[row] as number;
      const start = row * labelCount;
      const gain = changes[own] as number;
      for (let label = 0; label < labelCount; label++)
        if (label !== own) gaps[start + label] = (gaps[start + label] as number) + (changes[label] as number) - gain;
    }
  };

  const isZero = (gram: number) => {
    for (let label = 0; label < labelCount; label++) if (weights[gram * labelCount + label] !== 0) return false;
    return true;
  };
  for (let sweep = 0; sweep < sweeps; sweep++) {
    // Most n-grams stay without weight. Only every tenth sweep looks at all of them.
    for (let gram = 0; gram < width; gram++)
      if (sweep % 10 === 0 || !isZero(gram)) step(gram, columns[gram] as Int32Array, l1, l2);
    step(width, everyRow, 0, 0);
  }
  return weights;
}
