/** Shows the changes that restoring a backup would make, before the owner confirms them. */
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import type { RestoreStep } from './restore-step.ts';

export function RestorePreview(props: {
  step: Extract<RestoreStep, { name: 'shown' }>;
  restore: () => unknown;
  cancel: () => void;
}) {
  const { language } = usePageContext();
  const texts = useTexts('backup');
  const number = (n: number) => format.number(n, language);
  const { file, summary } = props.step;
  const isNew = summary.added + summary.sealedDays + summary.settings.length > 0 || summary.digests === 'taken';
  const lines = [
    isNew ? texts.change(number(summary.added), number(summary.sealedDays)) : texts.nothingNew,
    summary.alreadyThere > 0 ? texts.alreadyThere(number(summary.alreadyThere)) : null,
    summary.refused > 0 ? texts.refusedRows(number(summary.refused)) : null,
    summary.newHosts.length > 0 ? texts.newHosts(summary.newHosts.join(', ')) : null,
    summary.settings.length > 0 ? texts.settings(number(summary.settings.length)) : null,
    summary.digests === 'taken' ? texts.digestsTaken : summary.digests === 'left' ? texts.digestsLeft : null,
  ].filter((line) => line !== null);
  return (
    <div data-restore-preview>
      <p>
        <strong>{file.name}</strong>
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {summary.months.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.month}</th>
              <th scope="col">{texts.monthDays}</th>
              <th scope="col">{texts.monthAdded}</th>
              <th scope="col">{texts.monthSealed}</th>
            </tr>
          </thead>
          <tbody>
            {summary.months.map(({ month, days, added, sealedDays }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>{number(days)}</td>
                <td>{number(added)}</td>
                <td>{number(sealedDays)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="tools">
        <button type="button" data-action="restore-sure" disabled={!isNew} onClick={props.restore}>
          {texts.doRestore}
        </button>
        <button type="button" class="plain" data-action="restore-cancel" onClick={props.cancel}>
          {texts.cancel}
        </button>
      </div>
    </div>
  );
}
