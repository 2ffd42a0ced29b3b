/**
 * Small checks for values that come from outside: a page, a file, a message. They compose into schemas that accept
 * exactly the known fields. A check only accepts or refuses a value; it never changes it.
 */

/** Whether an unknown value has the shape that the check describes. */
export type Check = (value: unknown) => boolean;

/** A string from the list. */
export const oneOf =
  (values: readonly string[]): Check =>
  (v) =>
    typeof v === 'string' && values.includes(v);

/** A value from the list, of any type. */
export const memberOf =
  (values: readonly unknown[]): Check =>
  (v) =>
    values.includes(v);

/** A finite number from 0 to `max`. */
export const numberUpTo =
  (max: number): Check =>
  (v) =>
    typeof v === 'number' && Number.isFinite(v) && v >= 0 && v <= max;

/** An integer from 0 to `max`. */
export const integerUpTo =
  (max: number): Check =>
  (v) =>
    Number.isInteger(v) && numberUpTo(max)(v);

/** True or false. */
export const isBoolean: Check = (v) => typeof v === 'boolean';

/** A wall time in milliseconds since 1970-01-01 UTC, up to the year 2100. */
export const instant: Check = numberUpTo(4_102_444_800_000);

/** Null, or a value that passes the check. */
export const nullable =
  (check: Check): Check =>
  (v) =>
    v === null || check(v);

/** An array of at most `max` values that all pass the check. */
export const arrayOf =
  (check: Check, max: number): Check =>
  (v) =>
    Array.isArray(v) && v.length <= max && v.every(check);

/** An object with exactly these fields; those made by `optional` may be absent. */
export const objectOf =
  (fields: Readonly<Record<string, Check>>): Check =>
  (v) =>
    findFault(v, fields) === null;

/** Marks a field of `objectOf` that may be absent. */
export const optional = (check: Check): Check => Object.assign((v: unknown) => check(v), { optional: true });

/** Whether a check was made by `optional`. */
export const isOptional = (check: Check): boolean => 'optional' in check;

/** An object with any of these keys, whose values all pass the check. */
export const recordOf =
  (keys: readonly string[], check: Check): Check =>
  (v) =>
    isRecord(v) && Object.entries(v).every(([key, value]) => keys.includes(key) && check(value));

/** An object that is not an array. */
export const isRecord = (v: unknown): v is Readonly<Record<string, unknown>> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);

/** An untrusted string as an error message may show it: quoted, on one line, at most 40 characters. */
export const quoteValue = (value: string): string =>
  JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);

/** What is wrong with an object, or null: `"kind" is missing`, `"colour" is unknown`, `"day" is malformed`. */
export function findFault(v: unknown, fields: Readonly<Record<string, Check>>): string | null {
  if (!isRecord(v)) return 'not an object';
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
