/** Editors of the daily periods that the owner sets: working hours, and quiet hours in which nothing is recorded. */
import type { Settings } from '../../core/settings.ts';
import { calendarThrough } from '../../core/time/workdays.ts';
import { timeOfDay } from '../figures/format.ts';
import { usePageContext, useTexts } from '../page-context.ts';

/** Start and end in minutes after local midnight. */
type Period = Settings['hours'][number];
const minutesOf = (text: string) => {
  const [h = 0, m = 0] = text.split(':').map(Number);
  return h * 60 + m;
};

/** Sorts the periods, and drops empty periods and those that overlap with the previous period. */
const withoutOverlaps = (hours: readonly Period[]): Period[] =>
  [...hours]
    .sort((a, b) => a[0] - b[0])
    .filter(([from, to], i, all) => to > from && (i === 0 || from >= (all[i - 1]?.[1] ?? 0)));

/** Draws an editor for a list of periods. `first` is the period that is added to an empty list. */
function PeriodEditor(props: {
  periods: readonly Period[];
  first: Period;
  write: (next: readonly Period[]) => unknown;
}) {
  const texts = useTexts('hours');
  const { periods } = props;
  const write = (next: readonly Period[]) => void props.write(withoutOverlaps(next));
  const set = (i: number, end: 0 | 1, text: string) => {
    if (text === '') return;
    write(periods.map((p, j) => (j !== i ? p : end === 0 ? [minutesOf(text), p[1]] : [p[0], minutesOf(text)])));
  };
  const last = periods.at(-1)?.[1];
  return (
    <>
      {periods.map(([from, to], i) => (
        <fieldset key={from}>
          <legend class="hidden">{texts.period(i + 1)}</legend>
          <div class="tools">
            <label>
              {texts.from}
              <input type="time" value={timeOfDay(from)} onChange={(e) => set(i, 0, e.currentTarget.value)} />
            </label>
            <label>
              {texts.to}
              <input type="time" value={timeOfDay(to)} onChange={(e) => set(i, 1, e.currentTarget.value)} />
            </label>
            <button type="button" class="plain" onClick={() => write(periods.filter((_, j) => j !== i))}>
              {texts.removePeriod}
            </button>
          </div>
        </fieldset>
      ))}
      <button
        type="button"
        class="plain"
        disabled={periods.length >= 4 || (last ?? 0) > 1380}
        onClick={() => write([...periods, last === undefined ? props.first : [last, Math.min(1439, last + 60)]])}
      >
        {texts.addPeriod}
      </button>
    </>
  );
}

/** Draws the editor of working hours. Time outside them is after hours. */
export function WorkingHours() {
  const { settings, change } = usePageContext();
  const texts = useTexts('hours');
  return (
    <section class="card">
      <h2>{texts.hours}</h2>
      <PeriodEditor periods={settings.hours} first={[540, 720]} write={(hours) => change({ hours })} />
      <p class="soft">{texts.holidays(String(calendarThrough))}</p>
    </section>
  );
}

/** Draws the editor of quiet hours, in which recording is paused every day. */
export function QuietHours() {
  const { settings, change } = usePageContext();
  const texts = useTexts('hours');
  return (
    <>
      <h3>{texts.quiet}</h3>
      <p class="soft">{texts.quietNote}</p>
      <PeriodEditor periods={settings.quiet} first={[720, 840]} write={(quiet) => change({ quiet })} />
    </>
  );
}
