/**
 * The extension asks once for the purpose of a system, on the third day on which the system is used. If the purpose is
 * personal use, the extension stops recording the system.
 */
import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Clock } from '../../../../src/background/ledger/clock.ts';
import {
  createDigestStore,
  type Database,
  databaseName,
  openLedger,
} from '../../../../src/background/ledger/database.ts';
import { openDigests } from '../../../../src/background/ledger/digests.ts';
import { ownHandlers } from '../../../../src/background/owner/handlers.ts';
import { openPendingActs } from '../../../../src/background/pages/pending-acts.ts';
import { appendFromPage, openPage, type PageMessageContext } from '../../../../src/background/pages/receive-events.ts';
import type { EpochMs } from '../../../../src/core/events.ts';
import { consentVersion, defaultSettings } from '../../../../src/core/settings.ts';
import { indexCatalogue } from '../../../../src/core/sites/catalogue.ts';
import { noChoices } from '../../../../src/core/sites/site-choices.ts';
import { labelRules, portals } from '../../../../src/data/index.ts';
import type { SystemInfo } from '../../../../src/messages.ts';
import { asksPurpose } from '../../../../src/ui/shared/asks-purpose.ts';
import { fakeLedgerContext } from '../../../support/worker-context.ts';

const host = 'mzt.gansu.gov.cn';
const url = `http://${host}/`;
let now = 0 as EpochMs;
let ids = 0;
const clock: Clock = {
  now: () => now,
  timeZone: () => 'Asia/Shanghai',
  random: (bytes) => (++ids).toString(16).padStart(bytes * 2, '0'),
};
let db: Database;
beforeEach(async () => {
  db = await openLedger();
});
afterEach(async () => {
  db.close();
  await deleteDB(databaseName);
});
const handlers = () => ownHandlers(fakeLedgerContext(db, clock));
const sender = { tab: 1, frame: 0, document: 'd', origin: `http://${host}`, top: url };

function pageContext(): PageMessageContext {
  const digests = openDigests({
    store: createDigestStore(db),
    session: createDigestStore(db),
    subtle: webcrypto.subtle as SubtleCrypto,
  });
  return {
    db,
    digests,
    pending: { update: async () => {}, settle: async () => {}, close: async () => {}, forget: async () => {} },
    settings: { ...defaultSettings, consent: consentVersion },
    choices: noChoices,
    skipped: [],
    secretTabs: { read: async () => [], add: async () => {}, remove: async () => {} },
    acts: openPendingActs({ load: async () => undefined, save: async () => {} }),
    clock,
    standingOf: indexCatalogue(portals, labelRules),
    takePresenceBeforeUpdate: async () => null,
    isGranted: async () => true,
  } as unknown as PageMessageContext;
}

/** Appends an event on a day of March 2026. */
async function visitOn(day: number): Promise<void> {
  now = Date.parse(`2026-03-${String(day).padStart(2, '0')}T02:00:00Z`) as EpochMs;
  await appendFromPage([{ kind: 'table', at: now, sort: 'paste', cells: 4 }], sender, pageContext());
}

async function standing(): Promise<SystemInfo> {
  const site = await handlers()['site.read'](url);
  if (site.standing !== 'recorded') throw new Error(`Cannot read the system: it is "${site.standing}"`);
  return site.system;
}

it('asks for the purpose on the third day, not on the third visit, and not again after the owner skipped it', async () => {
  await visitOn(2);
  await visitOn(2);
  await visitOn(2);
  expect(asksPurpose(await standing())).toBe(false);
  await visitOn(3);
  expect(asksPurpose(await standing())).toBe(false);
  await visitOn(4);
  expect(asksPurpose(await standing())).toBe(true);
  await handlers()['system.write'](host, { asked: true });
  await visitOn(5);
  expect(asksPurpose(await standing())).toBe(false);
});

it('does not ask again after an answer, and stops recording a system for personal use', async () => {
  for (const day of [2, 3, 4]) await visitOn(day);
  await handlers()['system.write'](host, { purpose: 'reporting', asked: true });
  expect(asksPurpose(await standing())).toBe(false);
  await visitOn(5);
  expect(await db.count('rows')).toBe(4);
  await handlers()['system.write'](host, { purpose: 'personal' });
  expect(await openPage(sender, pageContext())).toBeNull();
  await visitOn(6);
  expect(await db.count('rows')).toBe(4);
});
