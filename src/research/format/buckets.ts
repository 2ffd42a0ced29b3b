/** The numbers that the label of a bucket stands for. */
export interface Range {
  readonly low: number;
  /** Null for the last bucket when it is open. */
  readonly high: number | null;
  /** Midpoint, from which means are computed. For an open bucket: 1.5 times the lower edge. */
  readonly middle: number;
}

const cache = new Map<string, Range | null>();

/**
 * Parses the label of a bucket: `5-10h` → 5 to 10; `80h-` → 80 and above; `0` → 0. Null for a label without numbers.
 */
export function rangeOf(label: string): Range | null {
  let range = cache.get(label);
  if (range === undefined) {
    range = parseLabel(label);
    cache.set(label, range);
  }
  return range;
}

function parseLabel(label: string): Range | null {
  const closed = /^(\d+)-(\d+)(h|min|%| days)?$/.exec(label);
  if (closed !== null) {
    const low = Number(closed[1]);
    const high = Number(closed[2]);
    return { low, high, middle: (low + high) / 2 };
  }
  const open = /^(\d+)(h|min|%| days)?-( days)?$/.exec(label) ?? /^(\d+)- days$/.exec(label);
  if (open !== null) {
    const low = Number(open[1]);
    // A share cannot exceed 100 %.
    return label.includes('%') ? { low, high: 100, middle: (low + 100) / 2 } : { low, high: null, middle: low * 1.5 };
  }
  return /^\d+$/.test(label) ? { low: Number(label), high: Number(label), middle: Number(label) } : null;
}
