/** Handlers for the state that every screen starts from, for settings and for pauses. */

import { quoteValue } from '../../../core/checks.ts';
import { defaultSettings, hasConsent, isRecording } from '../../../core/settings.ts';
import { dayOf } from '../../../core/time/local-time.ts';
import { catalogueVersion } from '../../../data/index.ts';
import { readOwnSettings, readSettings } from '../../ledger/choices.ts';
import type { RunningTimer } from '../../ledger/database.ts';
import { noPauses, notePause, type Pauses, pausedBetween } from '../../ledger/pauses.ts';
import { firstDayOf } from '../../ledger/rows.ts';
import type { LedgerContext } from '../../ledger/worker-context.ts';
import type { Handlers } from '../handler.ts';

/** Returns the handlers of this file; src/messages.ts describes each message. */
export function settingHandlers(
  ctx: LedgerContext,
): Handlers<'state.read' | 'settings.read' | 'settings.write' | 'pauses.read'> {
  const { db, clock } = ctx;
  const today = () => dayOf(clock.now(), clock.timeZone());
  return {
    'state.read': async () => {
      const settings = await readSettings(db);
      return {
        recording: isRecording(settings, clock.now()),
        consented: hasConsent(settings),
        agreedTo: settings.consent,
        pausedUntil: settings.pausedUntil,
        administered: await ctx.isAdministered(),
        blockedPages: await ctx.blocked.read(),
        firstDay: await firstDayOf(db),
        today: today(),
        catalogueVersion,
        timer: ((await db.get('meta', 'timer')) as RunningTimer | undefined) ?? null,
        sample: (await db.get('meta', 'sample')) !== undefined,
        trouble: await ctx.readStorageFault(),
        backupDue: await isBackupDue(ctx),
      };
    },
    'settings.read': () => readSettings(db),
    'pauses.read': async (from, to) => {
      const pauses = ((await db.get('meta', 'pauses')) as Pauses | undefined) ?? noPauses;
      return { ms: pausedBetween(pauses, from, to, clock.now(), clock.timeZone()) };
    },
    'settings.write': async (change) => {
      for (const key of Object.keys(change))
        if (!Object.hasOwn(defaultSettings, key))
          throw new Error(`Cannot change settings: unknown setting ${quoteValue(key)}`);
      await db.put('meta', { ...(await readOwnSettings(db)), ...change }, 'settings');
      const settings = await readSettings(db);
      if (change.pausedUntil !== undefined) {
        const pauses = ((await db.get('meta', 'pauses')) as Pauses | undefined) ?? noPauses;
        await db.put('meta', notePause(pauses, settings.pausedUntil, clock.now(), clock.timeZone()), 'pauses');
      }
      await ctx.publishRecordingState(settings);
      return settings;
    },
  };
}

const backupIntervalMs = 30 * 86_400_000;

/**
 * Whether 30 days have passed since the latest backup (or, if there is no backup, since the first day with a record).
 */
async function isBackupDue({ db, clock }: LedgerContext): Promise<boolean> {
  const first = await firstDayOf(db);
  if (first === null || (await db.get('meta', 'sample')) !== undefined) return false;
  const saved = ((await db.get('meta', 'lastBackup')) as number | undefined) ?? Date.parse(first);
  return clock.now() - saved > backupIntervalMs;
}
