/** The dialog "that wasn't me": deletes the records of the past half hour, and then offers undo. */
import { useState } from 'preact/hooks';
import { useTexts } from '../page-context.ts';
import type { PopupEffects } from './popup-reading.ts';

const minutes = 30;

/** The properties of the button and of its dialog. */
export interface NotMeProps {
  readonly effects: PopupEffects;
  /** Called after records were deleted or put back; reads the figures again. */
  readonly onChange: () => Promise<unknown>;
}

/** Asks for confirmation, deletes, then offers undo. */
export function NotMe({ effects, onChange, close }: NotMeProps & { readonly close: () => void }) {
  const texts = useTexts('popup');
  const { undo } = useTexts('common');
  const [undoToken, setUndoToken] = useState<string | null>(null);
  const deleteLast = async () => {
    setUndoToken((await effects.ask('ledger.dropLast', minutes)).undo);
    await onChange();
  };
  const putBack = async (token: string) => {
    await effects.ask('undo', token);
    close();
    await onChange();
  };
  return (
    <p class="slip" role="status">
      <span>{undoToken === null ? texts.notMeAsk : texts.notMeDone}</span>
      <span>
        {undoToken === null ? (
          <>
            <button type="button" class="plain small" data-action="not-me-sure" onClick={deleteLast}>
              {texts.notMeYes}
            </button>{' '}
            <button type="button" class="plain small" data-action="not-me-keep" onClick={close}>
              {texts.notMeNo}
            </button>
          </>
        ) : (
          <button type="button" class="plain small" data-action="not-me-undo" onClick={() => putBack(undoToken)}>
            {undo}
          </button>
        )}
      </span>
    </p>
  );
}
