/** A backup file: looked at, shown as what it would change, then merged. A file that can't be is refused in one line. */
import { useState } from 'preact/hooks';
import type { RestoreSummary } from '../../../messages.ts';
import * as format from '../../figures/format.ts';
import { useShell, useWords } from '../../page-context.ts';
import { backupWords } from '../../strings/backup.ts';
import { type FileLike, readBackup } from './backup-file.ts';

type Step =
  | { readonly at: 'choose'; readonly said?: string; readonly refused?: boolean }
  | { readonly at: 'reading' }
  | { readonly at: 'sealed'; readonly file: FileLike; readonly said?: string }
  | { readonly at: 'shown'; readonly file: FileLike; readonly backup: unknown; readonly summary: RestoreSummary };

export function Restore() {
  const { ask, language, refresh } = useShell();
  const words = useWords(backupWords);
  const [step, go] = useState<Step>({ at: 'choose' });
  const number = (n: number) => format.number(n, language);

  /** One line: which file, why, what the worker said of the place, and that nothing was changed. */
  const refuse = (file: FileLike, why: keyof typeof words.refusals, detail = '') =>
    go({
      at: 'choose',
      refused: true,
      said: `${file.name}: ${words.refusals[why]}${detail === '' ? '' : ` (${detail})`}. ${words.untouched}`,
    });
  const refuseFor = (file: FileLike, trouble: unknown) => {
    const detail = (trouble as Error).message;
    const why = /is newer than/.test(detail) ? 'newer' : /is no backup/.test(detail) ? 'foreign' : 'malformed';
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
          ? go({ at: 'sealed', file, said: `${file.name}: ${words.refusals[read.refused]}. ${words.untouched}` })
          : refuse(file, read.refused);
      go({ at: 'shown', file, backup: read.backup, summary: await ask('backup.inspect', read.backup) });
    } catch (trouble) {
      refuseFor(file, trouble);
    }
  };
  const restore = async ({ file, backup }: Extract<Step, { at: 'shown' }>) => {
    try {
      const { added, sealedDays } = await ask('backup.restore', backup);
      go({ at: 'choose', said: words.restored(number(added), number(sealedDays)) });
      await refresh();
    } catch (trouble) {
      refuseFor(file, trouble);
    }
  };

  if (step.at === 'reading') return <p role="status">{words.reading}</p>;
  if (step.at === 'sealed') return <Passphrase step={step} open={open} cancel={() => go({ at: 'choose' })} />;
  if (step.at === 'shown')
    return <Shown step={step} restore={() => restore(step)} cancel={() => go({ at: 'choose' })} />;
  return (
    <>
      <label class="button plain">
        {words.choose}
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
  const words = useWords(backupWords);
  const [passphrase, set] = useState('');
  const { step, open, cancel } = props;
  return (
    <>
      <p>
        {step.file.name}: {words.openWith}
      </p>
      <div class="tools">
        <input
          type="password"
          autocomplete="off"
          aria-label={words.passphrase}
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
          {words.open}
        </button>
        <button type="button" class="plain" onClick={cancel}>
          {words.cancel}
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
  const { language } = useShell();
  const words = useWords(backupWords);
  const number = (n: number) => format.number(n, language);
  const { file, summary } = props.step;
  const isNew = summary.added + summary.sealedDays + summary.settings.length > 0 || summary.digests === 'taken';
  const lines = [
    isNew ? words.change(number(summary.added), number(summary.sealedDays)) : words.nothingNew,
    summary.alreadyThere > 0 ? words.alreadyThere(number(summary.alreadyThere)) : null,
    summary.refused > 0 ? words.refusedRows(number(summary.refused)) : null,
    summary.newHosts.length > 0 ? words.newHosts(summary.newHosts.join(', ')) : null,
    summary.settings.length > 0 ? words.settings(number(summary.settings.length)) : null,
    summary.digests === 'taken' ? words.digestsTaken : summary.digests === 'left' ? words.digestsLeft : null,
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
              <th scope="col">{words.month}</th>
              <th scope="col">{words.monthDays}</th>
              <th scope="col">{words.monthAdded}</th>
              <th scope="col">{words.monthSealed}</th>
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
          {words.doRestore}
        </button>
        <button type="button" class="plain" data-action="restore-cancel" onClick={props.cancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
