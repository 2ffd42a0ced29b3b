/** The first run: one page, no slides; nothing is recorded before it is agreed to (promise P8). */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { consentVersion } from '../../core/settings.ts';
import { Brand } from '../brand.tsx';
import { WorkingHours } from '../dashboard/settings/hours.tsx';
import { Sites } from '../dashboard/sites/sites.tsx';
import { sentences } from '../figures/format.ts';
import { usePageContext, useTexts } from '../page-context.ts';
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
  const { state, change, language } = usePageContext();
  const texts = useTexts(consentWords);
  const [ticked, tick] = useState<readonly boolean[]>(texts.confirm.map(() => false));
  const [at, go] = useState<'page' | 'started' | 'declined'>('page');
  const [failed, setFailed] = useState<string | null>(null);
  const [isFixed, setFixed] = useState(false);
  useEffect(() => void mayRemove().then((may) => setFixed(!may)), [mayRemove]);
  const all = ticked.every(Boolean);
  const isChanged = state.agreedTo !== null && state.agreedTo < consentVersion;
  const agree = () =>
    change({ consent: consentVersion, pausedUntil: null }).then(
      () => go('started'),
      () => setFailed(texts.failed),
    );
  if (at === 'started')
    return (
      <Page>
        <h1>{texts.startedHead}</h1>
        <p class="lead">{texts.started}</p>
        <p>{texts.pin}</p>
        <PinPicture />
        <p>
          <button type="button" onClick={openDashboard}>
            {texts.openDashboard}
          </button>
        </p>
      </Page>
    );
  if (at === 'declined')
    return (
      <Page>
        <h1>{texts.declinedHead}</h1>
        <p class="lead">{texts.declined}</p>
        <p>
          <button type="button" class="plain" onClick={() => go('page')}>
            {texts.back}
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
      <h1>{isChanged ? texts.changedHead : texts.title}</h1>
      <p class="lead">{isChanged ? texts.changed : texts.what}</p>
      {isChanged ? <Changes agreedTo={state.agreedTo ?? 0} /> : null}
      {state.trouble === 'lost' ? (
        <p class="notice" role="alert">
          <strong>{troubles[language].lost.head}</strong>
          <br />
          {troubles[language].lost.text}
        </p>
      ) : null}
      {state.administered ? <p class="notice">{texts.policy}</p> : null}
      <div class="two">
        <section>
          <h2>{texts.will}</h2>
          <ul>
            {texts.willList.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <section class="never">
          <h2>{texts.never}</h2>
          <ul>
            {texts.neverList.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
      <h2>{texts.where}</h2>
      <p>{sentences(language, texts.whereText, texts.whereShared)}</p>
      <details class="more">
        <summary>{texts.sites}</summary>
        <p>{texts.sitesText}</p>
        <Sites />
      </details>
      <details class="more">
        <summary>{texts.hours}</summary>
        <p>{texts.hoursText}</p>
        <WorkingHours />
      </details>
      <fieldset class="confirms">
        <legend>{texts.confirmHead}</legend>
        {texts.confirm.map((text, i) => (
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
        {all ? '' : texts.need}
      </p>
      <div class="choices">
        <button type="button" data-action="agree" disabled={!all} aria-describedby="need" onClick={agree}>
          {texts.agree}
        </button>
        <button type="button" class="plain" data-action="later" onClick={decline}>
          {texts.later}
        </button>
        <button
          type="button"
          class="plain"
          data-action="remove"
          disabled={isFixed}
          aria-describedby={isFixed ? 'fixed' : undefined}
          onClick={() => remove().catch((why: Error) => setFailed(texts.notRemoved + why.message))}
        >
          {texts.remove}
        </button>
      </div>
      {isFixed ? (
        <p class="soft after" id="fixed">
          {texts.notRemovable}
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
  const { language } = usePageContext();
  const texts = useTexts(consentWords);
  const { added, dropped } = consentChanges(agreedTo, language);
  const cell = (lines: readonly string[]) =>
    lines.length === 0 ? (
      <p class="soft">{texts.nothing}</p>
    ) : (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  return (
    <table class="changes">
      <caption>{texts.changesHead}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.added}</th>
          <th scope="col">{texts.dropped}</th>
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
  const { language, change } = usePageContext();
  return (
    <main>
      <Brand
        language={language}
        label={useTexts(screens).languages}
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
