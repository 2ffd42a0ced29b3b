/** Handler for the catalogue's names of the ledger's hosts. The worker answers it, because the catalogue is large. */
import type { HostNames } from '../../../messages.ts';
import type { LedgerContext } from '../../ledger/worker-context.ts';
import type { Handlers } from '../handler.ts';

/** The catalogue's names of these hosts. Hosts that are not in the catalogue are left out. */
export function namesOf(ctx: LedgerContext, systems: readonly { readonly host: string }[]): HostNames {
  const names: Record<string, HostNames[string]> = {};
  for (const { host } of systems) {
    const { entry } = ctx.standingOf(host);
    if (entry !== null) names[host] = entry.name;
  }
  return names;
}

/** The handler of this file; src/messages.ts describes the message. */
export const nameHandlers = (ctx: LedgerContext): Handlers<'names.read'> => ({
  'names.read': async () => namesOf(ctx, await ctx.db.getAll('systems')),
});
