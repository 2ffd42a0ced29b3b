/** Settings for which sites are recorded: groups of the catalogue, sites added by the owner, and exempt portals. */
import * as format from '../figures/format.ts';
import { usePageContext, useTexts } from '../page-context.ts';
import { AddedSites } from './added-sites.tsx';
import { AnswerCard } from './answer-card.tsx';
import { CatalogueGroups } from './catalogue-groups.tsx';
import { ExemptPortals } from './exempt-portals.tsx';
import { useAnswer } from './use-answer.ts';

export function Sites() {
  const { ask, state, language } = usePageContext();
  const texts = useTexts('sites');
  const catalogue = useAnswer(() => ask('catalogue.read'), [ask, state]);
  return (
    <section class="card" id="sites">
      <h2>{texts.sites}</h2>
      {state.blockedPages === 0 ? null : <p>{texts.unmarked(format.number(state.blockedPages, language))}</p>}
      <AnswerCard answer={catalogue} inCard>
        {({ version, groups, added }, reload) => (
          <>
            <CatalogueGroups groups={groups} reload={reload} />
            <AddedSites sites={added} reload={reload} />
            <ExemptPortals />
            <p class="soft">{texts.version(version)}</p>
          </>
        )}
      </AnswerCard>
    </section>
  );
}
