/**
 * Which cells of a table of counts are kept back.
 *
 * Primary: a count of 1 to k − 1; a row whose whole content lies in one column (homogeneity); a cell that differs by
 * 1 to k − 1 from one published before. Complementary: more cells, until the interval audit passes: from everything
 * published (cells, row sums, column sums, the whole) no kept-back primary cell can be pinned to an interval narrower
 * than k. The table is a network whose arcs are its counts (Castro 2012, "Recent advances in optimization techniques
 * for statistical tabular data protection"), so the exact interval of a cell is what can flow round it, and the
 * cheapest complement is the cheapest cycle.
 */
export interface CountTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Counts by row and column. */
  readonly n: readonly (readonly number[])[];
  /** Column sums are published elsewhere, but for those kept back there; absent for a table of one row. */
  readonly margins?: { readonly hidden: readonly boolean[] };
  /** Rows that no table may show, whatever they hold. */
  readonly hiddenRows?: readonly boolean[];
}

export interface Protection {
  /** True where the cell is kept back. */
  readonly hidden: readonly (readonly boolean[])[];
  /** True where the row's sum is kept back too. */
  readonly hiddenRows: readonly boolean[];
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  hidden: boolean;
  sensitive: boolean;
  /** May be hidden to protect others; at this cost. Infinity: never. */
  readonly cost: number;
}

const width = (arcs: readonly Arc[], nodes: number, arc: Arc, enough: number): number => {
  const up = flow(arcs, nodes, arc.to, arc.from, arc, enough);
  if (up >= enough) return up;
  return up + Math.min(arc.value, flow(arcs, nodes, arc.from, arc.to, arc, enough));
};

/** The most that hidden arcs other than `apart` can carry from one node to another, up to `enough`. */
function flow(arcs: readonly Arc[], nodes: number, from: number, to: number, apart: Arc, enough: number): number {
  const touching: Arc[][] = Array.from({ length: nodes }, () => []);
  for (const arc of arcs) {
    if (!arc.hidden || arc === apart) continue;
    touching[arc.from]?.push(arc);
    touching[arc.to]?.push(arc);
  }
  const change = new Map<Arc, number>();
  const leftOf = (arc: Arc) => arc.value + (change.get(arc) ?? 0);
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
        if (seen.has(other) || !(forward || leftOf(arc) > 0)) continue;
        seen.add(other);
        via[other] = { arc, forward };
        queue.push(other);
      }
    }
    if (!seen.has(to)) return sum;
    let room = enough - sum;
    for (let node = to; node !== from; ) {
      const step = via[node] as { arc: Arc; forward: boolean };
      if (!step.forward) room = Math.min(room, leftOf(step.arc));
      node = step.forward ? step.arc.from : step.arc.to;
    }
    for (let node = to; node !== from; ) {
      const { arc, forward } = via[node] as { arc: Arc; forward: boolean };
      change.set(arc, (change.get(arc) ?? 0) + (forward ? room : -room));
      node = forward ? arc.from : arc.to;
    }
    sum += room;
  }
  return sum;
}

/** The cheapest way back from the arc's head to its tail over arcs that can carry `k`; its shown arcs are to be hidden. */
function cheapestCycle(arcs: readonly Arc[], nodes: number, apart: Arc, k: number): readonly Arc[] | null {
  const price = Array.from({ length: nodes }, () => Number.POSITIVE_INFINITY);
  const via: (Arc | null)[] = Array.from({ length: nodes }, () => null);
  const before: number[] = Array.from({ length: nodes }, () => -1);
  price[apart.to] = 0;
  for (let round = 0; round < nodes; round++) {
    let changed = false;
    for (const arc of arcs) {
      if (arc === apart || (arc.cost === Number.POSITIVE_INFINITY && !arc.hidden)) continue;
      const cost = arc.hidden ? 0 : arc.cost;
      const steps: readonly (readonly [number, number])[] =
        arc.value >= k
          ? [
              [arc.from, arc.to],
              [arc.to, arc.from],
            ]
          : [[arc.from, arc.to]];
      for (const [from, to] of steps) {
        const next = (price[from] as number) + cost;
        if (next < (price[to] as number)) {
          price[to] = next;
          via[to] = arc;
          before[to] = from;
          changed = true;
        }
      }
    }
    if (!changed) break;
  }
  if (price[apart.from] === Number.POSITIVE_INFINITY) return null;
  const found: Arc[] = [];
  for (let node = apart.from; node !== apart.to; node = before[node] as number) {
    const arc = via[node] as Arc;
    if (!arc.hidden) found.push(arc);
  }
  return found;
}

