/** Sites and systems, and what the owner reports of the phone. */
import type { Answering, Answers } from '../answering.ts';
import { append, daysUsed, removeRows } from '../log.ts';

export function siteAnswers(
  at: Answering,
): Answers<'site.read' | 'systems.read' | 'system.write' | 'self.add' | 'self.remove'> {
  const { db, clock } = at;
  return {
    'site.read': async (url) => {
      if (!/^https?:\/\//.test(url)) return { standing: 'none' };
      const { host, origin } = new URL(url);
      const { entry, kind, grant } = at.standingOf(host);
      if (grant === 'never') return { standing: 'never' };
      const name = entry?.name['zh-CN'] ?? null;
      if (!(await at.granted(host)))
        return grant === 'none' ? { standing: 'addable', origin } : { standing: 'not-granted', origin, name, kind };
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
      if (system === undefined) throw new Error(`Cannot change "${host}": no such system`);
      await db.put('systems', { ...system, ...change });
    },
    'self.add': async (burden, minutes) => {
      await append(db, [{ kind: 'self', at: clock.now(), burden, minutes }], clock);
      return { seq: ((await db.get('meta', 'seq')) as number) - 1 };
    },
    'self.remove': async (seq) => {
      await removeRows(db, (row) => row.kind === 'self' && row.seq === seq);
    },
  };
}
