/** Local days in an IANA zone. Pure: the zone and the instant are arguments. */
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

/** How far local wall time is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const part: Record<string, string> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(at)) part[type] = value;
  const local = Date.UTC(
    Number(part.year),
    Number(part.month) - 1,
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second),
  );
  return local - Math.floor(at / 1000) * 1000;
}

/** The local calendar day of an instant. */
export const dayOf = (at: EpochMs, timeZone: string): Day =>
  new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10) as Day;

/** The instant at which a local clock shows these minutes after midnight; where the clock skips them, the first after. */
export function instantAt(day: Day, minutes: number, timeZone: string): EpochMs {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const guess = wall - offsetAt(wall, timeZone);
  const offset = offsetAt(guess, timeZone);
  const found = wall - offset;
  // In a skipped hour the two guesses lie on either side of it.
  return (offsetAt(found, timeZone) === offset ? found : Math.max(guess, found)) as EpochMs;
}

/** The first instant of a local day. */
export const startOfDay = (day: Day, timeZone: string): EpochMs => instantAt(day, 0, timeZone);

/** The day so many days later, by calendar; earlier when negative. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;
export const nextDay = (day: Day): Day => addDays(day, 1);
export const previousDay = (day: Day): Day => addDays(day, -1);

/** A span that reaches over midnight as one of each day; anything else as it is. */
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

/** Saturday or Sunday. */
export const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
