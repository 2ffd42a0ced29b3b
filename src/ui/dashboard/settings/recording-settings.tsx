/** Settings that start and stop recording: pause, quiet hours and withdrawal of consent. */
import type { EpochMs } from '../../../core/events.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { QuietHours } from '../../shared/hours.tsx';

export function RecordingSettings() {
  const { state, settings, change, language, now } = usePageContext();
  const texts = useTexts('settings');
  const faults = useTexts('storageFaults');
  const { pausedUntil } = settings;
  const { trouble } = state;
  const inMinutes = (minutes: number) => (now() + minutes * 60_000) as EpochMs;
  const pauses = [
    [texts.pauseFor.half, () => inMinutes(30)],
    [texts.pauseFor.two, () => inMinutes(120)],
    [texts.pauseFor.tomorrow, () => new Date(now()).setHours(24, 0, 0, 0) as EpochMs],
    [texts.pauseFor.resume, () => 'resume' as const],
  ] as const;
  return (
    <section class="card">
      <h2>{texts.recording}</h2>
      <p>
        {!state.consented
          ? texts.notConsented
          : state.recording
            ? trouble === null
              ? texts.on
              : format.sentences(language, texts.notStored, faults[trouble].head)
            : typeof pausedUntil === 'number'
              ? texts.pausedUntil(format.instant(pausedUntil, language, pausedUntil - now() > 43_200_000))
              : texts.paused}
      </p>
      <div class="tools">
        {!state.consented ? (
          <a class="button" href="../consent/index.html">
            {texts.consent}
          </a>
        ) : state.recording ? (
          pauses.map(([name, until]) => (
            <button key={name} type="button" class="plain" onClick={() => change({ pausedUntil: until() })}>
              {name}
            </button>
          ))
        ) : (
          <button type="button" data-action="resume" onClick={() => change({ pausedUntil: null })}>
            {texts.resume}
          </button>
        )}
      </div>
      {state.consented ? (
        <>
          <QuietHours />
          <p class="apart">
            <button type="button" class="plain" data-action="withdraw" onClick={() => change({ consent: null })}>
              {texts.withdraw}
            </button>
          </p>
        </>
      ) : null}
      {state.administered ? <p class="notice">{texts.administered}</p> : null}
    </section>
  );
}
