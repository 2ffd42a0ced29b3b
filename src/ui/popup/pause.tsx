/** Shows the state of recording, as the toolbar does, and a menu that pauses it. */
import { useRef } from 'preact/hooks';
import type { EpochMs } from '../../core/events.ts';
import * as format from '../figures/format.ts';
import { useLanguage, useTexts } from '../page-context.ts';
import { Chip } from './chip.tsx';
import type { PopupEffects, Reading } from './popup-reading.ts';

/** A pause that ends later than this is shown with its day. */
const withDayAfterMs = 12 * 3_600_000;

interface PauseProps {
  readonly reading: Reading;
  readonly effects: PopupEffects;
  /** Whether the page in front is not recorded. */
  readonly isUnrecorded: boolean;
  /** Called after a change of the pause was stored. */
  readonly onChange: () => Promise<unknown>;
}

export function Pause({ reading, effects, isUnrecorded, onChange }: PauseProps) {
  const { state } = reading;
  const language = useLanguage();
  const texts = useTexts('popup');
  const menu = useRef<HTMLDetailsElement>(null);
  const pause = async (until: EpochMs | 'resume' | null) => {
    if (menu.current !== null) menu.current.open = false;
    await effects.ask('settings.write', { pausedUntil: until });
    await onChange();
  };
  const { pausedUntil } = state;
  if (!state.recording)
    return (
      <>
        <Chip state="paused">
          {typeof pausedUntil === 'number'
            ? texts.pausedUntil(format.instant(pausedUntil, language, pausedUntil - effects.now() > withDayAfterMs))
            : texts.paused}
        </Chip>
        <button type="button" onClick={() => pause(null)} data-action="resume">
          {texts.resume}
        </button>
      </>
    );
  // While nothing can be stored there is no menu, because a pause could not be stored either. Pages continue to
  // measure.
  if (state.trouble !== null) return <Chip state="alert">{texts.notStored}</Chip>;
  const inMinutes = (minutes: number) => (effects.now() + minutes * 60_000) as EpochMs;
  const choices = [
    [texts.pauseFor.half, () => inMinutes(30)],
    [texts.pauseFor.two, () => inMinutes(120)],
    [texts.pauseFor.tomorrow, effects.tomorrow],
    [texts.pauseFor.resume, () => 'resume' as const],
  ] as const;
  return (
    <>
      <Chip state={isUnrecorded ? 'outside' : 'recording'}>{isUnrecorded ? texts.notHere : texts.recording}</Chip>
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
        <summary class="button">{texts.pause}</summary>
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
