/** Handlers for sites (whether an address may be recorded) and systems (the recorded hosts). */
import { quoteValue } from '../../../core/checks.ts';
import { applyChoices } from '../../../core/sites/site-choices.ts';
import { readChoices } from '../../ledger/choices.ts';
import { daysUsed } from '../../ledger/rows.ts';
import type { LedgerContext } from '../../ledger/worker-context.ts';
import type { Handlers } from '../handler.ts';

/** Returns the handlers of this file; src/messages.ts describes each message. */
export function siteHandlers(ctx: LedgerContext): Handlers<'site.read' | 'systems.read' | 'system.write'> {
  const { db } = ctx;
  return {
    'site.read': async (url) => {
      if (!/^https?:\/\//.test(url)) return { standing: 'none' };
      const { host, origin } = new URL(url);
      const { entry, kind, grant, off } = applyChoices(ctx.standingOf(host), host, await readChoices(db));
      if (grant === 'never') return { standing: 'never' };
      const name = entry?.name ?? null;
      const isSkipped = (await ctx.skipped.read()).includes(host);
      if (!(await ctx.isGranted(host))) {
        if (grant !== 'none') return { standing: 'not-granted', origin, name, kind };
        // The extension offers to add a host once in a browser session. The list of offered hosts is in memory only.
        const offer = /\.gov\.cn(:\d+)?$/.test(host) && !isSkipped && !(await ctx.offered.read()).includes(host);
        if (offer) await ctx.offered.add(host);
        return { standing: 'addable', origin, offer };
      }
      if (off) return { standing: 'off', why: 'group' };
      if (isSkipped) return { standing: 'off', why: 'session', host };
      const found = (await db.getAll('systems')).find((s) => s.host === host);
      const system = found ?? { host, catalogueId: entry?.id ?? null, kind, purpose: null, exempt: false };
      const used = found === undefined ? 0 : ((await daysUsed(db)).get(found.key) ?? 0);
      return { standing: 'recorded', system: { ...system, daysUsed: used }, name };
    },
    'systems.read': async () => {
      const used = await daysUsed(db);
      return (await db.getAll('systems')).map((s) => ({ ...s, daysUsed: used.get(s.key) ?? 0 }));
    },
    'system.write': async (host, change) => {
      const system = (await db.getAll('systems')).find((s) => s.host === host);
      if (system === undefined) throw new Error(`Cannot change ${quoteValue(host)}: unknown system`);
      await db.put('systems', { ...system, ...change });
    },
  };
}
