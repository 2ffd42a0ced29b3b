/** Lets the owner save and restore backup files (docs/privacy-model.md, P6). */
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { AnswerCard } from '../../shared/answer-card.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { Restore } from './restore.tsx';
import { SaveBackup } from './save-backup.tsx';

export function BackupAndRestore() {
  const { ask, state, language } = usePageContext();
  const texts = useTexts('backup');
  const storage = useAnswer(() => ask('storage.read'), [ask, state]);
  // A ledger that cannot be read cannot be saved, and nothing can be restored into it.
  const isUnreadable = storage.status === 'failed';
  return (
    <section class="card">
      <h2>{texts.title}</h2>
      <p class="soft">{texts.note}</p>
      {state.backupDue ? (
        <p class="notice" data-backup-due>
          {texts.due}
        </p>
      ) : null}
      <AnswerCard answer={storage} inCard>
        {({ lastBackup }) => (
          <p>{lastBackup === null ? texts.never : texts.last(format.instant(lastBackup, language, true))}</p>
        )}
      </AnswerCard>
      <SaveBackup isUnreadable={isUnreadable} />
      <h3>{texts.restore}</h3>
      {isUnreadable ? null : <Restore />}
      {isUnreadable ? <p class="soft">{texts.shut}</p> : null}
    </section>
  );
}
