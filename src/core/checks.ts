/**
 * Small checks for values that come from outside: from a page, a file or a message. `objectOf` and `arrayOf` combine
 * checks into schemas, which accept exactly the known fields. A check only accepts or refuses a value. It never changes
 * the value.
 */

/** A function that returns whether an unknown value has the expected shape. */
export type Check = (value: unknown) => boolean;

/** Accepts a string from the list. */
export const oneOf =
  (values: readonly string[]): Check =>
  (v) =>
    typeof v === 'string' && values.includes(v);

/** Accepts a value from the list, of any type. */
export const memberOf =
  (values: readonly unknown[]): Check =>
  (v) =>
    values.includes(v);

/** Accepts a finite number from 0 to `max`. */
export const numberUpTo =
  (max: number): Check =>
  (v) =>
    typeof v === 'number' && Number.isFinite(v) && v >= 0 && v <= max;

/** Accepts an integer from 0 to `max`. */
export const integerUpTo =
  (max: number): Check =>
  (v) =>
    Number.isInteger(v) && numberUpTo(max)(v);

/** Accepts true and false. */
export const isBoolean: Check = (v) => typeof v === 'boolean';

/** Accepts a wall time in milliseconds since 1970-01-01 UTC, up to the year 2100. */
export const instant: Check = numberUpTo(4_102_444_800_000);

/** Accepts null, or a value that passes the check. */
export const nullable =
  (check: Check): Check =>
  (v) =>
    v === null || check(v);

/** Accepts an array of at most `max` values that all pass the check. */
export const arrayOf =
  (check: Check, max: number): Check =>
  (v) =>
    Array.isArray(v) && v.length <= max && v.every(check);

/** Accepts an object with exactly these fields. Fields whose check was made by `optional` may be absent. */
export const objectOf =
  (fields: Readonly<Record<string, Check>>): Check =>
  (v) =>
    findFault(v, fields) === null;

/** Marks a field of `objectOf` that may be absent. */
export const optional = (check: Check): Check => Object.assign((v: unknown) => check(v), { optional: true });

/** Whether a check was made by `optional`. */
export const isOptional = (check: Check): boolean => 'optional' in check;

/** Accepts an object that has only keys from the list and whose values all pass the check. */
export const recordOf =
  (keys: readonly string[], check: Check): Check =>
  (v) =>
    isRecord(v) && Object.entries(v).every(([key, value]) => keys.includes(key) && check(value));

/** Accepts an object that is not an array. */
export const isRecord = (v: unknown): v is Readonly<Record<string, unknown>> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);

/**
 * Returns an untrusted string in a form that an error message may contain. The result is quoted, is on one line, and
 * holds at most 40 characters of the string.
 */
export const quoteValue = (value: string): string =>
  JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);

/**
 * Returns what is wrong with an object, or null. Examples: `"kind" is missing`, `"colour" is unknown`, `"day" is
 * malformed`.
 */
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
