/**
 * This tab shows hours by purpose and by burden form. Every figure opens to show its formula and its parts. There is no
 * total score.
 */
import type { DaySummary } from '../../../core/days/day-summary.ts';
import { periodTotals } from '../../figures/period-totals.ts';
import { useTexts } from '../../page-context.ts';
import { AnswerCard } from '../../shared/answer-card.tsx';
import { BurdenByForm } from '../burden/burden-by-form.tsx';
import { BurdenByPurpose } from '../burden/burden-by-purpose.tsx';
import { PhoneBurdenCard } from '../burden/phone-burden-card.tsx';
import { EmptyPeriod } from '../parts/empty-period.tsx';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { PeriodSentence } from '../parts/period-sentence.tsx';
import { useDays } from '../parts/use-days.ts';
import type { TabProps } from './tab-props.ts';

export function BurdenTab({ route }: TabProps) {
  const days = useDays(route);
  return (
    <AnswerCard answer={days}>
      {(value) => (value.length === 0 ? <EmptyPeriod /> : <PeriodBurden route={route} days={value} />)}
    </AnswerCard>
  );
}

function PeriodBurden({ route, days }: TabProps & { days: readonly DaySummary[] }) {
  const texts = useTexts('burden');
  const totals = periodTotals(days);
  return (
    <>
      <p class="notice">{texts.note}</p>
      <div class="pair even">
        <BurdenByPurpose totals={totals} />
        <BurdenByForm totals={totals} days={days} />
      </div>
      <PhoneBurdenCard totals={totals} />
      <section class="card">
        <PeriodSentence route={route} totals={totals} />
      </section>
      <LowerBoundNote />
    </>
  );
}