interface Network {
  readonly arcs: readonly Arc[];
  readonly nodes: number;
  readonly cell: (row: number, column: number) => Arc;
  readonly rowSum: (row: number) => Arc;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

function networkOf(table: CountTable): Network {
  const { rows, columns, n, margins } = table;
  const R = rows.length;
  const C = columns.length;
  const collect = R + C;
  const spread = R + C + 1;
  const whole = sum(n.map(sum));
  const arcs: Arc[] = [];
  const add = (from: number, to: number, value: number, cost: number, hidden = false, sensitive = false): Arc => {
    const arc = { from, to, value, cost, hidden, sensitive };
    arcs.push(arc);
    return arc;
  };
  const cells = n.map((row, r) => row.map((value, c) => add(r, R + c, value, value + 1)));
  for (let c = 0; c < C; c++) {
    const value = sum(n.map((row) => row[c] as number));
    const hidden = margins === undefined || (margins.hidden[c] as boolean);
    add(R + c, collect, value, Number.POSITIVE_INFINITY, hidden, margins !== undefined && hidden && value > 0);
  }
  add(collect, spread, whole, Number.POSITIVE_INFINITY);
  // A row's sum goes only when nothing else helps.
  const rowSums = n.map((row, r) =>
    add(spread, r, sum(row), R === 1 ? Number.POSITIVE_INFINITY : 10 * whole + sum(row)),
  );
  return {
    arcs,
    nodes: R + C + 2,
    cell: (r, c) => (cells[r] as Arc[])[c] as Arc,
    rowSum: (r) => rowSums[r] as Arc,
  };
}

/** `before`: what an earlier release published for a cell, or undefined; `beforeRow` the same for row sums. */
export function protect(
  table: CountTable,
  k: number,
  before: (row: number, column: number | null) => number | undefined = () => undefined,
): Protection {
  const network = networkOf(table);
  const { arcs, nodes } = network;
  const nearly = (arc: Arc, known: number | undefined) =>
    known !== undefined && known !== arc.value && Math.abs(known - arc.value) < k;
  table.n.forEach((row, r) => {
    const total = sum(row);
    const rowArc = network.rowSum(r);
    if ((total > 0 && total < k) || nearly(rowArc, before(r, null))) {
      rowArc.hidden = true;
      rowArc.sensitive = true;
    } else if (total === 0) rowArc.hidden = true;
    const whole = table.hiddenRows?.[r] === true;
    if (whole) rowArc.hidden = true;
    row.forEach((value, c) => {
      const arc = network.cell(r, c);
      if (whole) arc.hidden = true;
      const alone = value === total && total > 0 && table.columns.length > 1;
      if (value < k || alone || nearly(arc, before(r, c))) arc.hidden = true;
      if ((value > 0 && value < k) || alone || nearly(arc, before(r, c))) arc.sensitive = true;
    });
  });
  // Each in turn: what is kept back for one makes no other narrower.
  for (const bare of arcs.filter((arc) => arc.sensitive && arc.hidden))
    while (width(arcs, nodes, bare, k) < k) {
      const cycle = cheapestCycle(arcs, nodes, bare, k);
      const more =
        cycle === null || cycle.length === 0
          ? arcs.filter((arc) => !arc.hidden && arc.cost !== Number.POSITIVE_INFINITY)
          : cycle;
      if (more.length === 0) break;
      for (const arc of more) arc.hidden = true;
    }
  return {
    hidden: table.n.map((row, r) => row.map((_, c) => network.cell(r, c).hidden)),
    hiddenRows: table.n.map((_, r) => network.rowSum(r).hidden),
  };
}
