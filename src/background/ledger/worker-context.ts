/** What the answers to our own pages stand on, and their shape. */

import type { EpochMs, LogEvent, SystemKey } from '../../core/events.ts';
import { type Policy, restrictSettings } from '../../core/policy.ts';
import { defaultSettings, type Settings } from '../../core/settings.ts';
import type { HostStanding } from '../../core/sites/catalogue.ts';
import { noChoices, restrictSites, type SiteChoices } from '../../core/sites/site-choices.ts';
import type { OwnMessages } from '../../messages.ts';
import type { Database } from './database.ts';
import type { Clock } from './rows.ts';
import type { SessionCount, SessionList } from './session-store.ts';
import type { Trouble } from './storage-faults.ts';
import type { UndoBox } from './undo-box.ts';

export interface Answering {
  readonly db: Database;
  readonly clock: Clock;
  readonly standingOf: (host: string) => HostStanding;
  readonly granted: (host: string) => Promise<boolean>;
  /** Whether the browser has granted every one of these match patterns. */
  readonly grantedAll: (origins: readonly string[]) => Promise<boolean>;
  /** Registers our script for what is granted now. */
  readonly followGrants: () => Promise<void>;
  /** Hosts left out, and hosts offered, in this browser session. */
  readonly skipped: SessionList;
  readonly offered: SessionList;
  /** Pages that bore a secrecy mark, in this browser session. */
  readonly blocked: SessionCount;
  readonly administered: () => Promise<boolean>;
  /** Decides what the passing of time decides. */
  readonly settle: () => Promise<void>;
  /** Takes back what was entered since then and is still waiting. */
  readonly forgetPending: (since: EpochMs) => Promise<void>;
  /** Checkpoints of pages that are open now. */
  readonly checkpoints: () => Promise<readonly LogEvent[]>;
  /** Told whenever pages may or may not record from now on. */
  readonly tellPages: (settings: Settings) => Promise<void>;
  readonly forgetSession: () => Promise<void>;
  readonly undo: UndoBox;
  /** What is wrong with the storage. */
  readonly trouble: () => Promise<Trouble | null>;
  /** What the extension takes up on the disk, as the browser estimates it. */
  readonly bytesUsed: () => Promise<number>;
  /** First eight hexadecimal digits of the SHA-256 of a text in UTF-8. */
  readonly checkCode: (text: string) => Promise<string>;
  /** The key that a host has in this ledger, for its life. */
  readonly keyOfHost: (host: string) => Promise<SystemKey>;
  readonly importKey: (bytes: readonly number[]) => Promise<CryptoKey>;
  /** Null for a key that can't be taken out of its box. */
  readonly exportKey: (key: CryptoKey) => Promise<readonly number[] | null>;
}

/** As the worker found it in managed storage when it last looked. */
export const readPolicy = async (db: Database): Promise<Policy> =>
  ((await db.get('meta', 'policy')) as Policy | undefined) ?? {};

/** What the owner chose, before any policy: what is written back. */
export const ownSettings = async (db: Database): Promise<Settings> => ({
  ...defaultSettings,
  ...((await db.get('meta', 'settings')) as Settings | undefined),
});
export const ownChoices = async (db: Database): Promise<SiteChoices> =>
  ((await db.get('meta', 'sites')) as SiteChoices | undefined) ?? noChoices;

/** What holds: the owner's choices under the policy. */
export const readSettings = async (db: Database): Promise<Settings> =>
  restrictSettings(await ownSettings(db), await readPolicy(db));
export const readChoices = async (db: Database): Promise<SiteChoices> =>
  restrictSites(await ownChoices(db), await readPolicy(db));
/** Both in one transaction, for every message of a page. */
export async function readBoth(db: Database): Promise<{ settings: Settings; choices: SiteChoices }> {
  const meta = db.transaction('meta').store;
  const read = <T>(key: 'settings' | 'sites' | 'policy') => meta.get(key) as Promise<T | undefined>;
  const [settings, choices = noChoices, policy = {}] = await Promise.all([
    read<Settings>('settings'),
    read<SiteChoices>('sites'),
    read<Policy>('policy'),
  ]);
  return {
    settings: restrictSettings({ ...defaultSettings, ...settings }, policy),
    choices: restrictSites(choices, policy),
  };
}

type OwnHandlers = {
  [N in keyof OwnMessages]: (...args: Parameters<OwnMessages[N]>) => Promise<Awaited<ReturnType<OwnMessages[N]>>>;
};
/** The handlers of some messages: one file a topic. */
export type Answers<N extends keyof OwnMessages> = Pick<OwnHandlers, N>;
