/** Whether it records, and the way to pause it. */
import { useRef } from 'preact/hooks';
import type { EpochMs } from '../../core/events.ts';
import { pickLanguage } from '../../core/pick-language.ts';
import * as format from '../format.ts';
import type { PopupWords } from '../strings/popup.ts';
import type { PopupOutside, Reading } from './popup.tsx';
import { StateMark } from './state-mark.tsx';

interface PauseProps {
  readonly reading: Reading;
  readonly outside: PopupOutside;
  readonly words: PopupWords;
  readonly after: () => Promise<unknown>;
}

export function Pause({ reading, outside, words, after }: PauseProps) {
  const { state, settings } = reading;
  const menu = useRef<HTMLDetailsElement>(null);
  const pause = async (until: EpochMs | 'resume' | null) => {
    if (menu.current !== null) menu.current.open = false;
    await outside.ask('settings.write', { pausedUntil: until });
    await after();
  };
  const language = pickLanguage(settings.language, outside.languages);
  const { pausedUntil } = state;
  if (!state.recording)
    return (
      <>
        <span class="chip" data-state="paused">
          <StateMark of="paused" />
          {typeof pausedUntil === 'number'
            ? words.pausedUntil(format.instant(pausedUntil, language, pausedUntil - outside.now() > 43_200_000))
            : words.paused}
        </span>
        <button type="button" onClick={() => pause(null)} data-action="resume">
          {words.resume}
        </button>
      </>
    );
  const inMinutes = (minutes: number) => (outside.now() + minutes * 60_000) as EpochMs;
  const choices = [
    [words.pauseFor.half, () => inMinutes(30)],
    [words.pauseFor.two, () => inMinutes(120)],
    [words.pauseFor.tomorrow, outside.tomorrow],
    [words.pauseFor.resume, () => 'resume' as const],
  ] as const;
  return (
    <>
      <span class="chip" data-state="recording">
        <StateMark of="recording" />
        {words.recording}
      </span>
      <details
        class="menu"
        ref={menu}
        onKeyDown={(e) => {
          if (e.key !== 'Escape' || menu.current?.open !== true) return;
          menu.current.open = false;
          menu.current.querySelector('summary')?.focus();
          e.preventDefault();
        }}
      >
        <summary class="button">{words.pause}</summary>
        <ul>
          {choices.map(([name, until]) => (
            <li key={name}>
              <button type="button" class="plain" onClick={() => pause(until())}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
