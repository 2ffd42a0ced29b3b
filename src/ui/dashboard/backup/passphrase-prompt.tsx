/** Asks for the passphrase of a sealed backup file. */
import { useState } from 'preact/hooks';
import { useTexts } from '../../page-context.ts';
import type { FileLike } from './backup-file.ts';
import type { RestoreStep } from './restore-step.ts';

export function PassphrasePrompt(props: {
  step: Extract<RestoreStep, { name: 'sealed' }>;
  open: (file: FileLike, passphrase: string) => unknown;
  cancel: () => void;
}) {
  const texts = useTexts('backup');
  const [passphrase, setPassphrase] = useState('');
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
          onInput={(e) => setPassphrase(e.currentTarget.value)}
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
      {step.message === undefined ? null : (
        <p role="alert" data-restore-said>
          {step.message}
        </p>
      )}
    </>
  );
}
