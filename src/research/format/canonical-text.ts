/**
 * `format/` knows the report format and its codes: texts, buckets, codebook, rows.
 *
 * The canonical text of a report has sorted keys, an indent of two spaces, and one line end. As a line of NDJSON, it is
 * the same text without white space.
 */
import { canonicalJson } from '../../core/canonical-json.ts';

const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) sorted[key] = sortKeys((value as Record<string, unknown>)[key]);
  return sorted;
};

/** Returns the canonical text of a report, as in a file. */
export const fileText = (report: unknown): string => canonicalJson(report);
/** Returns the canonical text of a report as one line, without a line end. */
export const lineText = (report: unknown): string => JSON.stringify(sortKeys(report));
