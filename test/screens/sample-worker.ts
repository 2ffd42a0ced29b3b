/**
 * Runs the handlers of the service worker over a sample ledger in this process. Screens then do not depend on the load of
 * the browser, and every run shows the same day.
 */
import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { databaseName, openLedger } from '../../src/background/ledger/database.ts';
import type { LedgerContext } from '../../src/background/ledger/worker-context.ts';
import { ownHandlers } from '../../src/background/owner/handlers.ts';
import type { Day, EpochMs } from '../../src/core/events.ts';
import { consentVersion } from '../../src/core/settings.ts';
import type { Messages, OwnMessages } from '../../src/messages.ts';
import { fakeLedgerContext } from '../support/worker-context.ts';
import { sampleUntil } from './sample.ts';

/** The time of every run: a Friday, 17:30 in Beijing. */
export const now = Date.parse('2026-10-30T09:30:00Z') as EpochMs;
export const today = '2026-10-30' as Day;

export interface SampleWorker {
  ask<N extends keyof OwnMessages>(
    name: N,
    ...args: Parameters<Messages[N]>
  ): Promise<Awaited<ReturnType<Messages[N]>>>;
  /** The answer in the form in which it is sent to a page. */
  answer(name: string, args: readonly unknown[]): Promise<{ ok: unknown } | { error: string }>;
  close(): Promise<void>;
}

/** Opens a ledger with `years` years of sample data, or an empty ledger if `years` is null. */
export async function openSampleWorker(years: number | null): Promise<SampleWorker> {
  await deleteDB(databaseName);
  const db = await openLedger();
  let random = 0;
  const clock = {
    now: () => now,
    timeZone: () => 'Asia/Shanghai',
    random: (bytes: number) => (++random).toString(16).padStart(bytes * 2, '0'),
  };
  const ctx: LedgerContext = fakeLedgerContext(db, clock, { bytesUsed: async () => 3_400_000 });
  const handlers = ownHandlers(ctx) as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const worker: SampleWorker = {
    ask: (name, ...args) => (handlers[name] as (...args: unknown[]) => Promise<never>)(...args),
    async answer(name, args) {
      const handler = handlers[name];
      if (handler === undefined) return { error: `Cannot answer "${name}": no such message` };
      return handler(...args).then(
        (ok) => ({ ok }),
        (error: Error) => ({ error: error.message }),
      );
    },
    async close() {
      db.close();
      await deleteDB(databaseName);
    },
  };
  await worker.ask('settings.write', { consent: consentVersion });
  if (years === null) return worker;
  await worker.ask('backup.restore', sampleUntil(today, now, years));
  for (const burden of ['chain', 'received', 'received'] as const) await worker.ask('self.add', burden, null);
  // Fold all days once, before anything is shown.
  await worker.ask('days.brief', '2025-01-01' as Day, today);
  return worker;
}
