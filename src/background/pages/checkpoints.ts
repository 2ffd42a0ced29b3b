/** Checkpoints: what pages in front wrote to `storage.local` and have not reported yet. docs/measurement.md, "While it runs". */

import { arrayOf, type Check, numberUpTo, objectOf, oneOf } from '../../core/checks.ts';
import { type EpochMs, type RowOf, type SpanSeen, type SystemKey, spanSorts, type TabKey } from '../../core/events.ts';

interface Checkpoint {
  readonly system: SystemKey;
  readonly tab: TabKey;
  readonly spans: readonly SpanSeen[];
}

/** A page in front writes every five seconds and may be blocked for sixty; one that is silent for longer is gone. */
const silenceMs = 120_000;

/** The name a page gave its checkpoint, or null when it can't be one. */
export const checkpointKey = (name: unknown): string | null =>
  typeof name === 'string' && /^open:[\d.e-]{1,40}$/.test(name) ? name : null;

const at = numberUpTo(4_102_444_800_000);
const word: Check = (v) => typeof v === 'string' && v.length <= 80;
const span = objectOf({ kind: oneOf(['span']), of: oneOf(spanSorts), start: at, end: at });
const isCheckpoint = objectOf({ system: word, tab: word, spans: arrayOf(span, 100) });
/** Pages write here themselves: what is none of ours is nobody's time, and must not stand in the way. */
const checkpointsIn = (stored: Readonly<Record<string, unknown>>) =>
  Object.entries(stored).flatMap(([key, value]) =>
    checkpointKey(key) === null
      ? []
      : [[key, isCheckpoint(value) ? (value as Checkpoint) : { system: '', tab: '', spans: [] }] as const],
  ) as readonly (readonly [string, Checkpoint])[];

type SpanOfTab = Omit<RowOf<'span'>, 'sourceId' | 'seq' | 'day' | 'timeZone'>;
const eventsOf = ({ system, tab, spans }: Checkpoint): SpanOfTab[] => spans.map((span) => ({ ...span, system, tab }));

/** All that is open, as spans. */
export const checkpointSpans = (stored: Readonly<Record<string, unknown>>): SpanOfTab[] =>
  checkpointsIn(stored).flatMap(([, one]) => eventsOf(one));

/** What pages left that never said goodbye: their spans, and the names to remove. With `now`, only the silent ones. */
export function leftBehind(stored: Readonly<Record<string, unknown>>, now: EpochMs | null) {
  const left = checkpointsIn(stored).filter(
    ([, { spans }]) => now === null || spans.every((s) => s.end < now - silenceMs),
  );
  return { keys: left.map(([key]) => key), spans: left.flatMap(([, one]) => eventsOf(one)) };
}

/** Until when each tab's page was in front, by its last record, as entries of `storage.session`. */
export function lastPresence(stored: Readonly<Record<string, unknown>>): Record<string, EpochMs> {
  const last: Record<string, EpochMs> = {};
  for (const [, { tab, spans }] of checkpointsIn(stored))
    for (const { of, end } of spans) if (of === 'presence' && end > (last[`cut ${tab}`] ?? 0)) last[`cut ${tab}`] = end;
  return last;
}
