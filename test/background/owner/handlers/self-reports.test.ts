import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Clock } from '../../../../src/background/ledger/clock.ts';
import { type Database, databaseName, openLedger } from '../../../../src/background/ledger/database.ts';
import { ownHandlers } from '../../../../src/background/owner/handlers.ts';
import type { EpochMs } from '../../../../src/core/events.ts';
import { fakeLedgerContext } from '../../../support/worker-context.ts';

let now = Date.parse('2026-03-02T04:00:00Z') as EpochMs;
const clock: Clock = { now: () => now, timeZone: () => 'Asia/Shanghai', random: (bytes) => 'ab'.repeat(bytes) };
let db: Database;
beforeEach(async () => {
  db = await openLedger();
});
afterEach(async () => {
  db.close();
  await deleteDB(databaseName);
});
const handlers = () => ownHandlers(fakeLedgerContext(db, clock));

it('adds a self-report with rounded minutes when a timer is stopped, and runs only one timer at a time', async () => {
  const { 'timer.start': start, 'timer.stop': stop, 'state.read': state, 'day.read': day } = handlers();
  await start('ie-mode');
  expect((await state()).timer).toEqual({ burden: 'ie-mode', since: now });
  await expect(start('chat')).rejects.toThrow('already running');
  now = (now + 12.4 * 60_000) as EpochMs;
  expect(await stop()).toEqual({ minutes: 12 });
  expect((await state()).timer).toBeNull();
  expect((await day((await state()).today)).selfReported).toEqual({ 'ie-mode': { count: 1, minutes: 12 } });
  await expect(stop()).rejects.toThrow('not running');
});
