/**
 * Builds the contexts that the worker's code receives. One is for the whole run of the worker, one for an open ledger,
 * and one for a message from a portal page.
 */
import type { Browser, Storage } from 'webextension-polyfill';
import type { SystemKey } from '../core/events.ts';
import { indexCatalogue } from '../core/sites/catalogue.ts';
import { labelRules, portals } from '../data/index.ts';
import { readSettingsAndChoices } from './ledger/choices.ts';
import type { Clock } from './ledger/clock.ts';
import { createDigestStore, createLedgerConnection, type Database } from './ledger/database.ts';
import { type Digests, openDigests } from './ledger/digests.ts';
import { appendEvents } from './ledger/rows.ts';
import { createSessionDigests } from './ledger/session-digests.ts';
import { createSessionCount, createSessionList } from './ledger/session-store.ts';
import { createFaultRecord } from './ledger/storage-faults.ts';
import { createUndoBox } from './ledger/undo-box.ts';
import type { LedgerContext, WorkerContext } from './ledger/worker-context.ts';
import { checkAfterRestart, wipeStorage } from './owner/erase-everything.ts';
import { isAdministered } from './owner/managed-policy.ts';
import { readCheckpoints, recoverCheckpoints, takePresenceBeforeUpdate } from './pages/checkpoints.ts';
import { syncContentScripts } from './pages/content-scripts.ts';
import { type ActMemory, openPendingActs, type PendingActs } from './pages/pending-acts.ts';
import { hasWaiting, openPendingForms, type PendingForms } from './pages/pending-forms.ts';
import { type PageMessageContext, tabKey } from './pages/receive-events.ts';
import { publishRecordingState } from './pages/recording-flag.ts';
import { createTaskQueue } from './task-queue.ts';

/**
 * The browser APIs that the worker uses. Only main.ts reads these globals and passes them on as an argument, so that
 * tests can replace them.
 */
export interface Platform {
  readonly browser: Browser;
  readonly clock: Clock;
  readonly subtle: SubtleCrypto;
  readonly storage: StorageManager;
}

/**
 * Creates the context of one run of the worker. Opens no database and awaits nothing, so that main.ts can register its
 * listeners at once.
 */
export function createWorkerContext({ browser, clock, subtle, storage }: Platform): WorkerContext {
  const session = (browser.storage as unknown as { session: Storage.StorageArea }).session;
  const faults = createFaultRecord(session);
  const queue = createTaskQueue({
    beforeFirst: () => checkAfterRestart(ctx),
    afterFirst: async () => {
      if (hasWaiting(await session.get(null))) await settlePending(ctx);
    },
    handleError: faults.recordOrThrow,
  });
  const ctx: WorkerContext = {
    browser,
    clock,
    subtle,
    session,
    ...queue,
    connection: createLedgerConnection(),
    faults,
    standingOf: indexCatalogue(portals, labelRules),
    isGranted: (host) =>
      browser.permissions.contains({ origins: [`http://${host.replace(/:\d+$/, '')}/*`] }).catch(() => false),
    skipped: createSessionList(session, 'skipped'),
    offered: createSessionList(session, 'offered'),
    secretTabs: createSessionList(session, 'secret'),
    blocked: createSessionCount(session, 'blocked'),
    undo: createUndoBox(session, clock, (when) => browser.alarms.create('forget-undo', { when })),
    bytesUsed: async () => (await storage.estimate()).usage ?? 0,
    openLedgerContext: () => openLedgerContext(ctx),
  };
  return ctx;
}

/**
 * The open database, digests, pending entries and pending acts. These four depend on each other and are opened
 * together.
 */
interface PendingParts {
  readonly db: Database;
  readonly digests: Digests;
  readonly pending: PendingForms;
  readonly acts: PendingActs;
}

/** Opens the ledger together with what `storage.session` holds: pending entries, pending acts and session digests. */
export async function openPendingParts({ connection, session, subtle, clock }: WorkerContext): Promise<PendingParts> {
  const db = await connection.open();
  const digests = openDigests({ store: createDigestStore(db), session: createSessionDigests(session, subtle), subtle });
  const acts = openPendingActs({
    load: async () => (await session.get('acts')).acts as ActMemory | undefined,
    save: (memory) => session.set({ acts: memory }),
  });
  const pending = openPendingForms({
    store: {
      read: (keys) => session.get(keys === null ? null : [...keys]),
      write: (change) => session.set(change),
      remove: (keys) => session.remove([...keys]),
    },
    digests,
    append: async (events, batchId) => appendEvents(db, await acts.confirm(events), clock, batchId),
    newId: () => clock.random(8),
  });
  return { db, digests, pending, acts };
}

/** Decides pending entries whose waiting time is over, and pending entries of closed tabs. */
async function settlePending(ctx: WorkerContext): Promise<void> {
  const { pending } = await openPendingParts(ctx);
  const tabs = await ctx.browser.tabs.query({});
  await pending.settle(ctx.clock.now(), new Set(tabs.map(({ id }) => tabKey(id ?? -1))));
}

/** Opens the ledger for one message from a portal page, and reads the current settings. */
export async function openPageMessageContext(ctx: WorkerContext): Promise<PageMessageContext> {
  const parts = await openPendingParts(ctx);
  const { clock, standingOf, isGranted, secretTabs, blocked } = ctx;
  return {
    ...parts,
    ...(await readSettingsAndChoices(parts.db)),
    skipped: await ctx.skipped.read(),
    secretTabs,
    blocked,
    clock,
    standingOf,
    isGranted,
    takePresenceBeforeUpdate: (tab) => takePresenceBeforeUpdate(ctx, tab),
  };
}

const hmac = { name: 'HMAC', hash: 'SHA-256' };

async function openLedgerContext(ctx: WorkerContext): Promise<LedgerContext> {
  const { browser, clock, subtle, faults } = ctx;
  const { standingOf, isGranted, skipped, offered, blocked, undo, bytesUsed } = ctx;
  return {
    db: await ctx.connection.open(),
    clock,
    standingOf,
    isGranted,
    areGranted: (origins) => browser.permissions.contains({ origins: [...origins] }).catch(() => false),
    syncContentScripts: () => syncContentScripts(ctx),
    publishRecordingState: (settings) => publishRecordingState(ctx, settings),
    skipped,
    offered,
    blocked,
    isAdministered: () => isAdministered(ctx),
    settle: async () => {
      try {
        await recoverCheckpoints(ctx, clock.now());
        await settlePending(ctx);
      } catch (error) {
        // Data that can't be stored now stays pending and is stored later. The owner can still read what is stored
        // already.
        await faults.recordOrThrow(error);
      }
    },
    forgetPending: async (since) => (await openPendingParts(ctx)).pending.forget(since),
    readCheckpoints: () => readCheckpoints(ctx),
    wipeStorage: () => wipeStorage(ctx),
    undo,
    readStorageFault: faults.read,
    bytesUsed,
    checkCode: async (text) => {
      const hash = await subtle.digest('SHA-256', new TextEncoder().encode(text));
      return [...new Uint8Array(hash, 0, 4)].map((b) => b.toString(16).padStart(2, '0')).join('');
    },
    keyOfHost: async (host) =>
      (await (await openPendingParts(ctx)).digests.lastingDigest(`system ${host}`)) as SystemKey,
    importKey: (bytes) => subtle.importKey('raw', new Uint8Array(bytes), hmac, true, ['sign']),
    exportKey: async (key) => (key.extractable ? [...new Uint8Array(await subtle.exportKey('raw', key))] : null),
  };
}
