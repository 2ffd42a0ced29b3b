/**
 * Restores a backup file. Reads the file, shows what would change, then merges the content into the ledger. A refused
 * file is explained in one line.
 */
import { useState } from 'preact/hooks';
import { backupFaultOf } from '../../../core/backup/backup-format.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { type FileLike, readBackup } from './backup-file.ts';
import { PassphrasePrompt } from './passphrase-prompt.tsx';
import { RestorePreview } from './restore-preview.tsx';
import type { RestoreStep } from './restore-step.ts';

export function Restore() {
  const { ask, language, refresh } = usePageContext();
  const texts = useTexts('backup');
  const [step, setStep] = useState<RestoreStep>({ name: 'choose' });
  const number = (n: number) => format.number(n, language);

  /** Shows in one line the name of the file, the reason, the place of the fault, and that nothing was changed. */
  const refuse = (file: FileLike, why: keyof typeof texts.refusals, detail = '') =>
    setStep({
      name: 'choose',
      refused: true,
      message: `${file.name}: ${texts.refusals[why]}${detail === '' ? '' : ` (${detail})`}. ${texts.untouched}`,
    });
  const refuseFor = (file: FileLike, error: unknown) => {
    const detail = (error as Error).message;
    refuse(file, backupFaultOf(detail), detail);
  };
  const open = async (file: FileLike, passphrase: string | null) => {
    setStep({ name: 'reading' });
    // Let the status be painted first: opening a sealed file blocks the page.
    await new Promise(requestAnimationFrame);
    try {
      const read = await readBackup(file, passphrase);
      if ('sealed' in read) return setStep({ name: 'sealed', file });
      if ('refused' in read)
        return read.refused === 'wrong-passphrase'
          ? setStep({
              name: 'sealed',
              file,
              message: `${file.name}: ${texts.refusals[read.refused]}. ${texts.untouched}`,
            })
          : refuse(file, read.refused);
      setStep({ name: 'shown', file, backup: read.backup, summary: await ask('backup.inspect', read.backup) });
    } catch (error) {
      refuseFor(file, error);
    }
  };
  const restore = async ({ file, backup }: Extract<RestoreStep, { name: 'shown' }>) => {
    try {
      const { added, sealedDays } = await ask('backup.restore', backup);
      setStep({ name: 'choose', message: texts.restored(number(added), number(sealedDays)) });
      await refresh();
    } catch (error) {
      refuseFor(file, error);
    }
  };

  if (step.name === 'reading') return <p role="status">{texts.reading}</p>;
  if (step.name === 'sealed')
    return <PassphrasePrompt step={step} open={open} cancel={() => setStep({ name: 'choose' })} />;
  if (step.name === 'shown')
    return <RestorePreview step={step} restore={() => restore(step)} cancel={() => setStep({ name: 'choose' })} />;
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
        {step.message ?? ''}
      </p>
    </>
  );
}
