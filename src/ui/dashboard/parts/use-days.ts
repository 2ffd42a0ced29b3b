/** Reads the day summaries of the period in the address of the dashboard. */
import type { DaySummary } from '../../../core/days/day-summary.ts';
import { usePageContext } from '../../page-context.ts';
import { periodOf, type Route } from '../../route.ts';
import { type Answer, useAnswer } from '../../shared/use-answer.ts';

/** Reads the days of the route's period, and reads them again when the state of the ledger changes. */
export function useDays(route: Route): Answer<readonly DaySummary[]> {
  const { ask, state } = usePageContext();
  const { from, to } = periodOf(route.unit, route.day);
  return useAnswer(() => ask('days.read', from, to), [ask, from, to, state]);
}
