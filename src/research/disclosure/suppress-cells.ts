/**
 * Cell suppression: which cells of a table of counts may not be published.
 *
 * Primary suppression applies to three kinds of counts: a count of 1 to k − 1, a row whose reports all lie in one
 * column (homogeneity), and a cell that differs by 1 to k − 1 from an earlier release. Complementary suppression adds
 * cells until the interval audit passes. The audit passes when, from everything that is published (cells, row totals,
 * column totals, the grand total), no primary cell can be narrowed to an interval shorter than k.
 *
 * The table is a network whose arcs are its counts (Castro 2012, "Recent advances in optimization techniques for
 * statistical tabular data protection"): columns and rows are nodes, a cell is an arc between them. The flow that can
 * pass around a suppressed cell through other suppressed arcs gives the exact interval of the cell. The cheapest
 * complement is the cheapest cycle through the cell.
 */

/** A table of counts, and which of its rows and column totals other tables suppress. */
export interface FrequencyTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Counts by row and column. */
  readonly n: readonly (readonly number[])[];
  /**
   * Which column totals are suppressed in the other table that publishes column totals. Absent for a table of one row.
   */
  readonly suppressedMargins?: readonly boolean[];
  /** Rows that no table may show, whatever the counts in these rows are. */
  readonly suppressedRows?: readonly boolean[];
}

/** Which cells and row totals may not be published. */
export interface Suppression {
  /** By row and column; true where the cell is suppressed. */
  readonly cells: readonly (readonly boolean[])[];
  /** By row; true where the row's total is suppressed. */
  readonly totals: readonly boolean[];
}

/**
 * Looks up the published count of an earlier release; for `column` null, the count is the row's total. Returns
 * undefined if no release published the count.
 */
export type EarlierCount = (row: number, column: number | null) => number | undefined;

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  isSuppressed: boolean;
  /** Whether the audit must find an interval of at least k for the arc. */
  isPrimary: boolean;
  /** Cost of suppressing the arc as a complement; Infinity if that is not allowed. */
  readonly cost: number;
}

/**
 * Returns the length of the interval to which the value of a suppressed arc can be narrowed. The length is exact if it
 * is less than `enough`.
 */
const intervalLength = (arcs: readonly Arc[], nodes: number, arc: Arc, enough: number): number => {
  const up = maxFlow(arcs, nodes, arc.to, arc.from, arc, enough);
  if (up >= enough) return up;
  return up + Math.min(arc.value, maxFlow(arcs, nodes, arc.from, arc.to, arc, enough));
};

/**
 * Returns the largest flow from one node to another through suppressed arcs other than `excluded` (Edmonds and Karp),
 * at most `enough`.
 */
function maxFlow(arcs: readonly Arc[], nodes: number, from: number, to: number, excluded: Arc, enough: number): number {
  const touching: Arc[][] = Array.from({ length: nodes }, () => []);
  for (const arc of arcs) {
    if (!arc.isSuppressed || arc === excluded) continue;
    touching[arc.from]?.push(arc);
    touching[arc.to]?.push(arc);
  }
  const change = new Map<Arc, number>();
  // The flow may raise the value of an arc by any amount, but lower it at most to 0, because counts are not negative.
  const residual = (arc: Arc) => arc.value + (change.get(arc) ?? 0);
  let sum = 0;
  while (sum < enough) {
    const via: ({ arc: Arc; forward: boolean } | null)[] = Array.from({ length: nodes }, () => null);
    const queue = [from];
    const seen = new Set(queue);
    for (let next = 0; next < queue.length && !seen.has(to); next++) {
      const node = queue[next] as number;
      for (const arc of touching[node] as Arc[]) {
        const forward = arc.from === node;
        const other = forward ? arc.to : arc.from;
        if (seen.has(other) || !(forward || residual(arc) > 0)) continue;
        seen.add(other);
        via[other] = { arc, forward };
        queue.push(other);
      }
    }
    if (!seen.has(to)) return sum;
    let amount = enough - sum;
    for (let node = to; node !== from; ) {
      const step = via[node] as { arc: Arc; forward: boolean };
      if (!step.forward) amount = Math.min(amount, residual(step.arc));
      node = step.forward ? step.arc.from : step.arc.to;
    }
    for (let node = to; node !== from; ) {
      const { arc, forward } = via[node] as { arc: Arc; forward: boolean };
      change.set(arc, (change.get(arc) ?? 0) + (forward ? amount : -amount));
      node = forward ? arc.from : arc.to;
    }
    sum += amount;
  }
  return sum;
}

/**
 * Finds the cheapest path from the head of the arc `excluded` back to its tail, over arcs that can carry `k` (Bellman
 * and Ford). Returns those arcs of the path that are not suppressed yet; null when there is no path.
 */
