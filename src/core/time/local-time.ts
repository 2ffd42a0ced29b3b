/** Computes local days and times in an IANA time zone. The functions are pure: zone and instant are arguments. */
import type { Day, EpochMs, LogEvent } from '../events.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Returns the zone's offset from UTC at an instant, in milliseconds; positive east of Greenwich. */
function offsetAt(at: number, timeZone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(at)) parts[type] = value;
  const local = Date.UTC(
    Number(parts.year),
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  );
  return local - Math.floor(at / 1000) * 1000;
}

/** Returns the local calendar day of an instant. */
export const dayOf = (at: EpochMs, timeZone: string): Day =>
  new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10) as Day;

/**
 * Returns the instant of a local time, which is given as minutes after midnight. If the clock skips that time, the
 * result is moved forward by the length of the gap: 02:30 becomes 03:30 when 02:00 to 03:00 is skipped.
 */
export function instantAt(day: Day, minutes: number, timeZone: string): EpochMs {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const guess = wall - offsetAt(wall, timeZone);
  const offset = offsetAt(guess, timeZone);
  const found = wall - offset;
  // For a skipped time, one of the two candidates is before the gap, and the other is after the gap.
  return (offsetAt(found, timeZone) === offset ? found : Math.max(guess, found)) as EpochMs;
}

/** Returns the first instant of a local day. */
export const startOfDay = (day: Day, timeZone: string): EpochMs => instantAt(day, 0, timeZone);

/** Returns the calendar day that is `days` days after `day`, or before `day` when the number is negative. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;
/** Returns the calendar day after a day. */
export const nextDay = (day: Day): Day => addDays(day, 1);
/** Returns the calendar day before a day. */
export const previousDay = (day: Day): Day => addDays(day, -1);

/** Splits a span at each local midnight. Other events are returned unchanged. */
export function splitAtMidnight(event: LogEvent, timeZone: string): LogEvent[] {
  if (event.kind !== 'span') return [event];
  const parts: LogEvent[] = [];
  let { start } = event;
  for (;;) {
    const midnight = startOfDay(nextDay(dayOf(start, timeZone)), timeZone);
    if (midnight >= event.end) return [...parts, { ...event, start }];
    parts.push({ ...event, start, end: midnight });
    start = midnight;
  }
}

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
