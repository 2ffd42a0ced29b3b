/** What the catalogue calls the hosts of the ledger. The catalogue itself stays in the worker: it is large. */
import type { HostNames } from '../../messages.ts';
import type { Answering, Answers } from '../answering.ts';

export const nameAnswers = (at: Answering): Answers<'names.read'> => ({
  'names.read': async () => {
    const names: Record<string, HostNames[string]> = {};
    for (const { host } of await at.db.getAll('systems')) {
      const { entry } = at.standingOf(host);
      if (entry !== null) names[host] = entry.name;
    }
    return names;
  },
});
