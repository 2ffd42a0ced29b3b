/** "That wasn't me": the last half hour goes, and can be put back for a few seconds. */
import { useState } from 'preact/hooks';
import type { PopupWords } from '../strings/popup.ts';
import type { PopupEffects } from './popup.tsx';

const minutes = 30;

export interface NotMeProps {
  readonly effects: PopupEffects;
  readonly texts: PopupWords;
  readonly undo: string;
  readonly after: () => Promise<unknown>;
}

export function NotMe({ effects, texts, undo, after, over }: NotMeProps & { readonly over: () => void }) {
  const [token, setToken] = useState<string | null>(null);
  const drop = async () => {
    setToken((await effects.ask('ledger.dropLast', minutes)).undo);
    await after();
  };
  const putBack = async (taken: string) => {
    await effects.ask('undo', taken);
    over();
    await after();
  };
  return (
    <p class="slip" role="status">
      <span>{token === null ? texts.notMeAsk : texts.notMeDone}</span>
      <span>
        {token === null ? (
          <>
            <button type="button" class="plain small" data-action="not-me-sure" onClick={drop}>
              {texts.notMeYes}
            </button>{' '}
            <button type="button" class="plain small" data-action="not-me-keep" onClick={over}>
              {texts.notMeNo}
            </button>
          </>
        ) : (
          <button type="button" class="plain small" data-action="not-me-undo" onClick={() => putBack(token)}>
            {undo}
          </button>
        )}
      </span>
    </p>
  );
}
