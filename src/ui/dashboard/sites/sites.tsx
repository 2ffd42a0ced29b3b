/** The catalogue's groups, the sites that the owner added, and portals under the rules' exception. */
import { useState } from 'preact/hooks';
import { siteOrigin, sitePattern } from '../../../core/sites/site-choices.ts';
import rawKinds from '../../../data/kinds.json' with { type: 'json' };
import type { AddedSite, CatalogueGroup } from '../../../messages.ts';
import * as format from '../../figures/format.ts';
import { kindName } from '../../figures/names.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { siteWords } from '../../strings/sites.ts';
import { AnswerCard } from '../parts/answer-card.tsx';
import { useAnswer } from '../parts/use-answer.ts';

export function Sites() {
  const { ask, state, language } = usePageContext();
  const texts = useTexts(siteWords);
  const catalogue = useAnswer(() => ask('catalogue.read'), [ask, state]);
  return (
    <section class="card" id="sites">
      <h2>{texts.sites}</h2>
      {state.blockedPages === 0 ? null : <p>{texts.unmarked(format.number(state.blockedPages, language))}</p>}
      <AnswerCard answer={catalogue} inCard>
        {({ version, groups, added }, again) => (
          <>
            <Groups groups={groups} after={again} />
            <Added sites={added} after={again} />
            <Exempt />
            <p class="soft">{texts.version(version)}</p>
          </>
        )}
      </AnswerCard>
    </section>
  );
}

function Groups({ groups, after }: { groups: readonly CatalogueGroup[]; after: () => void }) {
  const { ask, requestOrigins, language } = usePageContext();
  const texts = useTexts(siteWords);
  const [refused, setRefused] = useState<string | null>(null);
  const turn = async (group: CatalogueGroup, on: boolean) => {
    // The browser asks only while the click is handled: nothing is awaited before.
    const allowed = !on || group.granted || group.origins.length === 0 || (await requestOrigins(group.origins));
    setRefused(allowed ? null : group.id);
    if (allowed) await ask('catalogue.group', group.id, on);
    after();
  };
  return (
    <fieldset>
      <legend>{texts.groups}</legend>
      <p class="soft">{texts.groupsNote}</p>
      <div class="groups">
        {groups.map((group) => (
          <label key={group.id} class="tick">
            <input
              type="checkbox"
              data-group={group.id}
              checked={group.on}
              onChange={(e) => void turn(group, e.currentTarget.checked)}
            />
            <span>
              {texts.group(kindName(group.id, language), format.number(group.entries, language))}
              {group.granted || group.origins.length === 0 ? null : <span class="soft"> {texts.asks}</span>}
              {refused === group.id ? <span role="status"> {texts.refused}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Added({ sites, after }: { sites: readonly AddedSite[]; after: () => void }) {
  const { ask, requestOrigins, language } = usePageContext();
  const texts = useTexts(siteWords);
  const [written, setWritten] = useState('');
  const [kind, setKind] = useState('office-oa');
  const [isWrong, setWrong] = useState(false);
  const add = async () => {
    try {
      // Asked for from the click itself; a refusal leaves the site waiting.
      const asked = requestOrigins([siteOrigin(sitePattern(written))]);
      await ask('site.add', written, kind);
      await asked;
      setWritten('');
      setWrong(false);
    } catch {
      setWrong(true);
    }
    after();
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
                  onClick={() => requestOrigins([siteOrigin(site.pattern)]).then(after)}
                >
                  {texts.allow}
                </button>
              )}
              <button
                type="button"
                class="link"
                data-action="remove-site"
                onClick={() => ask('site.remove', site.pattern).then(after)}
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
            value={written}
            aria-invalid={isWrong}
            onInput={(e) => setWritten(e.currentTarget.value)}
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
        <button type="button" data-action="add-own-site" disabled={written.trim() === ''} onClick={add}>
          {texts.add}
        </button>
      </div>
      {isWrong ? <p role="alert">{texts.wrong}</p> : null}
    </fieldset>
  );
}

function Exempt() {
  const { ask, state, names, language } = usePageContext();
  const texts = useTexts(siteWords);
  const systems = useAnswer(() => ask('systems.read'), [ask, state]);
  return (
    <fieldset>
      <legend>{texts.exempt}</legend>
      <p class="soft">{texts.exemptNote}</p>
      <AnswerCard answer={systems} inCard>
        {(all, again) =>
          all.length === 0 ? (
            <p>{texts.exemptNone}</p>
          ) : (
            all.map(({ host, exempt }) => (
              <label key={host} class="tick">
                <input
                  type="checkbox"
                  data-exempt={host}
                  checked={exempt}
                  onChange={(e) => ask('system.write', host, { exempt: e.currentTarget.checked }).then(again)}
                />
                <span>{names[host]?.[language] ?? host}</span>
              </label>
            ))
          )
        }
      </AnswerCard>
    </fieldset>
  );
}
