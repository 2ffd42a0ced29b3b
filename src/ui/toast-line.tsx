/** Shows a short message at the bottom of a page for ten seconds, or until the next message. It may offer undo. */
import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from './page-context.ts';

/** A short message; `undo` is undefined if it cannot be undone. */
export interface Toast {
  readonly text: string;
  readonly undo: (() => unknown) | undefined;
}

const toastMs = 10_000;

/** Draws the message, if there is one. */
export function ToastLine({ toast, close }: { toast: Toast | null; close: () => void }) {
  const { undo } = useTexts('common');
  const texts = useTexts('screens');
  // The timer depends on the toast alone, so that a new `close` does not restart it.
  const latestClose = useRef(close);
  latestClose.current = close;
  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => latestClose.current(), toastMs);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div class="toast" role="status">
      {toast === null ? null : (
        <p>
          {toast.text}
          {toast.undo === undefined ? null : (
            <button
              type="button"
              class="plain"
              data-action="undo"
              onClick={() => {
                toast.undo?.();
                close();
              }}
            >
              {undo}
            </button>
          )}
          <button type="button" class="plain" onClick={close}>
            {texts.close}
          </button>
        </p>
      )}
    </div>
  );
}
