/** Deletes the whole ledger and all settings, after the owner has confirmed it. */
import { useState } from 'preact/hooks';
import { usePageContext, useTexts } from '../../page-context.ts';

export function EraseLedger() {
  const { ask, refresh } = usePageContext();
  const texts = useTexts('backup');
  const [step, setStep] = useState<'none' | 'sure' | 'done'>('none');
  const [failure, setFailure] = useState('');
  const erase = async () => {
    try {
      await ask('ledger.erase');
      setStep('done');
      await refresh();
    } catch (error) {
      setFailure(texts.notErased((error as Error).message));
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
      <p role="status">{step === 'done' ? texts.erased : failure}</p>
    </section>
  );
}
