/**
 * Handlers for self-reports: tasks on the phone and in other programs that the owner notes with one tap or with the
 * manual timer.
 */
import { quoteValue } from '../../../core/checks.ts';
import { phoneBurdens } from '../../../core/events.ts';
import type { RunningTimer } from '../../ledger/database.ts';
import { appendEvents, deleteRows } from '../../ledger/rows.ts';
import type { LedgerContext } from '../../ledger/worker-context.ts';
import type { Handlers } from '../handler.ts';

/** Returns the handlers of this file; src/messages.ts describes each message. */
export function selfReportHandlers(
  ctx: LedgerContext,
): Handlers<'self.add' | 'self.remove' | 'timer.start' | 'timer.stop'> {
  const { db, clock } = ctx;
  return {
    'self.add': async (burden, minutes) => {
      if (!phoneBurdens.includes(burden))
        throw new Error(`Cannot add self-report ${quoteValue(burden)}: unknown phone burden`);
      if (minutes !== null && !(minutes >= 0 && minutes <= 1440))
        throw new Error(`Cannot add self-report of "${minutes}" minutes: value must be between 0 and 1440`);
      await appendEvents(db, [{ kind: 'self', at: clock.now(), burden, minutes }], clock);
      return { seq: ((await db.get('meta', 'seq')) as number) - 1 };
    },
    'self.remove': async (seq) => {
      await deleteRows(db, (row) => row.kind === 'self' && row.seq === seq);
    },
    'timer.start': async (burden) => {
      if (!phoneBurdens.includes(burden))
        throw new Error(`Cannot start timer for ${quoteValue(burden)}: unknown phone burden`);
      if ((await db.get('meta', 'timer')) !== undefined) throw new Error('Cannot start timer: it is already running');
      await db.put('meta', { burden, since: clock.now() }, 'timer');
    },
    'timer.stop': async () => {
      const timer = (await db.get('meta', 'timer')) as RunningTimer | undefined;
      if (timer === undefined) throw new Error('Cannot stop timer: it is not running');
      // At most a day is stored, because a timer that ran longer was probably forgotten.
      const minutes = Math.min(Math.max(Math.round((clock.now() - timer.since) / 60_000), 1), 1440);
      // The id prevents a second row. When the worker is stopped before it deletes the timer, the timer still runs, and
      // the owner stops it again.
      const batchId = `timer ${timer.since}`;
      await appendEvents(db, [{ kind: 'self', at: timer.since, burden: timer.burden, minutes }], clock, batchId);
      await db.delete('meta', 'timer');
      return { minutes };
    },
  };
}
