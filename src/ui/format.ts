/** Numbers, times and dates as people read them, in each language. Minutes round half up; seconds are never shown. */
import type { Day } from '../core/events.ts';
import type { Language } from '../core/settings.ts';

const minutesOf = (ms: number) => Math.floor(ms / 60_000 + 0.5);

/** For prose: `3小时37分`, `3 h 37 min`, `<1分`. */
export function duration(ms: number, language: Language): string {
  const all = minutesOf(ms);
  const [h, m] = [Math.floor(all / 60), all % 60];
  const less = ms > 0 && all === 0;
  if (language === 'en') {
    if (less) return '<1 min';
    return h === 0 ? `${m} min` : m === 0 ? `${h} h` : `${h} h ${m} min`;
  }
  const hour = language === 'zh-TW' ? '小時' : '小时';
  if (less) return '<1分';
  return h === 0 ? `${m}分` : m === 0 ? `${h}${hour}` : `${h}${hour}${m}分`;
}

/** For tight cells: `1:03`, `0:00`; `<0:01` for less than half a minute. */
export function clock(ms: number): string {
  const all = minutesOf(ms);
  if (ms > 0 && all === 0) return '<0:01';
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}

/** Time of day from minutes after midnight: `14:05`. */
export const timeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;

const numbers = new Map<string, Intl.NumberFormat>();
export function number(value: number, language: Language): string {
  const format = numbers.get(language) ?? new Intl.NumberFormat(language);
  numbers.set(language, format);
  return format.format(value);
}

/** Whole percent of a share in 0–1; `—` when there is nothing to divide. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.floor((part / whole) * 100 + 0.5)}%`;

const dates = new Map<string, Intl.DateTimeFormat>();
const dateFormat = (key: string, language: Language, options: Intl.DateTimeFormatOptions) => {
  const id = `${key} ${language}`;
  const format = dates.get(id) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  dates.set(id, format);
  return format;
};
const at = (day: Day) => new Date(`${day}T00:00:00Z`);

/** `11月25日` / `25 Nov`. */
export const shortDay = (day: Day, language: Language): string =>
  dateFormat('short', language, { month: 'short', day: 'numeric' }).format(at(day));
/** `11月25日 星期三` / `Wed, 25 Nov`. */
export const dayAndWeekday = (day: Day, language: Language): string =>
  dateFormat('weekday', language, { month: 'short', day: 'numeric', weekday: 'short' }).format(at(day));
/** `2026年11月25日 星期三`. */
export const longDay = (day: Day, language: Language): string =>
  dateFormat('long', language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }).format(at(day));
export const monthName = (day: Day, language: Language): string =>
  dateFormat('month', language, { year: 'numeric', month: 'long' }).format(at(day));
export const shortMonth = (day: Day, language: Language): string =>
  dateFormat('shortMonth', language, { month: 'short' }).format(at(day));
/** Monday first; `narrow` gives one letter. */
export const weekdays = (language: Language, width: 'narrow' | 'short' = 'narrow'): string[] =>
  [5, 6, 7, 8, 9, 10, 11].map((d) =>
    dateFormat(`weekday ${width}`, language, { weekday: width }).format(new Date(Date.UTC(2026, 0, d))),
  );
/** An instant in the zone of this machine: `14:05`, or with its day when `withDay`. */
export const instant = (at: number, language: Language, withDay = false): string =>
  new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(withDay ? { month: 'short', day: 'numeric' } : {}),
  }).format(at);

/** Bytes in words: `1.2 MB`. */
export const bytes = (count: number, language: Language): string =>
  count < 1000
    ? `${count} B`
    : count < 1e6
      ? `${number(Math.round(count / 1000), language)} kB`
      : `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(count / 1e6)} MB`;
