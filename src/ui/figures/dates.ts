/** Formats days and byte counts in each language. The popup does not use this file, because Intl is slow to load. */
import type { Day } from '../../core/events.ts';
import type { Language } from '../../core/settings.ts';
import { languageEntries } from '../strings/languages.ts';
import { number } from './format.ts';

const dates = new Map<string, Intl.DateTimeFormat>();
const dateFormat = (key: string, language: Language, options: Intl.DateTimeFormatOptions) => {
  const id = `${key} ${language}`;
  const format = dates.get(id) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  dates.set(id, format);
  return format;
};
const utcDate = (day: Day) => new Date(`${day}T00:00:00Z`);

/** Returns `11月25日` or `25 Nov`. */
export const shortDay = (day: Day, language: Language): string =>
  dateFormat('short', language, { month: 'short', day: 'numeric' }).format(utcDate(day));
/** Returns `11月25日 星期三` or `Wed, 25 Nov`. */
export const dayAndWeekday = (day: Day, language: Language): string =>
  dateFormat('weekday', language, { month: 'short', day: 'numeric', weekday: 'short' }).format(utcDate(day));
/** Returns a full date with its weekday, such as `2026年11月25日 星期三`. */
export const longDay = (day: Day, language: Language): string =>
  dateFormat('long', language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }).format(
    utcDate(day),
  );
/** Returns `2026年10月26日至10月30日` or `October 26 – 30, 2026`. */
export const range = (from: Day, to: Day, language: Language): string => {
  const whole = dateFormat('whole', language, { year: 'numeric', month: 'long', day: 'numeric' });
  const { rangeWord } = languageEntries[language];
  if (rangeWord === null) return whole.formatRange(utcDate(from), utcDate(to));
  return `${whole.format(utcDate(from))}${rangeWord}${from.slice(0, 4) === to.slice(0, 4) ? shortDay(to, language) : whole.format(utcDate(to))}`;
};
/** Returns `2026年11月` or `November 2026`. */
export const monthName = (day: Day, language: Language): string =>
  dateFormat('month', language, { year: 'numeric', month: 'long' }).format(utcDate(day));
/** Returns `2026年` or `2026`. */
export const yearName = (day: Day, language: Language): string =>
  dateFormat('year', language, { year: 'numeric' }).format(utcDate(day));
/** Returns `11月` or `Nov`. */
export const shortMonth = (day: Day, language: Language): string =>
  dateFormat('shortMonth', language, { month: 'short' }).format(utcDate(day));
/** Returns the names of the weekdays, Monday first. With `narrow` each name is one letter. */
export const weekdays = (language: Language, width: 'narrow' | 'short' = 'narrow'): string[] =>
  [5, 6, 7, 8, 9, 10, 11].map((d) =>
    dateFormat(`weekday ${width}`, language, { weekday: width }).format(new Date(Date.UTC(2026, 0, d))),
  );
/** Returns a byte count with its unit, such as `1.2 MB`. */
export const bytes = (count: number, language: Language): string =>
  count < 1000
    ? `${count} B`
    : count < 1e6
      ? `${number(Math.round(count / 1000), language)} kB`
      : `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(count / 1e6)} MB`;
