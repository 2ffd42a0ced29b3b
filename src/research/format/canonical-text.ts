/** The one text of a report: sorted keys, two spaces and a line end; or, as a line of NDJSON, without white space. */
import { canonicalJson } from '../../core/canonical-json.ts';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const into: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) into[key] = sorted((value as Record<string, unknown>)[key]);
  return into;
};

export const fileText = (report: unknown): string => canonicalJson(report);
export const lineText = (report: unknown): string => JSON.stringify(sorted(report));
