/** Prints the report line by line. It has no id and no check code, so that the paper cannot be linked to the file. */
import type { Day } from '../../../../core/events.ts';
import type { MonthReport } from '../../../../core/report/report-format.ts';
import { reportLines } from '../../../../core/report/report-lines.ts';
import { monthName } from '../../../figures/dates.ts';
import { usePageContext, useTexts } from '../../../page-context.ts';
import { fieldTexts, valueText } from '../report-texts.ts';
import { OwnerMark } from './owner-mark.tsx';

export function ReportSheet({ report, partial }: { report: MonthReport; partial: boolean }) {
  const { language } = usePageContext();
  const texts = useTexts('monthExport');
  const shared = useTexts('screens');
  const phone = useTexts('phone');
  const { own, save, check, months } = texts;
  return (
    <div class="only-print ledger-print" data-print="report">
      <h1>{save.sheet(monthName(`${report.month}-01` as Day, language))}</h1>
      <p>
        {own.made} · {save.paper}
      </p>
      {partial ? <p>{months.running}</p> : null}
      <table>
        <thead>
          <OwnerMark columns={2} />
          <tr>
            <th scope="col">{check.field}</th>
            <th scope="col">{check.value}</th>
          </tr>
        </thead>
        <tbody>
          {reportLines(report)
            .filter((line) => line.field !== 'id')
            .map((line) => {
              const { name, note } = fieldTexts(line, texts);
              return (
                <tr key={line.path}>
                  <td>
                    {texts.records[line.record as keyof typeof texts.records]} · {name}
                    {note === '' ? null : <div class="soft">{note}</div>}
                  </td>
                  <td>{valueText(line, texts, shared, phone)}</td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </div>
  );
}
