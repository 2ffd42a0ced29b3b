/** The catalogue as the owner has it: groups on and off, sites of their own, sites left out for a session. */
import { quoteValue } from '../../../core/checks.ts';
import type { SiteChoices } from '../../../core/sites/site-choices.ts';
import { groupsOf, siteOrigin, sitePattern } from '../../../core/sites/site-choices.ts';
import { catalogueVersion, kinds, portals } from '../../../data/index.ts';
import { type Answering, type Answers, ownChoices, readChoices, readPolicy } from '../../ledger/worker-context.ts';

export function catalogueAnswers(
  at: Answering,
): Answers<'catalogue.read' | 'catalogue.group' | 'site.add' | 'site.remove' | 'site.skip'> {
  const { db } = at;
  const write = (choices: SiteChoices) => db.put('meta', choices, 'sites');
  return {
    'catalogue.read': async () => {
      const { off, added } = await readChoices(db);
      const groups = groupsOf(portals).map(async ({ id, entries, origins, hasDeclared }) => {
        const granted = await at.grantedAll(origins);
        return { id, entries, origins, granted, on: !off.includes(id) && (hasDeclared || granted) };
      });
      const sites = added.map(async (site) => ({ ...site, granted: await at.grantedAll([siteOrigin(site.pattern)]) }));
      return { version: catalogueVersion, groups: await Promise.all(groups), added: await Promise.all(sites) };
    },
    'catalogue.group': async (id, on) => {
      const group = groupsOf(portals).find((g) => g.id === id);
      if (group === undefined) throw new Error(`Cannot switch group ${quoteValue(id)}: there is no such group`);
      if (on && !group.hasDeclared && !(await at.grantedAll(group.origins)))
        throw new Error(`Cannot switch group ${quoteValue(id)} on: the browser has not granted its sites`);
      const choices = await ownChoices(db);
      const off = choices.off.filter((other) => other !== id);
      await write({ ...choices, off: on ? off : [...off, id] });
      await at.followGrants();
    },
    'site.add': async (written, kind) => {
      const pattern = sitePattern(written);
      if (!Object.hasOwn(kinds, kind))
        throw new Error(`Cannot add site ${quoteValue(written)}: its kind ${quoteValue(kind)} is unknown`);
      if (at.standingOf(pattern.replace(/^\*\./, '')).grant === 'never')
        throw new Error(`Cannot add site ${quoteValue(written)}: sites of this sort are never recorded`);
      const choices = await ownChoices(db);
      if ((await readPolicy(db)).addedSites === 'off')
        throw new Error(`Cannot add site ${quoteValue(written)}: whoever administers this computer allows none`);
      await write({ ...choices, added: [...choices.added.filter((s) => s.pattern !== pattern), { pattern, kind }] });
      await at.followGrants();
    },
    'site.remove': async (pattern) => {
      const choices = await ownChoices(db);
      if (!choices.added.some((s) => s.pattern === pattern))
        throw new Error(`Cannot remove site ${quoteValue(pattern)}: it was not added`);
      await write({ ...choices, added: choices.added.filter((s) => s.pattern !== pattern) });
      await at.followGrants();
    },
    'site.skip': (host, skip) => (skip ? at.skipped.add(host) : at.skipped.remove(host)),
  };
}
