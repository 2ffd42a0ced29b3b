/** The first run: one page, no slides; nothing is recorded before it is agreed to (promise P8). */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { consentVersion } from '../../core/settings.ts';
import { Brand } from '../brand.tsx';
import { Hours } from '../dashboard/hours.tsx';
import { Sites } from '../dashboard/sites/sites.tsx';
import { sentences } from '../figures/format.ts';
import { useShell, useWords } from '../page-context.ts';
import { consentChanges, consentWords } from '../strings/consent.ts';
import { screens } from '../strings/screens.ts';
import { troubles } from '../strings/trouble.ts';

interface ConsentProps {
  /** Rejects with the browser's reason when it refuses; that the owner thought better of it is none. */
  readonly remove: () => Promise<unknown>;
  /** Whether the browser lets this user remove the extension: not where a policy installed it. */
  readonly mayRemove: () => Promise<boolean>;
  readonly openDashboard: () => unknown;
}

export function Consent({ remove, mayRemove, openDashboard }: ConsentProps) {
  const { state, change, language } = useShell();
  const words = useWords(consentWords);
  const [ticked, tick] = useState<readonly boolean[]>(words.confirm.map(() => false));
  const [at, go] = useState<'page' | 'started' | 'declined'>('page');
  const [failed, setFailed] = useState<string | null>(null);
  const [isFixed, setFixed] = useState(false);
  useEffect(() => void mayRemove().then((may) => setFixed(!may)), [mayRemove]);
  const all = ticked.every(Boolean);
  const isChanged = state.agreedTo !== null && state.agreedTo < consentVersion;
  const agree = () =>
    change({ consent: consentVersion, pausedUntil: null }).then(
      () => go('started'),
      () => setFailed(words.failed),
    );
  if (at === 'started')
    return (
      <Page>
        <h1>{words.startedHead}</h1>
        <p class="lead">{words.started}</p>
        <p>{words.pin}</p>
        <PinPicture />
        <p>
          <button type="button" onClick={openDashboard}>
            {words.openDashboard}
          </button>
        </p>
      </Page>
    );
  if (at === 'declined')
    return (
      <Page>
        <h1>{words.declinedHead}</h1>
        <p class="lead">{words.declined}</p>
        <p>
          <button type="button" class="plain" onClick={() => go('page')}>
            {words.back}
          </button>
        </p>
      </Page>
    );
  const decline = async () => {
    if (state.agreedTo !== null) await change({ consent: null });
    go('declined');
  };
  return (
    <Page>
      <h1>{isChanged ? words.changedHead : words.title}</h1>
      <p class="lead">{isChanged ? words.changed : words.what}</p>
      {isChanged ? <Changes agreedTo={state.agreedTo ?? 0} /> : null}
      {state.trouble === 'lost' ? (
        <p class="notice" role="alert">
          <strong>{troubles[language].lost.head}</strong>
          <br />
          {troubles[language].lost.text}
        </p>
      ) : null}
      {state.administered ? <p class="notice">{words.policy}</p> : null}
      <div class="two">
        <section>
          <h2>{words.will}</h2>
          <ul>
            {words.willList.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <section class="never">
          <h2>{words.never}</h2>
          <ul>
            {words.neverList.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
      <h2>{words.where}</h2>
      <p>{sentences(language, words.whereText, words.whereShared)}</p>
      <details class="more">
        <summary>{words.sites}</summary>
        <p>{words.sitesText}</p>
        <Sites />
      </details>
      <details class="more">
        <summary>{words.hours}</summary>
        <p>{words.hoursText}</p>
        <Hours />
      </details>
      <fieldset class="confirms">
        <legend>{words.confirmHead}</legend>
        {words.confirm.map((text, i) => (
          <label key={text} class="confirm">
            <input
              type="checkbox"
              data-confirm={i}
              checked={ticked[i] ?? false}
              onChange={(e) => tick(ticked.map((t, j) => (i === j ? e.currentTarget.checked : t)))}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <p class="soft" id="need">
        {all ? '' : words.need}
      </p>
      <div class="choices">
        <button type="button" data-action="agree" disabled={!all} aria-describedby="need" onClick={agree}>
          {words.agree}
        </button>
        <button type="button" class="plain" data-action="later" onClick={decline}>
          {words.later}
        </button>
        <button
          type="button"
          class="plain"
          data-action="remove"
          disabled={isFixed}
          aria-describedby={isFixed ? 'fixed' : undefined}
          onClick={() => remove().catch((why: Error) => setFailed(words.notRemoved + why.message))}
        >
          {words.remove}
        </button>
      </div>
      {isFixed ? (
        <p class="soft after" id="fixed">
          {words.notRemovable}
        </p>
      ) : null}
      {failed === null ? null : (
        <p class="after" role="alert">
          {failed}
        </p>
      )}
    </Page>
  );
}

/** What is new and what is gone, side by side. */
function Changes({ agreedTo }: { agreedTo: number }) {
  const { language } = useShell();
  const words = useWords(consentWords);
  const { added, dropped } = consentChanges(agreedTo, language);
  const cell = (lines: readonly string[]) =>
    lines.length === 0 ? (
      <p class="soft">{words.nothing}</p>
    ) : (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  return (
    <table class="changes">
      <caption>{words.changesHead}</caption>
      <thead>
        <tr>
          <th scope="col">{words.added}</th>
          <th scope="col">{words.dropped}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{cell(added)}</td>
          <td>{cell(dropped)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Page({ children }: { children: ComponentChildren }) {
  const { language, change } = useShell();
  return (
    <main>
      <Brand
        language={language}
        label={useWords(screens).languages}
        choose={(chosen) => change({ language: chosen })}
      />
      <div class="consent">{children}</div>
    </main>
  );
}

/** The puzzle piece, then the pin, then our icon in the toolbar. A still picture: nothing moves. */
const PinPicture = () => (
  <svg width="260" height="64" viewBox="0 0 260 64" aria-hidden="true">
    <rect class="cell heat-0" x="1" y="1" width="258" height="62" rx="8" />
    <g class="axis" fill="none" stroke-width="2">
      <path d="M32 24h7v-3a3.5 3.5 0 0 1 7 0v3h7v7h3a3.5 3.5 0 0 1 0 7h-3v8h-21z" />
      <path d="M74 32h28m-6-5l6 5l-6 5M158 32h28m-6-5l6 5l-6 5" />
      <path d="M124 19h12m-10 0v11l-5 6h18l-5-6v-11m-4 17v10" />
    </g>
    <circle class="bar all" cx="216" cy="32" r="11" />
  </svg>
);
