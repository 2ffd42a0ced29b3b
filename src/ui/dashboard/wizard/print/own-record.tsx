import { useEffect, useState } from 'preact/hooks';
import type { DaySummary } from '../../../../core/days/day-summary.ts';
import { type FullRecordTexts, fullRecordCsv } from '../../../../core/days/full-record-csv.ts';
import type { Day } from '../../../../core/events.ts';
import { monthName, shortDay } from '../../../figures/dates.ts';
import { clock } from '../../../figures/format.ts';
import { kindName } from '../../../figures/names.ts';
import { usePageContext, useTexts } from '../../../page-context.ts';
import { periodOf } from '../../../route.ts';
import { phoneNames } from '../../../strings/phone.ts';
import { purposeWords } from '../../../strings/purposes.ts';
import { wizard } from '../../../strings/wizard.ts';

/** The owner's own month as CSV and on A4: marked as theirs on every page, and nothing on it that a machine could read. */
export function OwnRecord({ month }: { month: string }) {
  const { ask, language, save, print } = usePageContext();
  const shared = useTexts(purposeWords);
  const texts = useTexts(wizard);
  const phone = useTexts(phoneNames);
  const [days, setDays] = useState<readonly DaySummary[]>([]);
  const first = `${month}-01` as Day;
  useEffect(() => {
    const { from, to } = periodOf('month', `${month}-01` as Day);
    ask('days.read', from, to).then(setDays, () => setDays([]));
  }, [ask, month]);
  const { own } = texts;
  const name = monthName(first, language);
  const named: FullRecordTexts = {
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
            onClick={() => save(`fingertip-ledger-own-${month}.csv`, fullRecordCsv(days, named))}
          >
            {own.csv(name)}
          </button>
          <button type="button" class="plain" data-action="own-print" onClick={() => print()}>
            {own.print(name)}
          </button>
        </p>
      </section>
      <Sheet days={days} title={name} texts={named} />
    </>
  );
}

/** Whose paper this is: a row of every table's head, so that it stands on each page. */
export function Mark({ columns }: { columns: number }) {
  const { own } = useTexts(wizard);
  return (
    <tr>
      <th class="mark" colSpan={columns}>
        {own.mark}
      </th>
    </tr>
  );
}

function Sheet({ days, title, texts }: { days: readonly DaySummary[]; title: string; texts: FullRecordTexts }) {
  const { language, names } = usePageContext();
  const { own } = useTexts(wizard);
  const systems = new Map<
    string,
    { kind: string; purpose: string | null; ms: number; entries: number; sent: number }
  >();
  const told = new Map<string, { count: number; minutes: number }>();
  for (const day of days) {
    for (const s of day.systems) {
      const all = systems.get(s.id) ?? { kind: s.kind, purpose: s.purpose, ms: 0, entries: 0, sent: 0 };
      all.ms += s.activeMs + s.watchingMs;
      all.entries += s.entries;
      all.sent += s.submissions;
      systems.set(s.id, all);
    }
    for (const [burden, said] of Object.entries(day.selfReported)) {
      const all = told.get(burden) ?? { count: 0, minutes: 0 };
      told.set(burden, { count: all.count + said.count, minutes: all.minutes + said.minutes });
    }
  }
  const [, system, kind, purpose, , , entries, sent] = own.columns;
  return (
    <div class="only-print ledger-print">
      <h1>{title}</h1>
      <p>
        {own.made} · {own.coverage(days.length)}
      </p>
      <h2>{own.measured}</h2>
      <table>
        <thead>
          <Mark columns={6} />
          <tr>
            {[system, kind, purpose, own.days[1], entries, sent].map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...systems]
            .sort(([, a], [, b]) => b.ms - a.ms)
            .map(([id, s]) => (
              <tr key={id}>
                <td>{names[id]?.[language] ?? id}</td>
                <td>{texts.kind(s.kind)}</td>
                <td>{texts.purpose(s.purpose)}</td>
                <td>{clock(s.ms)}</td>
                <td>{s.entries}</td>
                <td>{s.sent}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <table>
        <thead>
          <Mark columns={6} />
          <tr>
            {own.days.map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((d) => (
            <tr key={d.day}>
              <td>{shortDay(d.day, language)}</td>
              <td>{clock(d.attentionMs)}</td>
              <td>{clock(d.afterHoursMs)}</td>
              <td>{d.entries.total}</td>
              <td>{d.entries.repeatSameSystem + d.entries.repeatOtherSystem}</td>
              <td>{d.submissions.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {told.size === 0 ? null : (
        <>
          <h2>{own.selfReported}</h2>
          <table>
            <thead>
              <Mark columns={3} />
            </thead>
            <tbody>
              {[...told].map(([burden, said]) => (
                <tr key={burden}>
                  <td>{texts.burden(burden)}</td>
                  <td>
                    {said.count} {own.times}
                  </td>
                  <td>
                    {said.minutes} {own.minutes}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}
