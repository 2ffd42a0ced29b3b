/** Small checks that a stranger's value has exactly the shape we know: nothing missing, nothing more. */
export type Check = (value: unknown) => boolean;
export const oneOf =
  (values: readonly string[]): Check =>
  (v) =>
    typeof v === 'string' && values.includes(v);
export const number =
  (max: number): Check =>
  (v) =>
    typeof v === 'number' && Number.isFinite(v) && v >= 0 && v <= max;
export const count =
  (max: number): Check =>
  (v) =>
    Number.isInteger(v) && number(max)(v);
export const flag: Check = (v) => typeof v === 'boolean';
export const nullOr =
  (check: Check): Check =>
  (v) =>
    v === null || check(v);
export const list =
  (check: Check, max: number): Check =>
  (v) =>
    Array.isArray(v) && v.length <= max && v.every(check);
export const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (v) =>
    typeof v === 'object' &&
    v !== null &&
    Object.keys(v).length === Object.keys(fields).length &&
    Object.entries(fields).every(([key, check]) => Object.hasOwn(v, key) && check((v as Record<string, unknown>)[key]));
