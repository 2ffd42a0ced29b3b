import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openLedger } from '../../../src/background/ledger/database.ts';
import { appendEvents, daysUsed } from '../../../src/background/ledger/rows.ts';
import type { EpochMs, LogEvent, SystemKey } from '../../../src/core/events.ts';

const at = (iso: string) => Date.parse(iso) as EpochMs;
const login = (iso: string, system: string): LogEvent => ({ kind: 'login', at: at(iso), system: system as SystemKey });

it('counts the days on which each system was used', async () => {
  const db = await openLedger();
  const clock = {
    now: () => at('2026-03-05T10:00:00Z'),
    timeZone: () => 'Asia/Shanghai',
    random: () => 'ab'.repeat(8),
  };
  for (const key of ['aaa', 'bbb'] as SystemKey[])
    await db.put('systems', { key, host: key, catalogueId: null, kind: 'other', purpose: null, exempt: false });
  await appendEvents(
    db,
    [
      login('2026-03-03T02:00:00Z', 'aaa'),
      login('2026-03-03T03:00:00Z', 'aaa'),
      login('2026-03-04T02:00:00Z', 'aaa'),
      login('2026-03-04T02:00:00Z', 'bbb'),
    ],
    clock,
  );
  expect([...(await daysUsed(db))].sort()).toEqual([
    ['aaa', 2],
    ['bbb', 1],
  ]);
});
