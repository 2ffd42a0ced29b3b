/** This tab shows every portal of the period, its purpose, and the forms that it asked for. */
import { useState } from 'preact/hooks';
import type { DaySummary } from '../../../core/days/day-summary.ts';
import * as format from '../../figures/format.ts';
import { kindName } from '../../figures/names.ts';
import { periodTotals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { AnswerCard } from '../../shared/answer-card.tsx';
import { EmptyPeriod } from '../parts/empty-period.tsx';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { PortalTable } from '../parts/portal-table.tsx';
import { useDays } from '../parts/use-days.ts';
import { FormFamilies } from '../portals/form-families.tsx';
import { PortalDetail } from '../portals/portal-detail.tsx';
import type { TabProps } from './tab-props.ts';

export function PortalsTab({ route }: TabProps) {
  const days = useDays(route);
  return (
    <AnswerCard answer={days}>
      {(value) => (value.length === 0 ? <EmptyPeriod /> : <PeriodPortals days={value} />)}
    </AnswerCard>
  );
}

function PeriodPortals({ days }: { days: readonly DaySummary[] }) {
  const { save, language } = usePageContext();
  const texts = useTexts('portals');
  const heads = useTexts('overview');
  const [open, setOpen] = useState<string | null>(null);
  const totals = periodTotals(days);
  const system = totals.systems.find((s) => s.id === open);
  const saveCsv = () => {
    const head = [heads.portal, texts.kind, heads.time, heads.after, heads.entries, heads.submissions, heads.acts];
    const rows = totals.systems.map((s) =>
      [
        s.id,
        kindName(s.kind, language),
        format.clock(s.attentionMs),
        format.clock(s.afterHoursMs),
        s.entries,
        s.submissions,
        s.acts,
      ]
        .map((value) => String(value).replaceAll(',', '，'))
        .join(','),
    );
    save('portals.csv', `\uFEFF${[head.join(','), ...rows].join('\r\n')}\r\n`);
  };
  return (
    <>
      <section class="card">
        <h2>{texts.portals}</h2>
        <p class="soft">{texts.open}</p>
        <PortalTable totals={totals} open={(s) => setOpen(s.id === open ? null : s.id)} />
        <p />
        <button type="button" class="plain no-print" data-action="csv-portals" onClick={saveCsv}>
          {texts.csv}
        </button>
      </section>
      {system === undefined ? null : <PortalDetail system={system} />}
      <FormFamilies totals={totals} />
      <LowerBoundNote />
    </>
  );
}
