/** Lists the sites that the owner has added, with a form that adds another site. */
import { useState } from 'preact/hooks';
import { siteOrigin, sitePattern } from '../../core/sites/site-choices.ts';
import rawKinds from '../../data/kinds.json' with { type: 'json' };
import type { AddedSite } from '../../messages.ts';
import { kindName } from '../figures/names.ts';
import { usePageContext, useTexts } from '../page-context.ts';

export function AddedSites({ sites, reload }: { sites: readonly AddedSite[]; reload: () => void }) {
  const { ask, requestOrigins, language } = usePageContext();
  const texts = useTexts('sites');
  const [pattern, setPattern] = useState('');
  const [kind, setKind] = useState('office-oa');
  const [isInvalid, setInvalid] = useState(false);
  const add = async () => {
    try {
      // Request the permission before anything is awaited, because the browser allows it only during the click. If the
      // permission is refused, the site is still added and waits for the permission.
      const request = requestOrigins([siteOrigin(sitePattern(pattern))]);
      await ask('site.add', pattern, kind);
      await request;
      setPattern('');
      setInvalid(false);
    } catch {
      setInvalid(true);
    }
    reload();
  };
  return (
    <fieldset>
      <legend>{texts.added}</legend>
      {sites.length === 0 ? <p class="soft">{texts.none}</p> : null}
      <ul class="lines">
        {sites.map((site) => (
          <li key={site.pattern}>
            <span>
              {site.pattern} · {kindName(site.kind, language)}
              {site.granted ? null : <span class="soft"> · {texts.waits}</span>}
            </span>
            <span>
              {site.granted ? null : (
                <button
                  type="button"
                  class="link"
                  onClick={() => requestOrigins([siteOrigin(site.pattern)]).then(reload)}
                >
                  {texts.allow}
                </button>
              )}
              <button
                type="button"
                class="link"
                data-action="remove-site"
                onClick={() => ask('site.remove', site.pattern).then(reload)}
              >
                {texts.remove}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <div class="tools">
        <label>
          {texts.pattern}
          <input
            type="text"
            name="site"
            value={pattern}
            aria-invalid={isInvalid}
            onInput={(e) => setPattern(e.currentTarget.value)}
          />
        </label>
        <label>
          {texts.kind}
          <select name="kind" value={kind} onChange={(e) => setKind(e.currentTarget.value)}>
            {Object.keys(rawKinds).map((id) => (
              <option key={id} value={id}>
                {kindName(id, language)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" data-action="add-own-site" disabled={pattern.trim() === ''} onClick={add}>
          {texts.add}
        </button>
      </div>
      {isInvalid ? <p role="alert">{texts.wrong}</p> : null}
    </fieldset>
  );
}
