import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { expect, it } from 'vitest';
import { databaseName, openLedger } from '../../../src/background/ledger/database.ts';
import { appendFromPage, openPage, type PageMessageContext } from '../../../src/background/pages/receive-events.ts';
import type { EpochMs } from '../../../src/core/events.ts';
import { defaultSettings } from '../../../src/core/settings.ts';
import { indexCatalogue } from '../../../src/core/sites/catalogue.ts';
import { labelRules, portals } from '../../../src/data/index.ts';
import { inMemoryList } from '../../support/worker-context.ts';

/** Checks docs/privacy-model.md, P10. */
it('stores nothing for a host that is never recorded, even if the host is granted and added', async () => {
  const db = await openLedger();
  const now = Date.parse('2026-03-02T04:00:00Z') as EpochMs;
  const touched: string[] = [];
  const never = new Proxy({}, { get: (_, name) => () => touched.push(String(name)) });
  const ctx = {
    db,
    digests: never,
    pending: never,
    acts: {
      forgetTab: async () => {},
      onWords: async () => touched.push('onWords'),
      onSpans: async () => touched.push('onSpans'),
    },
    settings: { ...defaultSettings, consent: 1 },
    choices: { off: [], added: [{ pattern: '*.gov.cn', kind: 'office-oa' }] },
    skipped: [],
    secretTabs: inMemoryList(),
    blocked: { read: async () => 0, add: async () => {} },
    clock: { now: () => now, timeZone: () => 'Asia/Shanghai', random: (n: number) => 'ab'.repeat(n) },
    standingOf: indexCatalogue(portals, labelRules),
    takePresenceBeforeUpdate: async () => null,
    isGranted: async () => true,
  } as unknown as PageMessageContext;
  const hosts = [
    ...portals.filter((p) => p.grant === 'never').flatMap((p) => p.match.map((m) => m.replace('*.', 'www.'))),
    ...labelRules.never.labels.map((label) => `${label}.gansu.gov.cn`),
  ];
  for (const host of hosts) {
    const sender = { tab: 1, frame: 0, document: 'd', origin: `http://${host}`, top: `http://${host}/` };
    expect(await openPage(sender, ctx)).toBeNull();
    await appendFromPage(
      [
        { kind: 'span', of: 'presence', start: now - 9000, end: now - 1000 },
        { kind: 'words', at: now, sort: 'click', on: ['button check-in'], near: [], count: 1, due: [] },
        { kind: 'dropped', at: now, reason: 'malformed', count: 1 },
      ],
      sender,
      ctx,
    );
  }
  expect(hosts.length).toBeGreaterThan(50);
  expect(await db.count('rows')).toBe(0);
  expect(await db.count('systems')).toBe(0);
  expect(await db.count('days')).toBe(0);
  expect(touched).toEqual([]);
  db.close();
  await deleteDB(databaseName);
});
