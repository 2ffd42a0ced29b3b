/** One day in quarter hours. Wants `quarterHours` of a DaySummary; draws 07–22 and further if there is more. */

import type { Language } from '../../core/settings.ts';
import type { QuarterHour } from '../../core/summary.ts';
import * as format from '../format.ts';
import { quarterWords } from '../strings/quarter-hours.ts';
import { axisPx, Bars } from './bars.tsx';
import { Figure } from './figure.tsx';

export function QuarterHours(props: {
  quarters: readonly QuarterHour[];
  language: Language;
  height: number;
  /** In the popup: its width there, as far as it can be known; fewer words and numbers around it. */
  popupWidth?: number;
  title?: string;
}) {
  const { quarters, language, height, popupWidth } = props;
  const compact = popupWidth !== undefined;
  const words = quarterWords[language];
  const slots = new Map<number, { ms: number; afterMs: number }>();
  for (const q of quarters) {
    const slot = slots.get(q.start) ?? { ms: 0, afterMs: 0 };
    slots.set(q.start, { ms: slot.ms + q.activeMs + q.watchingMs, afterMs: slot.afterMs + q.afterHoursMs });
  }
  const starts = [...slots.keys()];
  const from = Math.floor(Math.min(7 * 60, ...starts) / 60) * 60;
  const to = Math.ceil(Math.max(22 * 60, ...starts.map((s) => s + 15)) / 60) * 60;
  const places = Array.from({ length: (to - from) / 15 }, (_, i) => from + i * 15);
  const bars = places.map((start) => ({
    parts: [{ of: 'all', ms: slots.get(start)?.ms ?? 0, afterMs: slots.get(start)?.afterMs ?? 0 }],
    tick: start % 60 === 0 ? String(start / 60) : '',
  }));
  /** Each hour where there is room for its number, else every third. */
  const thin = (all: typeof bars, width: number) => {
    const hourPx = width / (places.length / 4);
    const zeros = hourPx < 18 ? '' : ':00';
    return compact || hourPx < 24
      ? all.map((bar) => (bar.tick === '' ? bar : { ...bar, tick: Number(bar.tick) % 3 === 0 ? bar.tick + zeros : '' }))
      : all;
  };
  const hours = new Map<number, { ms: number; afterMs: number }>();
  for (const [start, { ms, afterMs }] of slots) {
    const hour = hours.get(Math.floor(start / 60)) ?? { ms: 0, afterMs: 0 };
    hours.set(Math.floor(start / 60), { ms: hour.ms + ms, afterMs: hour.afterMs + afterMs });
  }
  const busiest = [...hours].sort((a, b) => b[1].ms - a[1].ms)[0];
  const title = props.title ?? words.dayTitle;
  return (
    <Figure
      title={title}
      quiet={compact}
      class={compact ? 'popup-figure' : undefined}
      sentence={
        busiest === undefined
          ? words.dayNothing
          : words.dayBusiest(`${busiest[0]}–${busiest[0] + 1}`, format.duration(busiest[1].ms, language))
      }
      head={[words.hour, words.time, words.afterHours]}
      rows={[...hours]
        .sort((a, b) => a[0] - b[0])
        .map(([hour, { ms, afterMs }]) => [`${hour}:00`, format.clock(ms), format.clock(afterMs)])}
      places={places}
      say={(start) =>
        words.quarter(
          `${format.timeOfDay(start)}–${format.timeOfDay(start + 15)}`,
          format.duration(slots.get(start)?.ms ?? 0, language),
          (slots.get(start)?.afterMs ?? 0) > 0,
        )
      }
      height={height}
      likely={popupWidth}
      draw={(width, cursor) => (
        <Bars
          bars={thin(bars, width)}
          width={width}
          height={height}
          cursor={cursor}
          language={language}
          left={compact ? 0 : axisPx}
          maxMs={15 * 60_000}
        />
      )}
    />
  );
}
