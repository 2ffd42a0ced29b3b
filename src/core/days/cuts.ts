/**
 * Cuts: periods that the owner removed from the ledger. Stored rows of such a period are removed or shortened. Events
 * of the period that arrive later are not stored.
 */
import type { EpochMs, LogEvent, Row, SystemKey } from '../events.ts';
import { type Intervals, subtract } from '../time/intervals.ts';
import { dayOf } from '../time/local-time.ts';

/**
 * A period of which nothing is kept, not even events that arrive later. With `system`, the cut applies to that system
 * only.
 */
export interface Cut {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly system?: SystemKey;
}

/** Returns the system that an event belongs to, or null for events of the whole computer. */
export const systemOf = (event: LogEvent): SystemKey | null => ('system' in event ? event.system : null);

/**
 * Removes what falls into a cut. Shortens or splits spans, and leaves out other events that fall into a cut. `idle`
 * events are kept.
 */
export function applyCuts(events: readonly LogEvent[], cuts: readonly Cut[]): readonly LogEvent[] {
  if (cuts.length === 0) return events;
  return events.flatMap((event): LogEvent[] => {
    const system = systemOf(event);
    const matching = cuts.filter((cut) => cut.system === undefined || cut.system === system);
    if (event.kind !== 'span')
      return event.kind !== 'idle' && matching.some((cut) => event.at > cut.start && event.at <= cut.end)
        ? []
        : [event];
    return (subtract([event], matching as Intervals) as { start: EpochMs; end: EpochMs }[]).map((rest) => ({
      ...event,
      ...rest,
    }));
  });
}

/**
 * Returns what remains of a stored row after a cut: null when nothing remains, the row itself when it is outside the
 * cut, else a shorter row. The shorter row has the same identity, so that an old backup can't restore the removed time.
 */
export function clipRow(row: Row, cut: Cut): Row | null {
  if (row.kind !== 'span') return row.kind !== 'idle' && row.at > cut.start && row.at <= cut.end ? null : row;
  const [rest, more] = subtract([row], [cut]) as { start: EpochMs; end: EpochMs }[];
  if (rest === undefined) return null;
  // A cut in the middle leaves two parts. Only the longer part is kept, because the identity of a row must stay unique.
  const longer = more !== undefined && more.end - more.start > rest.end - rest.start ? more : rest;
  return longer.start === row.start && longer.end === row.end
    ? row
    : { ...row, ...longer, day: dayOf(longer.start, row.timeZone) };
}
