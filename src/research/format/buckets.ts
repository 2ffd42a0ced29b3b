/** What a bucket says in numbers: its edges, and the middle that means are coded with. */
export interface Range {
  readonly low: number;
  /** Null for the last, open bucket. */
  readonly high: number | null;
  /** Half way; one and a half times the lower edge where the bucket is open. */
  readonly middle: number;
}

const known = new Map<string, Range | null>();

/** `5-10h` → 5 to 10; `80h-` → 80 and above; `0` → 0; a word → null. */
export function rangeOf(label: string): Range | null {
  let range = known.get(label);
  if (range === undefined) {
    range = read(label);
    known.set(label, range);
  }
  return range;
}

function read(label: string): Range | null {
  const closed = /^(\d+)-(\d+)(h|min|%| days)?$/.exec(label);
  if (closed !== null) {
    const low = Number(closed[1]);
    const high = Number(closed[2]);
    return { low, high, middle: (low + high) / 2 };
  }
  const open = /^(\d+)(h|min|%| days)?-( days)?$/.exec(label) ?? /^(\d+)- days$/.exec(label);
  if (open !== null) {
    const low = Number(open[1]);
    // A share cannot pass 100 %.
    return label.includes('%') ? { low, high: 100, middle: (low + 100) / 2 } : { low, high: null, middle: low * 1.5 };
  }
  return /^\d+$/.test(label) ? { low: Number(label), high: Number(label), middle: Number(label) } : null;
}
