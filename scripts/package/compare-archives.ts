/** Compares the files of two archives. */
type Entries = Readonly<Record<string, Uint8Array>>;

/**
 * Returns one line for each file that is missing from `given`, that only `given` has, or whose content differs from
 * that in `expected`. The lines are sorted by file name.
 */
export function differences(given: Entries, expected: Entries): string[] {
  const names = [...new Set([...Object.keys(given), ...Object.keys(expected)])].sort();
  return names.flatMap((name) => {
    const [a, b] = [given[name], expected[name]];
    if (a === undefined) return [`missing: ${name}`];
    if (b === undefined) return [`added: ${name}`];
    if (Buffer.from(a).equals(Buffer.from(b))) return [];
    const first = a.findIndex((byte, i) => byte !== b[i]);
    return [`different: ${name}, from byte ${first < 0 ? Math.min(a.length, b.length) : first}`];
  });
}
