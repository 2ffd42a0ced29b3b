/**
 * Parses the events that content scripts send. A page can forge messages, so the type and range of every field are
 * checked, and unknown fields are refused. An invalid event is never corrected.
 */

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
  optional,
} from './checks.ts';
import {
  commitClasses,
  dropReasons,
  entryWays,
  outcomeSigns,
  type PageEvent,
  proofs,
  spanSorts,
  tableMoves,
  valueClasses,
  wordSorts,
} from './events.ts';

const hash: Check = (v) => typeof v === 'string' && /^[0-9a-f]{16}$/.test(v);
const fieldKind: Check = (v) => typeof v === 'string' && /^[a-z][a-z0-9-]{0,31}$/.test(v);
const wordClass: Check = (v) => typeof v === 'string' && /^[a-z]+([ -][a-z]+){0,3}$/.test(v);
const fingerprint = objectOf({ valueClass: oneOf(valueClasses), hash });

const dayMs = 86_400_000;

const checks: Readonly<Record<PageEvent['kind'], Check>> = {
  span: objectOf({ kind: oneOf(['span']), of: oneOf(spanSorts), start: instant, end: instant }),
  field: objectOf({
    kind: oneOf(['field']),
    at: instant,
    field: integerUpTo(1e12),
    scope: integerUpTo(1e12),
    way: oneOf(entryWays),
    fieldKind: nullable(fieldKind),
    label: nullable(hash),
    prints: arrayOf(fingerprint, 64),
    characters: integerUpTo(1e7),
    focusMs: numberUpTo(dayMs),
  }),
  commit: objectOf({
    kind: oneOf(['commit']),
    at: instant,
    commit: oneOf(commitClasses),
    scope: nullable(integerUpTo(1e12)),
    inDialog: isBoolean,
    proof: optional(oneOf(proofs)),
    opened: optional(instant),
  }),
  outcome: objectOf({
    kind: oneOf(['outcome']),
    at: instant,
    sign: oneOf(outcomeSigns),
    scope: nullable(integerUpTo(1e12)),
  }),
  copied: objectOf({ kind: oneOf(['copied']), at: instant, prints: arrayOf(fingerprint, 64) }),
  table: objectOf({
    kind: oneOf(['table']),
    at: instant,
    sort: oneOf(tableMoves),
    cells: integerUpTo(1e7),
  }),
  words: objectOf({
    kind: oneOf(['words']),
    at: instant,
    sort: oneOf(wordSorts),
    on: arrayOf(wordClass, 200),
    near: arrayOf(wordClass, 1000),
    count: integerUpTo(1000),
    due: arrayOf((v) => typeof v === 'string' && /^[\d,]{5,20}$/.test(v), 50),
  }),
  dropped: objectOf({ kind: oneOf(['dropped']), at: instant, reason: oneOf(dropReasons), count: integerUpTo(1e6) }),
};

/**
 * Returns the value as a page event, or null when the value is malformed. A span that ends before it starts is
 * malformed.
 */
export function parsePageEvent(value: unknown): PageEvent | null {
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (typeof kind !== 'string' || !Object.hasOwn(checks, kind)) return null;
  if (!checks[kind as PageEvent['kind']](value)) return null;
  const event = value as PageEvent;
  return event.kind === 'span' && event.end < event.start ? null : event;
}
