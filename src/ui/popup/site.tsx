/** The page in front: recorded, or how it could be. */
import { useState } from 'preact/hooks';
import type { Language } from '../../core/settings.ts';
import type { HostNames, SiteStanding } from '../../messages.ts';
import * as format from '../format.ts';
import type { PopupWords } from '../strings/popup.ts';
import type { PopupOutside, Reading } from './popup.tsx';

interface SiteProps {
  readonly site: SiteStanding;
  readonly reading: Reading;
  readonly outside: PopupOutside;
  readonly language: Language;
  readonly names: HostNames;
  readonly words: PopupWords;
}

export function Site({ site, reading, outside, language, names, words }: SiteProps) {
  const [gone, setGone] = useState(false);
  if (gone || site.standing === 'none') return null;
  if (site.standing === 'never') return <p class="site">{words.never}</p>;
  if (site.standing === 'off') return <p class="site">{site.why === 'group' ? words.offGroup : words.offSession}</p>;
  if (site.standing === 'recorded') {
    const { host } = site.system;
    const today = reading.day.systems.find((s) => s.id === host);
    const skip = async () => {
      await outside.ask('site.skip', host);
      setGone(true);
    };
    return (
      <p class="site">
        <span>
          {words.here((names[host] ?? site.name)?.[language] ?? host)} ·{' '}
          {today === undefined
            ? words.hereQuiet
            : words.hereTime(format.duration(today.activeMs + today.watchingMs, language))}
        </span>
        <button type="button" class="link" data-action="skip-site" onClick={skip}>
          {words.skip}
        </button>
      </p>
    );
  }
  // The browser asks only while the click is being handled: nothing may be awaited before.
  const add = () => void outside.request(`${site.origin.replace(/:\d+$/, '')}/*`);
  return (
    <p class="site">
      <span>
        {site.standing === 'addable' ? words.addable : words.notGranted(site.name?.[language] ?? site.origin)}
      </span>
      <button type="button" class="plain small" data-action="add-site" onClick={add}>
        {words.add}
      </button>
    </p>
  );
}
