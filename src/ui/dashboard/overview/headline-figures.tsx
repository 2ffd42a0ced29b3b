/** Shows the four figures at the top of the overview, each with a note: a comparison, a share or a mean. */
import type { DaySummary } from '../../../core/days/day-summary.ts';
import { lookBackDays } from '../../../core/forms/judge-repeats.ts';
import * as format from '../../figures/format.ts';
import type { Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import type { TabProps } from '../tabs/tab-props.ts';
import { useComparison } from './use-comparison.ts';
import './overview.css';

export function HeadlineFigures({ route, days, totals }: TabProps & { days: readonly DaySummary[]; totals: Totals }) {
  const { language, state } = usePageContext();
  const texts = useTexts('overview');
  const comparison = useComparison(route, days);
  // A ledger younger than the look-back time misses repeats of entries that were made before the first record of the
  // ledger.
  const isYoung =
    state.firstDay !== null && Date.parse(state.today) - Date.parse(state.firstDay) < lookBackDays * 86_400_000;
  const { repeats, entries } = totals;
  const items = [
    [
      texts.time,
      format.duration(totals.attentionMs, language),
      comparison ?? texts.perDay(format.duration(totals.attentionMs / Math.max(1, totals.days), language)),
    ],
    [
      texts.repeats,
      entries.eligible === 0 || isYoung
        ? format.number(repeats, language)
        : `${format.number(repeats, language)} · ${format.percent(repeats, entries.eligible)}`,
      isYoung
        ? texts.young
        : texts.ofEntries(format.number(repeats, language), format.number(entries.eligible, language)),
    ],
    [
      texts.after,
      format.duration(totals.afterHoursMs, language),
      texts.ofTime(format.percent(totals.afterHoursMs, totals.attentionMs)),
    ],
    [
      texts.portals,
      format.number(totals.systems.filter((s) => s.attentionMs > 0).length, language),
      texts.switches(format.number(totals.switches, language)),
    ],
  ] as const;
  return (
    <dl class="kpis">
      {items.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="value">{value}</dd>
          <dd class="note">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
