/** Prints a month of the owner on A4: the measured times by system and by day, and what the owner reported. */
import type { DaySummary } from '../../../../core/days/day-summary.ts';
import type { FullRecordTexts } from '../../../../core/days/full-record-csv.ts';
import { shortDay } from '../../../figures/dates.ts';
import { clock } from '../../../figures/format.ts';
import { usePageContext, useTexts } from '../../../page-context.ts';
import { OwnerMark } from './owner-mark.tsx';

export function OwnRecordSheet({
  days,
  title,
  texts,
}: {
  days: readonly DaySummary[];
  title: string;
  texts: FullRecordTexts;
}) {
  const { language, names } = usePageContext();
  const { own } = useTexts('monthExport');
  const systems = new Map<
    string,
    { kind: string; purpose: string | null; ms: number; entries: number; sent: number }
  >();
  const reported = new Map<string, { count: number; minutes: number }>();
  for (const day of days) {
    for (const s of day.systems) {
      const total = systems.get(s.id) ?? { kind: s.kind, purpose: s.purpose, ms: 0, entries: 0, sent: 0 };
      total.ms += s.activeMs + s.watchingMs;
      total.entries += s.entries;
      total.sent += s.submissions;
      systems.set(s.id, total);
    }
    for (const [burden, entry] of Object.entries(day.selfReported)) {
      const total = reported.get(burden) ?? { count: 0, minutes: 0 };
      reported.set(burden, { count: total.count + entry.count, minutes: total.minutes + entry.minutes });
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
          <OwnerMark columns={6} />
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
          <OwnerMark columns={6} />
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
      {reported.size === 0 ? null : (
        <>
          <h2>{own.selfReported}</h2>
          <table>
            <thead>
              <OwnerMark columns={3} />
            </thead>
            <tbody>
              {[...reported].map(([burden, entry]) => (
                <tr key={burden}>
                  <td>{texts.burden(burden)}</td>
                  <td>
                    {entry.count} {own.times}
                  </td>
                  <td>
                    {entry.minutes} {own.minutes}
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
