/** Draws one day in quarter hours, from 07:00 to 22:00, or longer if there are records outside this time. */

import { type DaySummary, quarterMs } from '../../core/days/day-summary.ts';
import { quartersOf } from '../../core/days/today.ts';
import type { Language } from '../../core/settings.ts';
import { useTexts } from '../page-context.ts';
import { Figure } from './figure.tsx';
import { Bars } from './parts/bars.tsx';
import { quarterDay } from './quarter-day.ts';

export function QuarterHours(props: { day: DaySummary; language: Language; height: number; title?: string }) {
  const { language, height } = props;
  const { slotOf, ...day } = quarterDay(quartersOf(props.day), useTexts('quarterHours'), language, props.title);
  /** Returns the label of a quarter hour: the hour if there is room for every hour, else only every third hour. */
  const tickOf = (start: number, width: number) => {
    if (start % 60 !== 0) return '';
    const hourPx = width / (day.points.length / 4);
    if (hourPx >= 24) return String(start / 60);
    return start % 180 === 0 ? `${start / 60}${hourPx < 18 ? '' : ':00'}` : '';
  };
  return (
    <Figure
      {...day}
      height={height}
      draw={(width, cursor) => (
        <Bars
          bars={day.points.map((start) => ({
            segments: [{ ...slotOf(start), color: 'all' }],
            tick: tickOf(start, width),
          }))}
          width={width}
          height={height}
          cursor={cursor}
          language={language}
          maxMs={quarterMs}
        />
      )}
    />
  );
}
