/**
 * Lets the owner report burdens that no extension can measure, with one tap or a timer. Reported burdens are stored
 * separately from measured figures.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhoneBurden } from '../../core/events.ts';
import * as format from '../figures/format.ts';
import { useLanguage, useTexts } from '../page-context.ts';
import type { PopupEffects, Reading } from './popup-reading.ts';

/** Burdens reported with one tap, and burdens reported with a timer. */
const taps = ['chain', 'check-in', 'received', 'forward', 'photo'] as const;
const timed = ['ie-mode', 'client', 'spreadsheet', 'chat', 'timer'] as const;

/**
 * The latest burden that the owner reported. `tap` is the number of its first row if the owner can undo it or add
 * minutes to it, else null.
 */
interface SelfReport {
  readonly text: string;
  readonly tap: number | null;
}

interface PhoneProps {
  readonly reading: Reading;
  readonly effects: PopupEffects;
  /** Called after a report or the timer was stored or removed. */
  readonly onChange: () => Promise<unknown>;
  /** Shown at the end of the row until something is reported. A popup has at most 600 px of height. */
  readonly children: ComponentChildren;
}

export function Phone({ reading, effects, onChange, children }: PhoneProps) {
  const { ask } = effects;
  const language = useLanguage();
  const texts = useTexts('popup');
  const common = useTexts('common');
  const [latest, setLatest] = useState<SelfReport | null>(null);
  const { timer } = reading.state;
  const since = timer?.since ?? null;
  const [, tick] = useState(0);
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => tick((n) => n + 1), 20_000);
    return () => clearInterval(timer);
  }, [since]);
  // A press on a button while the minutes field has the focus causes two events. Their actions run one after another.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const tap = useRef<{ readonly burden: PhoneBurden; readonly seq: number } | null>(null);
  const enqueue = (action: () => Promise<SelfReport | null | undefined>) => {
    const done = async () => {
      const next = await action();
      if (next !== undefined) setLatest(next);
      await onChange();
    };
    queue.current = queue.current.then(done, done);
  };
  const report = (burden: PhoneBurden) =>
    enqueue(async () => {
      const { seq } = await ask('self.add', burden, null);
      tap.current = { burden, seq };
      return { text: texts.noted(texts.burdens[burden]), tap: seq };
    });
  /** Replaces the latest tap by a row with the minutes in the box, or without minutes if the box is empty. */
  const setMinutes = (box: HTMLInputElement) => {
    const minutes = box.value === '' ? null : box.valueAsNumber;
    if (box.reportValidity())
      enqueue(async () => {
        if (latest === null || tap.current === null) return undefined;
        const { burden, seq } = tap.current;
        tap.current = { burden, seq: (await ask('self.add', burden, minutes)).seq };
        await ask('self.remove', seq);
        const text = texts.noted(texts.burdens[burden]);
        return { ...latest, text: minutes === null ? text : `${text}, ${texts.timed(minutes)}` };
      });
  };
  const undo = () =>
    enqueue(async () => {
      if (tap.current !== null) await ask('self.remove', tap.current.seq);
      tap.current = null;
      return null;
    });
  const menu = useRef<HTMLDetailsElement>(null);
  const start = async (burden: PhoneBurden) => {
    if (menu.current !== null) menu.current.open = false;
    await ask('timer.start', burden);
    await onChange();
  };
  const stop = () => enqueue(async () => ({ text: texts.timed((await ask('timer.stop')).minutes), tap: null }));
  return (
    <fieldset class="phone">
      <legend>{texts.phone}</legend>
      <div>
        {taps.map((burden) => (
          <button key={burden} type="button" class="plain" data-self={burden} onClick={() => report(burden)}>
            {texts.burdens[burden]} {reading.today.selfReported[burden] ?? ''}
          </button>
        ))}
        {timer === null ? (
          <details class="menu up" ref={menu}>
            <summary class="button">{texts.time}</summary>
            <ul>
              {timed.map((burden) => (
                <li key={burden}>
                  <button type="button" class="plain" data-timer={burden} onClick={() => start(burden)}>
                    {texts.burdens[burden]}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        ) : (
          <button type="button" data-action="timer-stop" onClick={stop}>
            {texts.stop(texts.burdens[timer.burden], format.duration(effects.now() - timer.since, language))}
          </button>
        )}
        {latest === null ? children : null}
        <span class="soft" role="status">
          {latest?.text}
        </span>
        {latest === null || latest.tap === null ? null : (
          <>
            <button type="button" class="link" data-action="undo" onClick={undo}>
              {common.undo}
            </button>
            {/* Submitting does nothing: the field's change event has stored the minutes by then. */}
            <form onSubmit={(e) => e.preventDefault()}>
              <label class="soft">
                {texts.minutes}{' '}
                <input
                  key={latest.tap}
                  type="number"
                  min="1"
                  max="1440"
                  data-self-minutes
                  onChange={(e) => setMinutes(e.currentTarget)}
                />
              </label>{' '}
              <button type="submit" class="plain" data-action="minutes">
                {texts.save}
              </button>
            </form>
          </>
        )}
      </div>
    </fieldset>
  );
}
