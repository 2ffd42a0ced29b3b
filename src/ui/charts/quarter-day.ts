/** Prepares a day in quarter hours for its two charts: quarter-hours.tsx (dashboard) and day-strip.tsx (popup). */

import type { Quarter } from '../../core/days/today.ts';
import type { Language } from '../../core/settings.ts';
import * as format from '../figures/format.ts';
import type { Texts } from '../strings/texts.ts';

/**
 * Returns the properties of a `Figure` for a day from 07:00 to 22:00, or for a longer time if there are records outside
 * these hours. The points are minutes after local midnight; `slotOf` returns the times of a point.
 */
export function quarterDay(
  quarters: readonly Quarter[],
  texts: Texts['quarterHours'],
  language: Language,
  title?: string,
) {
  const slots = new Map(quarters.map((q) => [q.start, q]));
  const hours = new Map<number, { ms: number; afterMs: number }>();
  for (const { start, ms, afterMs } of quarters) {
    const hour = hours.get(Math.floor(start / 60)) ?? { ms: 0, afterMs: 0 };
    hours.set(Math.floor(start / 60), { ms: hour.ms + ms, afterMs: hour.afterMs + afterMs });
  }
  const from = Math.min(7, ...hours.keys());
  const to = Math.max(22, ...[...hours.keys()].map((hour) => hour + 1));
  const [busiest] = [...hours].sort((a, b) => b[1].ms - a[1].ms);
  const slotOf = (start: number): Omit<Quarter, 'start'> => slots.get(start) ?? { ms: 0, afterMs: 0 };
  return {
    slotOf,
    title: title ?? texts.dayTitle,
    summary:
      busiest === undefined
        ? texts.dayNothing
        : texts.dayBusiest(`${busiest[0]}–${busiest[0] + 1}`, format.duration(busiest[1].ms, language)),
    columns: [texts.hour, texts.time, texts.afterHours],
    rows: () =>
      [...hours]
        .sort((a, b) => a[0] - b[0])
        .map(([hour, { ms, afterMs }]) => [`${hour}:00`, format.clock(ms), format.clock(afterMs)]),
    points: Array.from({ length: (to - from) * 4 }, (_, i) => from * 60 + i * 15),
    describePoint: (start: number) =>
      texts.quarter(
        `${format.timeOfDay(start)}–${format.timeOfDay(start + 15)}`,
        format.duration(slotOf(start).ms, language),
        slotOf(start).afterMs > 0,
      ),
  };
}
