import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/background/ledger/clock.ts';
import { type Database, databaseName, openLedger } from '../../../src/background/ledger/database.ts';
import { openPendingActs } from '../../../src/background/pages/pending-acts.ts';
import { appendFromPage, type PageMessageContext, type Sender } from '../../../src/background/pages/receive-events.ts';
import type { EpochMs, SpanSort } from '../../../src/core/events.ts';
import { consentVersion, defaultSettings } from '../../../src/core/settings.ts';
import { indexCatalogue } from '../../../src/core/sites/catalogue.ts';
import { noChoices } from '../../../src/core/sites/site-choices.ts';
import { labelRules, portals } from '../../../src/data/index.ts';

const noon = Date.parse('2026-03-02T04:00:00Z') as EpochMs;
const clock: Clock = { now: () => noon, timeZone: () => 'Asia/Shanghai', random: (bytes) => '10'.repeat(bytes) };
const span = (of: SpanSort, from: number, to: number) => ({ kind: 'span', of, start: noon + from, end: noon + to });
const top: Sender = {
  tab: 1,
  frame: 0,
  document: 'd',
  origin: 'http://mzt.gansu.gov.cn',
  top: 'http://mzt.gansu.gov.cn/',
};
const frame: Sender = { ...top, frame: 7, origin: 'http://rst.gansu.gov.cn' };

let db: Database;
beforeEach(async () => {
  db = await openLedger();
});
afterEach(async () => {
  db.close();
  await deleteDB(databaseName);
});

/**
 * Sends the events as a page does. Returns each row as text: a span as `SORT SECONDS`, a dropped event as its reason,
 * any other row as its kind.
 */
async function rowsAfter(events: readonly unknown[], sender: Sender = top): Promise<string[]> {
  const ctx: PageMessageContext = {
    db,
    settings: { ...defaultSettings, consent: consentVersion, record: 'time' },
    choices: noChoices,
    skipped: [],
    clock,
    standingOf: indexCatalogue(portals, labelRules),
    isGranted: async () => true,
    takePresenceBeforeUpdate: async () => null,
    digests: { lastingDigest: async (text: string) => text.replaceAll(/\W/g, '').slice(0, 12) } as never,
    pending: {} as never,
    acts: openPendingActs({ load: async () => undefined, save: async () => {} }),
    secretTabs: { read: async () => [], add: async () => {}, remove: async () => {} },
    blocked: { read: async () => 0, add: async () => {} },
  };
  await appendFromPage(events, sender, ctx);
  return (await db.getAll('rows')).map((row) =>
    row.kind === 'span' ? `${row.of} ${(row.end - row.start) / 1000}` : row.kind === 'dropped' ? row.reason : row.kind,
  );
}

describe('a span from a page', () => {
  it('is stored when its times are plausible', async () => {
    expect(await rowsAfter([span('presence', -60_000, 0), span('input', -60_000, -30_000)])).toEqual([
      'presence 60',
      'input 30',
    ]);
  });

  it('is dropped and counted when it ends more than two seconds in the future, because the clock was set back', async () => {
    expect(await rowsAfter([span('presence', 3_000_000, 3_600_000)])).toEqual(['clock-moved']);
    expect(await rowsAfter([span('presence', -1000, 1500)])).toContain('presence 2.5');
  });

  it('is dropped and counted when it is longer than a week', async () => {
    expect(await rowsAfter([span('presence', -8 * 86_400_000, 0)])).toEqual(['overlong']);
  });

  it('is dropped and counted when a thousand events of the same message precede it', async () => {
    const many = Array.from({ length: 1002 }, (_, i) => span('presence', -2000 * (i + 1), -2000 * (i + 1) + 1000));
    const rows = await rowsAfter(many);
    expect(rows.filter((row) => row === 'presence 1')).toHaveLength(1000);
    expect(await db.getAll('rows')).toContainEqual(expect.objectContaining({ reason: 'too-many', count: 2 }));
  });

  it('belongs to the system of the top page when a frame sends it', async () => {
    const spans = [span('presence', -9000, 0), span('input', -9000, -5000)];
    expect(await rowsAfter(spans, frame)).toEqual(['presence 9', 'input 4']);
    const systems = new Set((await db.getAll('rows')).map((row) => (row.kind === 'span' ? row.system : '')));
    expect([...systems]).toEqual([(await db.getAll('systems')).find((s) => s.host === 'mzt.gansu.gov.cn')?.key]);
  });

  it('belongs to the outermost recorded frame when the top page is not recorded', async () => {
    const sender = { ...frame, top: null };
    expect(await rowsAfter([span('presence', -9000, 0)], sender)).toEqual(['presence 9']);
  });
});
