/**
 * The consent page, opened at install: what is recorded, what is not, and the choice. Nothing is recorded before the
 * owner agrees (docs/privacy-model.md, P8).
 */
import { useEffect, useState } from 'preact/hooks';
import { consentVersion } from '../../core/settings.ts';
import { sentences } from '../figures/format.ts';
import { usePageContext, useTexts } from '../page-context.ts';
import { WorkingHours } from '../shared/hours.tsx';
import { Sites } from '../shared/sites.tsx';
import { Declined, Started } from './after-choice.tsx';
import { ConsentChangesTable } from './consent-changes.tsx';
import { ConsentFrame } from './consent-frame.tsx';

interface ConsentProps {
  /** Removes the extension. Rejects with the browser's reason if the browser refuses; resolves if the owner cancels. */
  readonly remove: () => Promise<unknown>;
  /** Whether the browser lets this user remove the extension; false where a policy installed it. */
  readonly mayRemove: () => Promise<boolean>;
  readonly openDashboard: () => unknown;
}

export function Consent({ remove, mayRemove, openDashboard }: ConsentProps) {
  const { state, change, language } = usePageContext();
  const texts = useTexts('consent');
  const faults = useTexts('storageFaults');
  const [ticked, setTicked] = useState<readonly boolean[]>(texts.confirm.map(() => false));
  const [shown, setShown] = useState<'page' | 'started' | 'declined'>('page');
  const [failure, setFailure] = useState<string | null>(null);
  const [isRemovalBlocked, setRemovalBlocked] = useState(false);
  useEffect(() => void mayRemove().then((may) => setRemovalBlocked(!may)), [mayRemove]);
  const isAllTicked = ticked.every(Boolean);
  const isChanged = state.agreedTo !== null && state.agreedTo < consentVersion;
  const agree = () =>
    change({ consent: consentVersion, pausedUntil: null }).then(
      () => setShown('started'),
      () => setFailure(texts.failed),
    );
  if (shown === 'started') return <Started openDashboard={openDashboard} />;
  if (shown === 'declined') return <Declined back={() => setShown('page')} />;
  const decline = async () => {
    if (state.agreedTo !== null) await change({ consent: null });
    setShown('declined');
  };
  return (
    <ConsentFrame>
      <h1>{isChanged ? texts.changedHead : texts.title}</h1>
      <p class="lead">{isChanged ? texts.changed : texts.what}</p>
      {isChanged ? <ConsentChangesTable agreedTo={state.agreedTo ?? 0} /> : null}
      {state.trouble === 'lost' ? (
        <p class="notice" role="alert">
          <strong>{faults.lost.head}</strong>
          <br />
          {faults.lost.text}
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
              onChange={(e) => setTicked(ticked.map((t, j) => (i === j ? e.currentTarget.checked : t)))}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <p class="soft" id="need">
        {isAllTicked ? '' : texts.need}
      </p>
      <div class="choices">
        <button type="button" data-action="agree" disabled={!isAllTicked} aria-describedby="need" onClick={agree}>
          {texts.agree}
        </button>
        <button type="button" class="plain" data-action="later" onClick={decline}>
          {texts.later}
        </button>
        <button
          type="button"
          class="plain"
          data-action="remove"
          disabled={isRemovalBlocked}
          aria-describedby={isRemovalBlocked ? 'fixed' : undefined}
          onClick={() => remove().catch((why: Error) => setFailure(texts.notRemoved + why.message))}
        >
          {texts.remove}
        </button>
      </div>
      {isRemovalBlocked ? (
        <p class="soft after" id="fixed">
          {texts.notRemovable}
        </p>
      ) : null}
      {failure === null ? null : (
        <p class="after" role="alert">
          {failure}
        </p>
      )}
    </ConsentFrame>
  );
}
