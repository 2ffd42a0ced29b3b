/** Numbers and times as text in each language. Minutes round half up; seconds are never shown. */
import type { Language } from '../../core/settings.ts';
import { languageEntries } from '../strings/languages.ts';

const minutesOf = (ms: number) => Math.floor(ms / 60_000 + 0.5);

/** For prose: `3小时37分`, `3 h 37 min`, `<1分`. */
export function duration(ms: number, language: Language): string {
  const all = minutesOf(ms);
  const [h, m] = [Math.floor(all / 60), all % 60];
  const less = ms > 0 && all === 0;
  const { hour, minute, separator } = languageEntries[language].duration;
  if (less) return `<1${minute}`;
  return h === 0 ? `${m}${minute}` : m === 0 ? `${h}${hour}` : `${h}${hour}${separator}${m}${minute}`;
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

/** Sentences one after another. A full stop in Chinese needs no space after it. */
export const sentences = (language: Language, ...all: readonly string[]): string =>
  all.join(languageEntries[language].sentenceSeparator);

const numbers = new Map<string, Intl.NumberFormat>();
/** A number with the separators of the language. */
export function number(value: number, language: Language): string {
  // Small integers look the same in every language. The popup shows no others, and Intl takes milliseconds to load.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  const format = numbers.get(language) ?? new Intl.NumberFormat(language);
  numbers.set(language, format);
  return format.format(value);
}

/** Whole percent of a share in 0–1; `—` when there is nothing to divide. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.floor((part / whole) * 100 + 0.5)}%`;

/** An instant in the zone of this machine: `14:05`, or with its day when `withDay`. */
export const instant = (at: number, language: Language, withDay = false): string =>
  new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(withDay ? { month: 'short', day: 'numeric' } : {}),
  }).format(at);
