/** Formats numbers and times in each language. Minutes are rounded half up; seconds are never shown. */
import type { Language } from '../../core/settings.ts';
import { languageEntries } from '../strings/languages.ts';

const minutesOf = (ms: number) => Math.floor(ms / 60_000 + 0.5);

/** Returns a duration for sentences: `3小时37分`, `3 h 37 min`, `<1分`. */
export function duration(ms: number, language: Language): string {
  const all = minutesOf(ms);
  const [h, m] = [Math.floor(all / 60), all % 60];
  const less = ms > 0 && all === 0;
  const { hour, minute, separator } = languageEntries[language].duration;
  if (less) return `<1${minute}`;
  return h === 0 ? `${m}${minute}` : m === 0 ? `${h}${hour}` : `${h}${hour}${separator}${m}${minute}`;
}

/** Returns a duration for narrow cells: `1:03`, `0:00`, or `<0:01` for less than half a minute. */
export function clock(ms: number): string {
  const all = minutesOf(ms);
  if (ms > 0 && all === 0) return '<0:01';
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}

/** Returns the time of day, such as `14:05`, from minutes after midnight. */
export const timeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;

/** Joins sentences. In Chinese there is no space after a full stop. */
export const sentences = (language: Language, ...all: readonly string[]): string =>
  all.join(languageEntries[language].sentenceSeparator);

const numbers = new Map<string, Intl.NumberFormat>();
/** Returns a number with the separators of the language. */
export function number(value: number, language: Language): string {
  // Small integers look the same in every language. The popup shows no others, and Intl takes milliseconds to load.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  const format = numbers.get(language) ?? new Intl.NumberFormat(language);
  numbers.set(language, format);
  return format.format(value);
}

/** Returns `part` of `whole` in whole percent, or `—` if `whole` is 0. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.floor((part / whole) * 100 + 0.5)}%`;

/** Returns an instant in the time zone of this computer, such as `14:05`; with `withDay` also the day. */
export const instant = (at: number, language: Language, withDay = false): string =>
  new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(withDay ? { month: 'short', day: 'numeric' } : {}),
  }).format(at);
