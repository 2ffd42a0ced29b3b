/** What the catalogue calls the hosts of the ledger. The catalogue itself stays in the worker: it is large. */
import type { HostNames } from '../../../messages.ts';
import type { Answering, Answers } from '../../ledger/worker-context.ts';

/** Hosts that the catalogue doesn't know are left out. */
export function namesOf(at: Answering, systems: readonly { readonly host: string }[]): HostNames {
  const names: Record<string, HostNames[string]> = {};
  for (const { host } of systems) {
    const { entry } = at.standingOf(host);
    if (entry !== null) names[host] = entry.name;
  }
  return names;
}

export const nameAnswers = (at: Answering): Answers<'names.read'> => ({
  'names.read': async () => namesOf(at, await at.db.getAll('systems')),
});
