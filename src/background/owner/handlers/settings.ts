/** The state that every screen starts from, and what the owner chose. */

import { defaultSettings, hasConsent, isRecording } from '../../../core/settings.ts';
import { dayOf } from '../../../core/time/local-time.ts';
import { catalogueVersion } from '../../../data/index.ts';
import type { RunningTimer } from '../../ledger/database.ts';
import { noPauses, notePause, type Pauses, pausedBetween } from '../../ledger/pauses.ts';
import { firstDayOf } from '../../ledger/rows.ts';
import { type Answering, type Answers, ownSettings, readSettings } from '../../ledger/worker-context.ts';

export function settingAnswers(
  at: Answering,
): Answers<'state.read' | 'settings.read' | 'settings.write' | 'pauses.read'> {
  const { db, clock } = at;
  const today = () => dayOf(clock.now(), clock.timeZone());
  return {
    'state.read': async () => {
      const settings = await readSettings(db);
      return {
        recording: isRecording(settings, clock.now()),
        consented: hasConsent(settings),
        agreedTo: settings.consent,
        pausedUntil: settings.pausedUntil,
        administered: await at.administered(),
        blockedPages: await at.blocked.read(),
        firstDay: await firstDayOf(db),
        today: today(),
        catalogueVersion,
        timer: ((await db.get('meta', 'timer')) as RunningTimer | undefined) ?? null,
        sample: (await db.get('meta', 'sample')) !== undefined,
        trouble: await at.trouble(),
        backupDue: await isBackupDue(at),
      };
    },
    'settings.read': () => readSettings(db),
    'pauses.read': async (from, to) => {
      const pauses = ((await db.get('meta', 'pauses')) as Pauses | undefined) ?? noPauses;
      return { ms: pausedBetween(pauses, from, to, clock.now(), clock.timeZone()) };
    },
    'settings.write': async (change) => {
      for (const key of Object.keys(change))
        if (!Object.hasOwn(defaultSettings, key)) throw new Error(`Cannot change settings: "${key}" is unknown`);
      await db.put('meta', { ...(await ownSettings(db)), ...change }, 'settings');
      const settings = await readSettings(db);
      if (change.pausedUntil !== undefined) {
        const pauses = ((await db.get('meta', 'pauses')) as Pauses | undefined) ?? noPauses;
        await db.put('meta', notePause(pauses, settings.pausedUntil, clock.now(), clock.timeZone()), 'pauses');
      }
      await at.tellPages(settings);
      return settings;
    },
  };
}

const monthMs = 30 * 86_400_000;

async function isBackupDue({ db, clock }: Answering): Promise<boolean> {
  const first = await firstDayOf(db);
  if (first === null || (await db.get('meta', 'sample')) !== undefined) return false;
  const saved = ((await db.get('meta', 'lastBackup')) as number | undefined) ?? Date.parse(first);
  return clock.now() - saved > monthMs;
}
