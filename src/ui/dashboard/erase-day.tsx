/** Deletes a day, ten seconds later: until then it can be taken back, and nothing at all has been lost. */
import { useState } from 'preact/hooks';
import type { Day } from '../../core/events.ts';
import * as dates from '../dates.ts';
import { useShell, useWords } from '../shell.ts';
import { timeWords } from '../strings/time.ts';

export function EraseDay({ day }: { day: Day }) {
  const { ask, toast, refresh, language } = useShell();
  const words = useWords(timeWords);
  const [waiting, setWaiting] = useState(false);
  const erase = () => {
    setWaiting(true);
    toast(words.erased(dates.longDay(day, language)), {
      undo: () => setWaiting(false),
      done: async () => {
        await ask('day.erase', day);
        setWaiting(false);
        await refresh();
      },
    });
  };
  return (
    <section class="card no-print">
      <p class="soft">{words.eraseNote}</p>
      <button type="button" class="plain" data-action="erase-day" disabled={waiting} onClick={erase}>
        {words.erase}
      </button>
    </section>
  );
}
