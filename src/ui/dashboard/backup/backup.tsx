/** The owner's own copy, its way back, and the way out (promise P6). */
import { useState } from 'preact/hooks';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { backupWords } from '../../strings/backup.ts';
import { AnswerCard } from '../parts/answer-card.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { sealBackup } from './backup-file.ts';
import { Restore } from './restore.tsx';

export function Backup() {
  const { ask, state, language } = usePageContext();
  const texts = useTexts(backupWords);
  const storage = useAnswer(() => ask('storage.read'), [ask, state]);
  /** What can't be read now can't be copied, and nothing can be added to it. */
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
      <Save isUnreadable={isUnreadable} />
      <h3>{texts.restore}</h3>
      {isUnreadable ? null : <Restore />}
      {isUnreadable ? <p class="soft">{texts.shut}</p> : null}
    </section>
  );
}

function Save({ isUnreadable }: { isUnreadable: boolean }) {
  const { ask, save, state, refresh } = usePageContext();
  const texts = useTexts(backupWords);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [digests, setDigests] = useState(false);
  const [said, say] = useState('');
  const differs = passphrase !== again;
  const backUp = () => write().catch((why: Error) => say(texts.notSaved(why.message)));
  const write = async () => {
    const text = JSON.stringify(await ask('backup.read', { digests }));
    const stem = `fingertip-ledger-backup-${state.today}`;
    if (passphrase === '') save(`${stem}.json`, text);
    else {
      say(texts.sealing);
      // A frame for the word to be drawn: what follows keeps the page busy for a second or more.
      await new Promise(requestAnimationFrame);
      save(`${stem}.age`, new Blob([(await sealBackup(text, passphrase)).slice()]));
    }
    await ask('backup.saved');
    say(texts.saved(`${stem}.${passphrase === '' ? 'json' : 'age'}`));
    setPassphrase('');
    setAgain('');
    await refresh();
  };
  return (
    <>
      <div class="tools">
        <label>
          {texts.passphrase}
          <input
            type="password"
            autocomplete="new-password"
            data-field="passphrase"
            value={passphrase}
            onInput={(e) => setPassphrase(e.currentTarget.value)}
          />
        </label>
        {passphrase === '' ? null : (
          <label>
            {texts.passphraseAgain}
            <input
              type="password"
              autocomplete="new-password"
              data-field="passphrase-again"
              value={again}
              onInput={(e) => setAgain(e.currentTarget.value)}
            />
          </label>
        )}
        <button
          type="button"
          data-action="backup"
          disabled={isUnreadable || (passphrase !== '' && differs)}
          onClick={backUp}
        >
          {texts.save}
        </button>
      </div>
      {passphrase !== '' && again !== '' && differs ? <p role="alert">{texts.passphraseDiffers}</p> : null}
      <p class="soft">{texts.passphraseNote}</p>
      <label class="tick">
        <input
          type="checkbox"
          data-field="digests"
          checked={digests}
          onChange={(e) => setDigests(e.currentTarget.checked)}
        />
        <span>
          {texts.digests}
          <br />
          <span class="soft">{texts.digestsNote}</span>
        </span>
      </label>
      <p role="status">{said}</p>
    </>
  );
}

/** The whole ledger and all settings. */
export function EraseAll() {
  const { ask, refresh } = usePageContext();
  const texts = useTexts(backupWords);
  const [step, setStep] = useState<'none' | 'sure' | 'done'>('none');
  const [trouble, setTrouble] = useState('');
  const erase = async () => {
    try {
      await ask('ledger.erase');
      setStep('done');
      await refresh();
    } catch (why) {
      setTrouble(texts.notErased((why as Error).message));
    }
  };
  return (
    <section class="card">
      <h2>{texts.erase}</h2>
      <p class="soft">{texts.eraseNote}</p>
      {step === 'sure' ? (
        <div class="tools">
          <button type="button" class="danger" data-action="erase-sure" onClick={erase}>
            {texts.eraseSure}
          </button>
          <button type="button" class="plain" onClick={() => setStep('none')}>
            {texts.cancel}
          </button>
        </div>
      ) : (
        <button type="button" class="plain" data-action="erase" onClick={() => setStep('sure')}>
          {texts.erase}
        </button>
      )}
      <p role="status">{step === 'done' ? texts.erased : trouble}</p>
    </section>
  );
}
