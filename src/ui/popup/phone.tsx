/** What no extension can see, told by the owner with one tap; kept apart from what is measured. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhoneBurden } from '../../core/events.ts';
import { pickLanguage } from '../../core/pick-language.ts';
import * as format from '../format.ts';
import { common } from '../strings/common.ts';
import type { PopupWords } from '../strings/popup.ts';
import type { PopupOutside, Reading } from './popup.tsx';

/** One tap each; what takes longer has a timer. */
const taps = ['chain', 'check-in', 'received', 'forward', 'photo'] as const;
const timed = ['ie-mode', 'client', 'spreadsheet', 'chat', 'timer'] as const;

interface PhoneProps {
  readonly reading: Reading;
  readonly outside: PopupOutside;
  readonly words: PopupWords;
  readonly after: () => Promise<unknown>;
  /** Stands at the end of the row. */
  readonly children: ComponentChildren;
}

export function Phone({ reading, outside, words, after, children }: PhoneProps) {
  const { ask } = outside;
  const language = pickLanguage(reading.settings.language, outside.languages);
  const [last, setLast] = useState<{ said: string; undo: (() => Promise<unknown>) | null } | null>(null);
  const { timer } = reading.state;
  const since = timer?.since ?? null;
  const [, tick] = useState(0);
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => tick((n) => n + 1), 20_000);
    return () => clearInterval(timer);
  }, [since]);
  const tell = async (burden: PhoneBurden) => {
    const { seq } = await ask('self.add', burden, null);
    setLast({ said: words.noted(words.burdens[burden]), undo: () => ask('self.remove', seq) });
    await after();
  };
  const menu = useRef<HTMLDetailsElement>(null);
  const start = async (burden: PhoneBurden) => {
    if (menu.current !== null) menu.current.open = false;
    await ask('timer.start', burden);
    await after();
  };
  const stop = async () => {
    setLast({ said: words.timed((await ask('timer.stop')).minutes), undo: null });
    await after();
  };
  return (
    <fieldset class="phone">
      <legend>{words.phone}</legend>
      <div>
        {taps.map((burden) => (
          <button key={burden} type="button" class="plain" data-self={burden} onClick={() => tell(burden)}>
            {words.burdens[burden]} {reading.day.selfReported[burden]?.count ?? ''}
          </button>
        ))}
        {timer === null ? (
          <details class="menu up" ref={menu}>
            <summary class="button">{words.time}</summary>
            <ul>
              {timed.map((burden) => (
                <li key={burden}>
                  <button type="button" class="plain" data-timer={burden} onClick={() => start(burden)}>
                    {words.burdens[burden]}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        ) : (
          <button type="button" data-action="timer-stop" onClick={stop}>
            {words.stop(words.burdens[timer.burden], format.clock(outside.now() - timer.since))}
          </button>
        )}
        {children}
      </div>
      <div role="status">
        {last === null ? null : (
          <span class="soft">
            {last.said}
            {last.undo === null ? null : (
              <button
                type="button"
                class="link"
                data-action="undo"
                onClick={async () => {
                  await last.undo?.();
                  setLast(null);
                  await after();
                }}
              >
                {common[language].undo}
              </button>
            )}
          </span>
        )}
      </div>
    </fieldset>
  );
}