function cheapestCycle(arcs: readonly Arc[], nodes: number, excluded: Arc, k: number): readonly Arc[] | null {
  const distance = Array.from({ length: nodes }, () => Number.POSITIVE_INFINITY);
  const via: (Arc | null)[] = Array.from({ length: nodes }, () => null);
  const before: number[] = Array.from({ length: nodes }, () => -1);
  distance[excluded.to] = 0;
  for (let round = 0; round < nodes; round++) {
    let changed = false;
    for (const arc of arcs) {
      if (arc === excluded || (arc.cost === Number.POSITIVE_INFINITY && !arc.isSuppressed)) continue;
      const cost = arc.isSuppressed ? 0 : arc.cost;
      const steps: readonly (readonly [number, number])[] =
        arc.value >= k
          ? [
              [arc.from, arc.to],
              [arc.to, arc.from],
            ]
          : [[arc.from, arc.to]];
      for (const [from, to] of steps) {
        const next = (distance[from] as number) + cost;
        if (next < (distance[to] as number)) {
          distance[to] = next;
          via[to] = arc;
          before[to] = from;
          changed = true;
        }
      }
    }
    if (!changed) break;
  }
  if (distance[excluded.from] === Number.POSITIVE_INFINITY) return null;
  const found: Arc[] = [];
  for (let node = excluded.from; node !== excluded.to; node = before[node] as number) {
    const arc = via[node] as Arc;
    if (!arc.isSuppressed) found.push(arc);
  }
  return found;
}

interface Network {
  readonly arcs: readonly Arc[];
  readonly nodes: number;
  readonly cell: (row: number, column: number) => Arc;
  readonly rowTotal: (row: number) => Arc;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/**
 * Nodes: rows, columns, `collect` (after the columns) and `spread` (before the rows). Arcs: row → column for cells,
 * column → collect for column totals, collect → spread for the grand total, spread → row for row totals.
 */
function buildNetwork({ rows, columns, n, suppressedMargins }: FrequencyTable): Network {
  const R = rows.length;
  const C = columns.length;
  const collect = R + C;
  const spread = R + C + 1;
  const grandTotal = sum(n.map(sum));
  const arcs: Arc[] = [];
  const add = (from: number, to: number, value: number, cost: number, isSuppressed = false, isPrimary = false): Arc => {
    const arc = { from, to, value, cost, isSuppressed, isPrimary };
    arcs.push(arc);
    return arc;
  };
  const cells = n.map((row, r) => row.map((value, c) => add(r, R + c, value, value + 1)));
  for (let c = 0; c < C; c++) {
    const value = sum(n.map((row) => row[c] as number));
    const isSuppressed = suppressedMargins === undefined || (suppressedMargins[c] as boolean);
    const isPrimary = suppressedMargins !== undefined && isSuppressed && value > 0;
    add(R + c, collect, value, Number.POSITIVE_INFINITY, isSuppressed, isPrimary);
  }
  add(collect, spread, grandTotal, Number.POSITIVE_INFINITY);
  // This cost is so high that a row's total is suppressed only when no other complement is possible.
  const rowTotals = n.map((row, r) =>
    add(spread, r, sum(row), R === 1 ? Number.POSITIVE_INFINITY : 10 * grandTotal + sum(row)),
  );
  return {
    arcs,
    nodes: R + C + 2,
    cell: (r, c) => (cells[r] as Arc[])[c] as Arc,
    rowTotal: (r) => rowTotals[r] as Arc,
  };
}

function suppressPrimary(table: FrequencyTable, network: Network, k: number, earlier: EarlierCount): void {
  const isDisclosedByDifference = (arc: Arc, before: number | undefined) =>
    before !== undefined && before !== arc.value && Math.abs(before - arc.value) < k;
  table.n.forEach((row, r) => {
    const total = sum(row);
    const totalArc = network.rowTotal(r);
    if ((total > 0 && total < k) || isDisclosedByDifference(totalArc, earlier(r, null))) {
      totalArc.isSuppressed = true;
      totalArc.isPrimary = true;
    } else if (total === 0) totalArc.isSuppressed = true;
    const isRowSuppressed = table.suppressedRows?.[r] === true;
    if (isRowSuppressed) totalArc.isSuppressed = true;
    row.forEach((value, c) => {
      const arc = network.cell(r, c);
      const isHomogeneous = value === total && total > 0 && table.columns.length > 1;
      const isDisclosed = isHomogeneous || isDisclosedByDifference(arc, earlier(r, c));
      if (isRowSuppressed || value < k || isDisclosed) arc.isSuppressed = true;
      if ((value > 0 && value < k) || isDisclosed) arc.isPrimary = true;
    });
  });
}

/**
 * Suppresses complements for one primary arc after another. No arc must be checked again, because suppressing more arcs
 * never makes another interval shorter.
 */
function suppressComplements({ arcs, nodes }: Network, k: number): void {
  for (const primary of arcs.filter((arc) => arc.isPrimary && arc.isSuppressed))
    while (intervalLength(arcs, nodes, primary, k) < k) {
      const cycle = cheapestCycle(arcs, nodes, primary, k);
      const complements =
        cycle === null || cycle.length === 0
          ? arcs.filter((arc) => !arc.isSuppressed && arc.cost !== Number.POSITIVE_INFINITY)
          : cycle;
      if (complements.length === 0) break;
      for (const arc of complements) arc.isSuppressed = true;
    }
}

/**
 * Returns the suppression of a table: counts below `k`, counts that the difference from an `earlier` release would
 * disclose, and complements.
 */
export function suppressCells(table: FrequencyTable, k: number, earlier: EarlierCount = () => undefined): Suppression {
  const network = buildNetwork(table);
  suppressPrimary(table, network, k, earlier);
  suppressComplements(network, k);
  return {
    cells: table.n.map((row, r) => row.map((_, c) => network.cell(r, c).isSuppressed)),
    totals: table.n.map((_, r) => network.rowTotal(r).isSuppressed),
  };
}
