/** The only door for what pages send: shapes and ranges are checked, unknown fields are refused, nothing is repaired. */

import { type Check, count, flag, list, nullOr, number, oneOf, shape } from './checks.ts';
import {
  commitClasses,
  dropReasons,
  entryWays,
  outcomeSigns,
  type PageEvent,
  spanSorts,
  valueClasses,
  wordSorts,
} from './events.ts';

const hash: Check = (v) => typeof v === 'string' && /^[0-9a-f]{16}$/.test(v);
const word: Check = (v) => typeof v === 'string' && /^[a-z][a-z0-9-]{0,31}$/.test(v);
const wordClass: Check = (v) => typeof v === 'string' && /^[a-z]+([ -][a-z]+){0,3}$/.test(v);
const print = shape({ valueClass: oneOf(valueClasses), hash });

/** Wall times up to the year 2100. */
const at = number(4_102_444_800_000);
const day = 86_400_000;

const shapes: Readonly<Record<PageEvent['kind'], Check>> = {
  span: shape({ kind: oneOf(['span']), of: oneOf(spanSorts), start: at, end: at }),
  field: shape({
    kind: oneOf(['field']),
    at,
    field: count(1e12),
    scope: count(1e12),
    way: oneOf(entryWays),
    fieldKind: nullOr(word),
    label: nullOr(hash),
    prints: list(print, 64),
    characters: count(1e7),
    focusMs: number(day),
  }),
  commit: shape({
    kind: oneOf(['commit']),
    at,
    commit: oneOf(commitClasses),
    scope: nullOr(count(1e12)),
    inDialog: flag,
  }),
  outcome: shape({ kind: oneOf(['outcome']), at, sign: oneOf(outcomeSigns), scope: nullOr(count(1e12)) }),
  copied: shape({ kind: oneOf(['copied']), at, prints: list(print, 64) }),
  table: shape({
    kind: oneOf(['table']),
    at,
    sort: oneOf(['paste', 'template', 'import', 'export']),
    cells: count(1e7),
  }),
  words: shape({
    kind: oneOf(['words']),
    at,
    sort: oneOf(wordSorts),
    on: list(wordClass, 200),
    near: list(wordClass, 1000),
    count: count(1000),
    due: list((v) => typeof v === 'string' && /^[\d,]{5,20}$/.test(v), 50),
  }),
  login: shape({ kind: oneOf(['login']), at }),
  dropped: shape({ kind: oneOf(['dropped']), at, reason: oneOf(dropReasons), count: count(1e6) }),
};

/** One event of a page, or null when it is malformed; a span that ends before it starts is. */
export function parsePageEvent(value: unknown): PageEvent | null {
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) return null;
  if (!shapes[kind as PageEvent['kind']](value)) return null;
  const event = value as PageEvent;
  return event.kind === 'span' && event.end < event.start ? null : event;
}
