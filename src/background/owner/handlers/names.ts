/**
 * Handler that returns the catalogue's names for the hosts of the ledger. The worker looks the names up, so that
 * screens don't have to load the large catalogue.
 */
import type { HostNames } from '../../../messages.ts';
import type { LedgerContext } from '../../ledger/worker-context.ts';
import type { Handlers } from '../handler.ts';

/** Returns the catalogue's names for these hosts. Leaves out hosts that are not in the catalogue. */
export function namesOf(ctx: LedgerContext, systems: readonly { readonly host: string }[]): HostNames {
  const names: Record<string, HostNames[string]> = {};
  for (const { host } of systems) {
    const { entry } = ctx.standingOf(host);
    if (entry !== null) names[host] = entry.name;
  }
  return names;
}

/** Returns the handler of this file; src/messages.ts describes the message. */
export const nameHandlers = (ctx: LedgerContext): Handlers<'names.read'> => ({
  'names.read': async () => namesOf(ctx, await ctx.db.getAll('systems')),
});
