/** Shows whether the page in front is recorded, with a button that starts or stops recording this site. */
import type { SiteStanding } from '../../messages.ts';
import * as format from '../figures/format.ts';
import { useLanguage, useTexts } from '../page-context.ts';
import type { PopupEffects, Reading } from './popup-reading.ts';

interface SiteProps {
  readonly site: SiteStanding;
  readonly reading: Reading;
  readonly effects: PopupEffects;
  /** Called after the owner has excluded the site or included it again. */
  readonly onChange: () => Promise<unknown>;
}

export function Site({ site, reading, effects, onChange }: SiteProps) {
  const language = useLanguage();
  const texts = useTexts('popup');
  if (site.standing === 'none') return null;
  if (site.standing === 'never') return <p class="site">{texts.never}</p>;
  const setSkipped = (host: string, skip: boolean) => effects.ask('site.skip', host, skip).then(onChange);
  if (site.standing === 'off')
    return (
      <p class="site">
        {site.why === 'group' ? (
          texts.offGroup
        ) : (
          <>
            <span>{texts.offSession}</span>
            <button type="button" class="link" data-action="record-site" onClick={() => setSkipped(site.host, false)}>
              {texts.again}
            </button>
          </>
        )}
      </p>
    );
  if (site.standing === 'recorded') {
    const { host } = site.system;
    const today = reading.today.systems.find((s) => s.host === host);
    return (
      <p class="site">
        <span>
          {texts.here(site.name?.[language] ?? host)} ·{' '}
          {today === undefined ? texts.hereQuiet : format.duration(today.ms, language)}
        </span>
        {reading.state.recording ? (
          <button type="button" class="link" data-action="skip-site" onClick={() => setSkipped(host, true)}>
            {texts.skip}
          </button>
        ) : null}
      </p>
    );
  }
  // Permissions can only be requested while a click is handled, so nothing may be awaited before this call.
  const add = () => void effects.requestOrigin(`${site.origin.replace(/:\d+$/, '')}/*`);
  return (
    <p class="site">
      <span>
        {site.standing === 'addable' ? texts.addable : texts.notGranted(site.name?.[language] ?? site.origin)}
      </span>
      <button type="button" class="plain small" data-action="add-site" onClick={add}>
        {site.standing === 'addable' ? texts.add : texts.allow}
      </button>
    </p>
  );
}
