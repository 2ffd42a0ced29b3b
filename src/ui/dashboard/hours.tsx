/** The owner's working hours: periods of the day in order, none overlapping the next. */
import type { Settings } from '../../core/settings.ts';
import { calendarThrough } from '../../core/workdays.ts';
import { timeOfDay } from '../format.ts';
import { useShell, useWords } from '../shell.ts';
import { settingWords } from '../strings/settings.ts';

type Period = Settings['hours'][number];
const minutesOf = (text: string) => {
  const [h = 0, m = 0] = text.split(':').map(Number);
  return h * 60 + m;
};

/** Sorted, and without those that are empty or reach into the next. */
const tidy = (hours: readonly Period[]): Period[] =>
  [...hours]
    .sort((a, b) => a[0] - b[0])
    .filter(([from, to], i, all) => to > from && (i === 0 || from >= (all[i - 1]?.[1] ?? 0)));

export function Hours() {
  const { settings, change } = useShell();
  const words = useWords(settingWords);
  const { hours } = settings;
  const write = (next: readonly Period[]) => change({ hours: tidy(next) });
  const set = (i: number, end: 0 | 1, text: string) => {
    if (text === '') return;
    void write(hours.map((p, j) => (j !== i ? p : end === 0 ? [minutesOf(text), p[1]] : [p[0], minutesOf(text)])));
  };
  const last = hours[hours.length - 1]?.[1] ?? 540;
  return (
    <section class="card">
      <h2>{words.hours}</h2>
      {hours.map(([from, to], i) => (
        <fieldset key={from}>
          <legend class="hidden">{words.period(i + 1)}</legend>
          <div class="tools">
            <label>
              {words.from}
              <input type="time" value={timeOfDay(from)} onChange={(e) => set(i, 0, e.currentTarget.value)} />
            </label>
            <label>
              {words.to}
              <input type="time" value={timeOfDay(to)} onChange={(e) => set(i, 1, e.currentTarget.value)} />
            </label>
            <button type="button" class="plain" onClick={() => write(hours.filter((_, j) => j !== i))}>
              {words.removePeriod}
            </button>
          </div>
        </fieldset>
      ))}
      <button
        type="button"
        class="plain"
        disabled={hours.length >= 4 || last > 1380}
        onClick={() => write([...hours, [last, Math.min(1439, last + 60)]])}
      >
        {words.addPeriod}
      </button>
      <p class="soft">{words.holidays(String(calendarThrough))}</p>
    </section>
  );
}
