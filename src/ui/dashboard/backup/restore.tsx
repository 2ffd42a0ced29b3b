/** A backup file: looked at, shown as what it would change, then merged. A file that can't be is refused in one line. */
import { useState } from 'preact/hooks';
import type { RestoreSummary } from '../../../messages.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { backupWords } from '../../strings/backup.ts';
import { type FileLike, readBackup } from './backup-file.ts';

type Step =
  | { readonly at: 'choose'; readonly said?: string; readonly refused?: boolean }
  | { readonly at: 'reading' }
  | { readonly at: 'sealed'; readonly file: FileLike; readonly said?: string }
  | { readonly at: 'shown'; readonly file: FileLike; readonly backup: unknown; readonly summary: RestoreSummary };

export function Restore() {
  const { ask, language, refresh } = usePageContext();
  const texts = useTexts(backupWords);
  const [step, go] = useState<Step>({ at: 'choose' });
  const number = (n: number) => format.number(n, language);

  /** One line: which file, why, what the worker said of the place, and that nothing was changed. */
  const refuse = (file: FileLike, why: keyof typeof texts.refusals, detail = '') =>
    go({
      at: 'choose',
      refused: true,
      said: `${file.name}: ${texts.refusals[why]}${detail === '' ? '' : ` (${detail})`}. ${texts.untouched}`,
    });
  const refuseFor = (file: FileLike, trouble: unknown) => {
    const detail = (trouble as Error).message;
    const why = /is newer than/.test(detail) ? 'newer' : /not a backup/.test(detail) ? 'foreign' : 'malformed';
    refuse(file, why, detail);
  };
  const open = async (file: FileLike, passphrase: string | null) => {
    go({ at: 'reading' });
    // A frame for the word to be drawn: opening a sealed file keeps the page busy.
    await new Promise(requestAnimationFrame);
    try {
      const read = await readBackup(file, passphrase);
      if ('sealed' in read) return go({ at: 'sealed', file });
      if ('refused' in read)
        return read.refused === 'wrong-passphrase'
          ? go({ at: 'sealed', file, said: `${file.name}: ${texts.refusals[read.refused]}. ${texts.untouched}` })
          : refuse(file, read.refused);
      go({ at: 'shown', file, backup: read.backup, summary: await ask('backup.inspect', read.backup) });
    } catch (trouble) {
      refuseFor(file, trouble);
    }
  };
  const restore = async ({ file, backup }: Extract<Step, { at: 'shown' }>) => {
    try {
      const { added, sealedDays } = await ask('backup.restore', backup);
      go({ at: 'choose', said: texts.restored(number(added), number(sealedDays)) });
      await refresh();
    } catch (trouble) {
      refuseFor(file, trouble);
    }
  };

  if (step.at === 'reading') return <p role="status">{texts.reading}</p>;
  if (step.at === 'sealed') return <Passphrase step={step} open={open} cancel={() => go({ at: 'choose' })} />;
  if (step.at === 'shown')
    return <Shown step={step} restore={() => restore(step)} cancel={() => go({ at: 'choose' })} />;
  return (
    <>
      <label class="button plain">
        {texts.choose}
        <input
          type="file"
          class="hidden"
          accept=".json,.age"
          data-action="restore"
          onChange={(e) => {
            const file = e.currentTarget.files?.[0];
            if (file !== undefined) void open(file, null);
          }}
        />
      </label>
      <p role={step.refused ? 'alert' : 'status'} data-restore-said>
        {step.said ?? ''}
      </p>
    </>
  );
}

function Passphrase(props: {
  step: Extract<Step, { at: 'sealed' }>;
  open: (file: FileLike, passphrase: string) => unknown;
  cancel: () => void;
}) {
  const texts = useTexts(backupWords);
  const [passphrase, set] = useState('');
  const { step, open, cancel } = props;
  return (
    <>
      <p>
        {step.file.name}: {texts.openWith}
      </p>
      <div class="tools">
        <input
          type="password"
          autocomplete="off"
          aria-label={texts.passphrase}
          data-field="open-passphrase"
          value={passphrase}
          onInput={(e) => set(e.currentTarget.value)}
        />
        <button
          type="button"
          data-action="open-sealed"
          disabled={passphrase === ''}
          onClick={() => open(step.file, passphrase)}
        >
          {texts.open}
        </button>
        <button type="button" class="plain" onClick={cancel}>
          {texts.cancel}
        </button>
      </div>
      {step.said === undefined ? null : (
        <p role="alert" data-restore-said>
          {step.said}
        </p>
      )}
    </>
  );
}

function Shown(props: { step: Extract<Step, { at: 'shown' }>; restore: () => unknown; cancel: () => void }) {
  const { language } = usePageContext();
  const texts = useTexts(backupWords);
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
