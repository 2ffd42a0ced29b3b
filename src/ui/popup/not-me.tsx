/** "That wasn't me": the last half hour goes. It waits a few seconds for an undo, or until the popup closes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PopupWords } from '../strings/popup.ts';
import type { PopupOutside } from './popup.tsx';

const minutes = 30;
const waitMs = 8000;

export interface NotMeProps {
  readonly outside: PopupOutside;
  readonly words: PopupWords;
  readonly undo: string;
  readonly after: () => Promise<unknown>;
}

export function NotMe({ outside, words, undo, after, over }: NotMeProps & { readonly over: () => void }) {
  const [step, setStep] = useState<'sure' | 'waiting'>('sure');
  const asked = useRef<number | null>(null);
  const drop = async () => {
    if (asked.current === null) return;
    // Thirty minutes before it was asked for, not before the wait is over.
    const more = (outside.now() - asked.current) / 60_000;
    asked.current = null;
    await outside.ask('ledger.dropLast', minutes + more);
    over();
    await after();
  };
  const latest = useRef(drop);
  latest.current = drop;
  useEffect(() => {
    if (step !== 'waiting') return;
    const go = () => void latest.current();
    const timer = setTimeout(go, waitMs);
    addEventListener('pagehide', go);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', go);
    };
  }, [step]);
  if (step === 'sure')
    return (
      <p class="slip" role="status">
        <span>{words.notMeAsk}</span>
        <span>
          <button
            type="button"
            class="plain small"
            data-action="not-me-sure"
            onClick={() => {
              asked.current = outside.now();
              setStep('waiting');
            }}
          >
            {words.notMeYes}
          </button>
        </span>
      </p>
    );
  return (
    <p class="slip" role="status">
      <span>{words.notMeDone}</span>
      <button
        type="button"
        class="plain small"
        data-action="not-me-undo"
        onClick={() => {
          asked.current = null;
          over();
        }}
      >
        {undo}
      </button>
    </p>
  );
}
