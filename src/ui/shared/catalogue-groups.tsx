/** Lists the groups of the catalogue. Turning a group on asks the browser for permission for the hosts of the group. */
import { useState } from 'preact/hooks';
import type { CatalogueGroup } from '../../messages.ts';
import * as format from '../figures/format.ts';
import { kindName } from '../figures/names.ts';
import { usePageContext, useTexts } from '../page-context.ts';

export function CatalogueGroups({ groups, reload }: { groups: readonly CatalogueGroup[]; reload: () => void }) {
  const { ask, requestOrigins, language } = usePageContext();
  const texts = useTexts('sites');
  const [refused, setRefused] = useState<string | null>(null);
  const setGroup = async (group: CatalogueGroup, on: boolean) => {
    // The browser allows the request only while it handles the click, so nothing may be awaited before it.
    const isAllowed = !on || group.granted || group.origins.length === 0 || (await requestOrigins(group.origins));
    setRefused(isAllowed ? null : group.id);
    if (isAllowed) await ask('catalogue.group', group.id, on);
    reload();
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
              onChange={(e) => void setGroup(group, e.currentTarget.checked)}
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
