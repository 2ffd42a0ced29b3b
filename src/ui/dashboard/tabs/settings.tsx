/** What the owner may choose. Every change is written at once and can be changed back. */
import { useState } from 'preact/hooks';
import type { Day, EpochMs } from '../../../core/events.ts';
import { type IdleMs, languages, type Settings } from '../../../core/settings.ts';
import * as dates from '../../figures/dates.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { languageNames } from '../../strings/languages.ts';
import { settingWords } from '../../strings/settings.ts';
import { troubles } from '../../strings/trouble.ts';
import { Backup, EraseAll } from '../backup/backup.tsx';
import { AnswerCard } from '../parts/answer-card.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { Hours, Quiet } from '../settings/hours.tsx';
import { Sites } from '../sites/sites.tsx';

export function SettingsScreen() {
  return (
    <>
      <Recording />
      <Look />
      <What />
      <Sites />
      <Hours />
      <Keep />
      <Backup />
      <EraseAll />
      <Privacy />
      <About />
    </>
  );
}

/** A choice of one, as radio buttons. */
function Choice<V extends string>(props: {
  legend: string;
  name: string;
  value: V;
  choices: Readonly<Record<V, string>>;
  choose: (value: V) => unknown;
}) {
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      {(Object.entries(props.choices) as [V, string][]).map(([value, text]) => (
        <label key={value} class="inline">
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={props.value === value}
            onChange={() => props.choose(value)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function Tick({ of, text }: { of: keyof Settings; text: string }) {
  const { settings, change } = usePageContext();
  return (
    <label class="tick">
      <input
        type="checkbox"
        data-setting={of}
        checked={settings[of] === true}
        onChange={(e) => change({ [of]: e.currentTarget.checked })}
      />
      <span>{text}</span>
    </label>
  );
}

function Recording() {
  const { state, settings, change, language, now } = usePageContext();
  const texts = useTexts(settingWords);
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
              : format.sentences(language, texts.notStored, troubles[language][trouble].head)
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
          <Quiet />
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

function Look() {
  const { settings, change } = usePageContext();
  const texts = useTexts(settingWords);
  const names = { browser: texts.browserLanguage, ...languageNames };
  return (
    <section class="card">
      <h2>{texts.look}</h2>
      <fieldset>
        <legend>{texts.language}</legend>
        {(['browser', ...languages] as const).map((value) => (
          <label key={value} class="inline" lang={value === 'browser' ? undefined : value}>
            <input
              type="radio"
              name="language"
              value={value}
              checked={settings.language === value}
              onChange={() => change({ language: value })}
            />
            {names[value]}
          </label>
        ))}
      </fieldset>
      <Choice
        legend={texts.appearance}
        name="appearance"
        value={settings.appearance}
        choices={texts.appearances}
        choose={(appearance) => change({ appearance })}
      />
      <Tick of="largerText" text={texts.larger} />
      <Tick of="hatchesAlways" text={texts.hatches} />
      <h3>{texts.icon}</h3>
      <Tick of="badge" text={texts.badge} />
      <Tick of="discreet" text={texts.discreet} />
    </section>
  );
}

function What() {
  const { settings, change } = usePageContext();
  const texts = useTexts(settingWords);
  return (
    <section class="card">
      <h2>{texts.what}</h2>
      <fieldset>
        <legend class="hidden">{texts.what}</legend>
        {(['time', 'counts', 'repeats'] as const).map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="record"
              value={value}
              checked={settings.record === value}
              onChange={() => change({ record: value })}
            />
            {texts.record[value]}
          </label>
        ))}
      </fieldset>
      <Tick of="repeatsThisSessionOnly" text={texts.sessionOnly} />
      <Tick of="backgroundPlay" text={texts.backgroundPlay} />
      <Choice
        legend={texts.idle}
        name="idle"
        value={String(settings.idleMs) as '60000'}
        choices={texts.idleChoices}
        choose={(value) => change({ idleMs: Number(value) as IdleMs })}
      />
      <p class="soft">{texts.idleNote}</p>
    </section>
  );
}

function Keep() {
  const { settings, change, ask, language, state } = usePageContext();
  const texts = useTexts(settingWords);
  const storage = useAnswer(() => ask('storage.read'), [ask, state]);
  return (
    <section class="card">
      <h2>{texts.keep}</h2>
      <Choice
        legend={texts.retention}
        name="retention"
        value={String(settings.retentionDays) as '35'}
        choices={texts.retentionChoices}
        choose={(value) => change({ retentionDays: Number(value) as Settings['retentionDays'] })}
      />
      <p class="soft">{texts.retentionNote}</p>
      <AnswerCard answer={storage} inCard>
        {({ bytes, days, rows }) => (
          <p>
            {texts.storage({
              bytes: dates.bytes(bytes, language),
              days: format.number(days, language),
              rows: format.number(rows, language),
            })}
          </p>
        )}
      </AnswerCard>
      <RemovePeriod isUnreadable={storage.status === 'failed'} />
    </section>
  );
}

/** Deletes the days of a range. */
function RemovePeriod({ isUnreadable }: { isUnreadable: boolean }) {
  const { ask, state, removed, language } = usePageContext();
  const texts = useTexts(settingWords);
  const [from, setFrom] = useState<Day>(state.today);
  const [to, setTo] = useState<Day>(state.today);
  const remove = () =>
    removed(texts.removed(dates.longDay(from, language), dates.longDay(to, language)), ask('days.erase', from, to));
  return (
    <fieldset>
      <legend>{texts.remove}</legend>
      <div class="tools">
        <label>
          {texts.removeFrom}
          <input type="date" value={from} max={to} onChange={(e) => setFrom((e.currentTarget.value || from) as Day)} />
        </label>
        <label>
          {texts.removeTo}
          <input
            type="date"
            value={to}
            min={from}
            max={state.today}
            onChange={(e) => setTo((e.currentTarget.value || to) as Day)}
          />
        </label>
        <button
          type="button"
          class="plain"
          data-action="remove-period"
          disabled={isUnreadable || to < from}
          onClick={remove}
        >
          {texts.removeDo}
        </button>
      </div>
      {isUnreadable ? <p class="soft">{state.trouble === 'newer' ? texts.removeNewer : texts.removeShut}</p> : null}
    </fieldset>
  );
}

function Privacy() {
  const texts = useTexts(settingWords);
  return (
    <section class="card">
      <h2>{texts.privacy}</h2>
      <p>{texts.privateWindow}</p>
      <p>{texts.shared}</p>
    </section>
  );
}

function About() {
  const { version, state, language } = usePageContext();
  const texts = useTexts(settingWords);
  return (
    <section class="card">
      <h2>{texts.about}</h2>
      <dl class="rows">
        <dt>{texts.version}</dt>
        <dd>{version}</dd>
        <dt>{texts.catalogue}</dt>
        <dd>{state.catalogueVersion}</dd>
        <dt>{texts.licence}</dt>
        <dd>{texts.licenceText}</dd>
      </dl>
      <p>{texts.pledge}</p>
      <p>
        <a href={`../privacy/index.html#${language}`}>{texts.policy}</a>
      </p>
    </section>
  );
}
