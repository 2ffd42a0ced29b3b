/** Draws the bar charts by month in the overview. */
import type { Day } from '../../../core/events.ts';
import { MonthBars } from '../../charts/month-bars.tsx';
import { usePageContext, useTexts } from '../../page-context.ts';
import { AnswerCard } from '../../shared/answer-card.tsx';
import { useAnswer } from '../../shared/use-answer.ts';

/** Draws the months of the year that begins with `from`. */
export function MonthsOfYear({ from }: { from: Day }) {
  const { ask } = usePageContext();
  const texts = useTexts('charts');
  const year = from.slice(0, 4);
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}-01` as Day);
  const days = useAnswer(() => ask('days.brief', from, `${year}-12-31` as Day), [ask, from]);
  return (
    <AnswerCard answer={days}>
      {(value) => (
        <div class="card">
          <MonthBars months={months} days={value} title={texts.monthTitle} />
        </div>
      )}
    </AnswerCard>
  );
}

/**
 * Draws the twelve months up to the month that ends with `to`. Draws nothing if fewer than two of these months have
 * records.
 */
export function LastTwelveMonths({ to }: { to: Day }) {
  const { ask } = usePageContext();
  const texts = useTexts('charts');
  const [year = 0, month = 0] = to.split('-').map(Number);
  const months = Array.from(
    { length: 12 },
    (_, i) => new Date(Date.UTC(year, month - 12 + i, 1)).toISOString().slice(0, 10) as Day,
  );
  const days = useAnswer(() => ask('days.brief', months[0] as Day, to), [ask, to]);
  return (
    <AnswerCard answer={days}>
      {(value) =>
        new Set(value.map((d) => d.day.slice(0, 7))).size < 2 ? null : (
          <div class="card">
            <MonthBars months={months} days={value} title={texts.monthsTitle} />
          </div>
        )
      }
    </AnswerCard>
  );
}
