/** Saves a backup file: plain JSON, or sealed when a passphrase is set. */
import { useState } from 'preact/hooks';
import { usePageContext, useTexts } from '../../page-context.ts';
import { sealBackup } from './backup-file.ts';

export function SaveBackup({ isUnreadable }: { isUnreadable: boolean }) {
  const { ask, save, state, refresh } = usePageContext();
  const texts = useTexts('backup');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [withDigests, setWithDigests] = useState(false);
  const [status, setStatus] = useState('');
  const differs = passphrase !== repeated;
  const saveBackup = () => writeFile().catch((error: Error) => setStatus(texts.notSaved(error.message)));
  const writeFile = async () => {
    const text = JSON.stringify(await ask('backup.read', { digests: withDigests }));
    const stem = `fingertip-ledger-backup-${state.today}`;
    if (passphrase === '') save(`${stem}.json`, text);
    else {
      setStatus(texts.sealing);
      // Let the status be painted first: sealing blocks the page for a second or more.
      await new Promise(requestAnimationFrame);
      save(`${stem}.age`, new Blob([(await sealBackup(text, passphrase)).slice()]));
    }
    await ask('backup.saved');
    setStatus(texts.saved(`${stem}.${passphrase === '' ? 'json' : 'age'}`));
    setPassphrase('');
    setRepeated('');
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
              value={repeated}
              onInput={(e) => setRepeated(e.currentTarget.value)}
            />
          </label>
        )}
        <button
          type="button"
          data-action="backup"
          disabled={isUnreadable || (passphrase !== '' && differs)}
          onClick={saveBackup}
        >
          {texts.save}
        </button>
      </div>
      {passphrase !== '' && repeated !== '' && differs ? <p role="alert">{texts.passphraseDiffers}</p> : null}
      <p class="soft">{texts.passphraseNote}</p>
      <label class="tick">
        <input
          type="checkbox"
          data-field="digests"
          checked={withDigests}
          onChange={(e) => setWithDigests(e.currentTarget.checked)}
        />
        <span>
          {texts.digests}
          <br />
          <span class="soft">{texts.digestsNote}</span>
        </span>
      </label>
      <p role="status">{status}</p>
    </>
  );
}
