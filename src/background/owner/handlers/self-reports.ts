/** What the owner reports of the phone and of programs that no extension sees: one tap, or a timer by hand. */
import { phoneBurdens } from '../../../core/events.ts';
import type { RunningTimer } from '../../ledger/database.ts';
import { append, removeRows } from '../../ledger/rows.ts';
import type { Answering, Answers } from '../../ledger/worker-context.ts';

export function selfAnswers(at: Answering): Answers<'self.add' | 'self.remove' | 'timer.start' | 'timer.stop'> {
  const { db, clock } = at;
  return {
    'self.add': async (burden, minutes) => {
      if (!phoneBurdens.includes(burden)) throw new Error(`Cannot note "${burden}": no such burden`);
      if (minutes !== null && !(minutes >= 0 && minutes <= 1440))
        throw new Error(`Cannot note ${minutes} minutes: a day has 1440`);
      await append(db, [{ kind: 'self', at: clock.now(), burden, minutes }], clock);
      return { seq: ((await db.get('meta', 'seq')) as number) - 1 };
    },
    'self.remove': async (seq) => {
      await removeRows(db, (row) => row.kind === 'self' && row.seq === seq);
    },
    'timer.start': async (burden) => {
      if (!phoneBurdens.includes(burden)) throw new Error(`Cannot start the timer for "${burden}": no such burden`);
      if ((await db.get('meta', 'timer')) !== undefined) throw new Error('Cannot start the timer: it runs already');
      await db.put('meta', { burden, since: clock.now() }, 'timer');
    },
    'timer.stop': async () => {
      const timer = (await db.get('meta', 'timer')) as RunningTimer | undefined;
      if (timer === undefined) throw new Error('Cannot stop the timer: it does not run');
      // Forgotten over night it says nothing: a day is the most that is noted.
      const minutes = Math.min(Math.max(Math.round((clock.now() - timer.since) / 60_000), 1), 1440);
      // Under a name: a worker that dies before the timer is put away is asked to stop it again.
      const name = `timer ${timer.since}`;
      await append(db, [{ kind: 'self', at: timer.since, burden: timer.burden, minutes }], clock, name);
      await db.delete('meta', 'timer');
      return { minutes };
    },
  };
}
