/**
 * `npx tsx scripts/workdays.ts`: writes src/core/time/workdays-data.ts from the package chinese-days. The written file
 * lists the days on which the State Council's calendar differs from plain weeks, in which Monday to Friday are working
 * days. Run this script once a year, when the package has the next calendar.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The first year of the calendar. No ledger has days before this year. */
const firstYear = 2025;

interface Calendar {
  /** Days off, with the name of the holiday. Weekends within a holiday are included. */
  readonly holidays: Readonly<Record<string, string>>;
  /** Working days at a weekend, with the name of the holiday that they replace. */
  readonly workdays: Readonly<Record<string, string>>;
}

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const since = (days: Readonly<Record<string, string>>) =>
  Object.keys(days)
    .filter((day) => Number(day.slice(0, 4)) >= firstYear)
    .sort();

/** Returns the text of the whole file, in Biome's format. */
export function workdaysData(calendar: Calendar): string {
  const rest = since(calendar.holidays).filter((day) => !isWeekend(day));
  const work = since(calendar.workdays).filter(isWeekend);
  // The calendar of a year is complete when its last holiday, the one in October, is listed.
  const through = Math.max(
    ...since(calendar.holidays).flatMap((d) => (d.slice(5, 7) === '10' ? [+d.slice(0, 4)] : [])),
  );
  const list = (days: readonly string[]) => {
    const byYear = new Map<string, string[]>();
    for (const day of days) byYear.set(day.slice(0, 4), [...(byYear.get(day.slice(0, 4)) ?? []), day.slice(5)]);
    return [...byYear].map(([year, dates]) => `  ${year}: '${dates.join(' ')}',`).join('\n');
  };
  return `/** Made by scripts/workdays.ts from the package chinese-days (MIT, Yaavi), after the State Council's yearly notices. */

/** The last year that the calendar covers. */
export const calendarThrough = ${through};
/** Days from Monday to Friday that are days off, as month and day. */
export const restOnWeekdays: Readonly<Record<string, string>> = {
${list(rest)}
};
/** Saturdays and Sundays that are worked (调休). */
export const workOnWeekends: Readonly<Record<string, string>> = {
${list(work)}
};
`;
}

export const packagedCalendar = (): Calendar =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'), 'utf8'));

if (process.argv[1] === import.meta.filename)
  writeFileSync(new URL('../src/core/time/workdays-data.ts', import.meta.url), workdaysData(packagedCalendar()));
