/**
 * Canonical JSON: keys are sorted, lines are indented by two spaces, and one line break ends the text. Equal content
 * gives equal bytes.
 */

/** Returns a JSON value as canonical text. */
export function canonicalJson(value: unknown): string {
  const sorted = (v: unknown): unknown =>
    Array.isArray(v)
      ? v.map(sorted)
      : typeof v === 'object' && v !== null
        ? Object.fromEntries(
            Object.entries(v)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, inner]) => [key, sorted(inner)]),
          )
        : v;
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}
