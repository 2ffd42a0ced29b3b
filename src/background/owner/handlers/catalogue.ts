/**
 * Handlers for the catalogue: they switch groups on and off, add and remove sites, and skip a site for a browser
 * session.
 */
import { quoteValue } from '../../../core/checks.ts';
import type { SiteChoices } from '../../../core/sites/site-choices.ts';
import { groupsOf, siteOrigin, sitePattern } from '../../../core/sites/site-choices.ts';
import { catalogueVersion, kinds, portals } from '../../../data/index.ts';
import { readChoices, readOwnChoices, readPolicy } from '../../ledger/choices.ts';
import type { LedgerContext } from '../../ledger/worker-context.ts';
import type { Handlers } from '../handler.ts';

/** Returns the handlers of this file; src/messages.ts describes each message. */
export function catalogueHandlers(
  ctx: LedgerContext,
): Handlers<'catalogue.read' | 'catalogue.group' | 'site.add' | 'site.remove' | 'site.skip'> {
  const { db } = ctx;
  const write = (choices: SiteChoices) => db.put('meta', choices, 'sites');
  return {
    'catalogue.read': async () => {
      const { off, added } = await readChoices(db);
      const groups = groupsOf(portals).map(async ({ id, entries, origins, hasDeclared }) => {
        const granted = await ctx.areGranted(origins);
        return { id, entries, origins, granted, on: !off.includes(id) && (hasDeclared || granted) };
      });
      const sites = added.map(async (site) => ({ ...site, granted: await ctx.areGranted([siteOrigin(site.pattern)]) }));
      return { version: catalogueVersion, groups: await Promise.all(groups), added: await Promise.all(sites) };
    },
    'catalogue.group': async (id, on) => {
      const group = groupsOf(portals).find((g) => g.id === id);
      if (group === undefined) throw new Error(`Cannot switch group ${quoteValue(id)}: unknown group`);
      if (on && !group.hasDeclared && !(await ctx.areGranted(group.origins)))
        throw new Error(
          `Cannot switch group ${quoteValue(id)} on: the browser has not granted permission for its sites`,
        );
      const choices = await readOwnChoices(db);
      const off = choices.off.filter((other) => other !== id);
      await write({ ...choices, off: on ? off : [...off, id] });
      await ctx.syncContentScripts();
    },
    'site.add': async (written, kind) => {
      const pattern = sitePattern(written);
      if (!Object.hasOwn(kinds, kind))
        throw new Error(`Cannot add site ${quoteValue(written)}: unknown kind ${quoteValue(kind)}`);
      if (ctx.standingOf(pattern.replace(/^\*\./, '')).grant === 'never')
        throw new Error(`Cannot add site ${quoteValue(written)}: sites of this kind are never recorded`);
      const choices = await readOwnChoices(db);
      if ((await readPolicy(db)).addedSites === 'off')
        throw new Error(
          `Cannot add site ${quoteValue(written)}: the administrator of this computer does not allow added sites`,
        );
      await write({ ...choices, added: [...choices.added.filter((s) => s.pattern !== pattern), { pattern, kind }] });
      await ctx.syncContentScripts();
    },
    'site.remove': async (pattern) => {
      const choices = await readOwnChoices(db);
      if (!choices.added.some((s) => s.pattern === pattern))
        throw new Error(`Cannot remove site ${quoteValue(pattern)}: unknown site`);
      await write({ ...choices, added: choices.added.filter((s) => s.pattern !== pattern) });
      await ctx.syncContentScripts();
    },
    'site.skip': (host, skip) => (skip ? ctx.skipped.add(host) : ctx.skipped.remove(host)),
  };
}
