/**
 * This folder holds the sheets that the wizard prints on A4: the owner's own record and the report.
 *
 * This file offers the owner's month as CSV and on paper. Every page is marked as the owner's and has no
 * machine-readable code.
 */
import { useEffect, useState } from 'preact/hooks';
import type { DaySummary } from '../../../../core/days/day-summary.ts';
import { type FullRecordTexts, fullRecordCsv } from '../../../../core/days/full-record-csv.ts';
import type { Day } from '../../../../core/events.ts';
import { monthName } from '../../../figures/dates.ts';
import { kindName } from '../../../figures/names.ts';
import { usePageContext, useTexts } from '../../../page-context.ts';
import { periodOf } from '../../../route.ts';
import { OwnRecordSheet } from './own-record-sheet.tsx';

export function OwnRecord({ month }: { month: string }) {
  const { ask, language, save, print } = usePageContext();
  const shared = useTexts('purposes');
  const texts = useTexts('monthExport');
  const phone = useTexts('phone');
  const [days, setDays] = useState<readonly DaySummary[]>([]);
  const first = `${month}-01` as Day;
  useEffect(() => {
    const { from, to } = periodOf('month', `${month}-01` as Day);
    ask('days.read', from, to).then(setDays, () => setDays([]));
  }, [ask, month]);
  const { own } = texts;
  const name = monthName(first, language);
  const recordTexts: FullRecordTexts = {
    ...own,
    kind: (kind) => kindName(kind, language),
    purpose: (purpose) => shared.purposes[(purpose ?? 'none') as keyof typeof shared.purposes],
    burden: (burden) => phone[burden as keyof typeof phone] ?? burden,
  };
  return (
    <>
      <section class="card no-print">
        <h2>{own.head(name)}</h2>
        <p>
          <strong>{own.text(name)}</strong>
        </p>
        <p class="tools">
          <button
            type="button"
            class="plain"
            data-action="own-csv"
            onClick={() => save(`fingertip-ledger-own-${month}.csv`, fullRecordCsv(days, recordTexts))}
          >
            {own.csv(name)}
          </button>
          <button type="button" class="plain" data-action="own-print" onClick={() => print()}>
            {own.print(name)}
          </button>
        </p>
      </section>
      <OwnRecordSheet days={days} title={name} texts={recordTexts} />
    </>
  );
}
