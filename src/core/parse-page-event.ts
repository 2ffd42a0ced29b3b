/** The only door for what pages send: shapes and ranges are checked, unknown fields are refused, nothing is repaired. */

import {
  arrayOf,
  type Check,
  instant,
  integerUpTo,
  isBoolean,
  nullable,
  numberUpTo,
  objectOf,
  oneOf,
} from './checks.ts';
import {
  commitClasses,
  dropReasons,
  entryWays,
  outcomeSigns,
  type PageEvent,
  spanSorts,
  tableMoves,
  valueClasses,
  wordSorts,
} from './events.ts';

const hash: Check = (v) => typeof v === 'string' && /^[0-9a-f]{16}$/.test(v);
const word: Check = (v) => typeof v === 'string' && /^[a-z][a-z0-9-]{0,31}$/.test(v);
const wordClass: Check = (v) => typeof v === 'string' && /^[a-z]+([ -][a-z]+){0,3}$/.test(v);
const print = objectOf({ valueClass: oneOf(valueClasses), hash });

const at = instant;
const day = 86_400_000;

const shapes: Readonly<Record<PageEvent['kind'], Check>> = {
  span: objectOf({ kind: oneOf(['span']), of: oneOf(spanSorts), start: at, end: at }),
  field: objectOf({
    kind: oneOf(['field']),
    at,
    field: integerUpTo(1e12),
    scope: integerUpTo(1e12),
    way: oneOf(entryWays),
    fieldKind: nullable(word),
    label: nullable(hash),
    prints: arrayOf(print, 64),
    characters: integerUpTo(1e7),
    focusMs: numberUpTo(day),
  }),
  commit: objectOf({
    kind: oneOf(['commit']),
    at,
    commit: oneOf(commitClasses),
    scope: nullable(integerUpTo(1e12)),
    inDialog: isBoolean,
  }),
  outcome: objectOf({ kind: oneOf(['outcome']), at, sign: oneOf(outcomeSigns), scope: nullable(integerUpTo(1e12)) }),
  copied: objectOf({ kind: oneOf(['copied']), at, prints: arrayOf(print, 64) }),
  table: objectOf({
    kind: oneOf(['table']),
    at,
    sort: oneOf(tableMoves),
    cells: integerUpTo(1e7),
  }),
  words: objectOf({
    kind: oneOf(['words']),
    at,
    sort: oneOf(wordSorts),
    on: arrayOf(wordClass, 200),
    near: arrayOf(wordClass, 1000),
    count: integerUpTo(1000),
    due: arrayOf((v) => typeof v === 'string' && /^[\d,]{5,20}$/.test(v), 50),
  }),
  login: objectOf({ kind: oneOf(['login']), at }),
  dropped: objectOf({ kind: oneOf(['dropped']), at, reason: oneOf(dropReasons), count: integerUpTo(1e6) }),
};

/** One event of a page, or null when it is malformed; a span that ends before it starts is. */
export function parsePageEvent(value: unknown): PageEvent | null {
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) return null;
  if (!shapes[kind as PageEvent['kind']](value)) return null;
  const event = value as PageEvent;
  return event.kind === 'span' && event.end < event.start ? null : event;
}
