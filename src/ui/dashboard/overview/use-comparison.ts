/** Compares the attention of the period shown with that of earlier days. */
import type { DaySummary } from '../../../core/days/day-summary.ts';
import { usualDay } from '../../../core/days/usual-day.ts';
import type { Day } from '../../../core/events.ts';
import { addDays } from '../../../core/time/local-time.ts';
import { isRestDay } from '../../../core/time/workdays.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { daysBetween, earlier, periodOf, type Route, step } from '../../route.ts';
import { useAnswer } from '../../shared/use-answer.ts';

/** A difference below this time is shown as no difference. */
const sameMs = 5 * 60_000;

/**
 * Returns a sentence that compares the period with an earlier period. A day is compared with the usual day of the three
 * weeks before that day. For a longer period, the mean workday is compared with that of the previous period, up to the
 * same number of days. Returns '' when there is no usual day. Returns null until the answer arrives, and when one of
 * the two periods has no workday with attention.
 */
export function useComparison(route: Route, days: readonly DaySummary[]): string | null {
  const { ask, language, state } = usePageContext();
  const texts = useTexts('overview');
  const shown = periodOf(route.unit, route.day);
  const before = periodOf(route.unit, step(route, -1).day);
  const shownDays = daysBetween(shown.from, earlier(shown.to, state.today)).length;
  const isDay = route.unit === 'day';
  const from = isDay ? addDays(shown.from, -21) : before.from;
  const until = daysBetween(before.from, before.to)[Math.max(0, shownDays - 1)] ?? before.to;
  const answer = useAnswer(() => ask('days.brief', from, until), [ask, from, until]);
  if (answer.status !== 'ready') return null;
  if (isDay) {
    const usual = usualDay(answer.value);
    const difference = (days[0]?.attentionMs ?? 0) - (usual?.ms ?? 0);
    if (usual === null) return '';
    if (Math.abs(difference) < sameMs) return texts.usualSame(usual.days);
    return texts.usual(usual.days, format.duration(Math.abs(difference), language), difference > 0);
  }
  /** Returns the mean attention of the workdays that have attention, or null if there are none. */
  const meanWorkday = (summaries: readonly { day: Day; attentionMs: number }[]) => {
    const workdays = summaries.filter((d) => d.attentionMs > 0 && !isRestDay(d.day));
    return workdays.length === 0 ? null : workdays.reduce((sum, d) => sum + d.attentionMs, 0) / workdays.length;
  };
  const [current, previous] = [meanWorkday(days), meanWorkday(answer.value)];
  if (current === null || previous === null) return null;
  if (Math.abs(current - previous) < sameMs) return texts.againstSame;
  return texts.against(format.duration(Math.abs(current - previous), language), current > previous);
}
