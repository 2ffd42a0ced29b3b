/** Small checks that a stranger's value has exactly the shape we know: nothing missing, nothing more. */
export type Check = (value: unknown) => boolean;
export const oneOf =
  (values: readonly string[]): Check =>
  (v) =>
    typeof v === 'string' && values.includes(v);
/** Like `oneOf`, for lists of other values than strings. */
export const memberOf =
  (values: readonly unknown[]): Check =>
  (v) =>
    values.includes(v);
export const numberUpTo =
  (max: number): Check =>
  (v) =>
    typeof v === 'number' && Number.isFinite(v) && v >= 0 && v <= max;
export const integerUpTo =
  (max: number): Check =>
  (v) =>
    Number.isInteger(v) && numberUpTo(max)(v);
export const isBoolean: Check = (v) => typeof v === 'boolean';
export const nullable =
  (check: Check): Check =>
  (v) =>
    v === null || check(v);
export const arrayOf =
  (check: Check, max: number): Check =>
  (v) =>
    Array.isArray(v) && v.length <= max && v.every(check);
export const objectOf =
  (fields: Readonly<Record<string, Check>>): Check =>
  (v) =>
    findFault(v, fields) === null;
/** A field that may be absent. */
export const optional = (check: Check): Check => Object.assign((v: unknown) => check(v), { optional: true });
/** A wall time in milliseconds since 1970-01-01 UTC, up to the year 2100. */
export const instant: Check = numberUpTo(4_102_444_800_000);
/** Whether a check was made by `optional`. */
export const isOptional = (check: Check): boolean => 'optional' in check;
/** Any of these keys, each with a value of this sort. */
export const recordOf =
  (keys: readonly string[], check: Check): Check =>
  (v) =>
    isRecord(v) && Object.entries(v).every(([key, value]) => keys.includes(key) && check(value));

export const isRecord = (v: unknown): v is Readonly<Record<string, unknown>> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);

/** A stranger's word in a message: quoted, on one line, no longer than it needs to be. */
export const quoteValue = (word: string): string => JSON.stringify(word.length > 40 ? `${word.slice(0, 40)}…` : word);

/** What is wrong with a record, or null: `"kind" is missing`, `"colour" is unknown`, `"day" is malformed`. */
export function findFault(v: unknown, fields: Readonly<Record<string, Check>>): string | null {
  if (!isRecord(v)) return 'is no record';
  for (const key of Object.keys(v)) if (!Object.hasOwn(fields, key)) return `${quoteValue(key)} is unknown`;
  for (const [key, check] of Object.entries(fields)) {
    if (!Object.hasOwn(v, key)) {
      if (isOptional(check)) continue;
      return `${quoteValue(key)} is missing`;
    }
    if (!check(v[key])) return `${quoteValue(key)} is malformed`;
  }
  return null;
}
