/**
 * Reads the owner's settings and site choices, and the administrator's policy, from the ledger. The owner's settings
 * and site choices apply with the restrictions of the policy.
 */
import { type Policy, restrictSettings } from '../../core/policy.ts';
import { defaultSettings, type Settings } from '../../core/settings.ts';
import { noChoices, restrictSites, type SiteChoices } from '../../core/sites/site-choices.ts';
import type { Database } from './database.ts';

/**
 * Returns the administrator's policy, which the worker has copied from managed storage to the ledger
 * (owner/managed-policy.ts).
 */
export const readPolicy = async (db: Database): Promise<Policy> =>
  ((await db.get('meta', 'policy')) as Policy | undefined) ?? {};

/**
 * Returns the owner's settings without the restrictions of the policy. Code that changes settings starts from this
 * value, so that a restriction is never stored as the owner's choice.
 */
export const readOwnSettings = async (db: Database): Promise<Settings> => ({
  ...defaultSettings,
  ...((await db.get('meta', 'settings')) as Settings | undefined),
});

/**
 * Returns the owner's site choices without the restrictions of the policy. Code that changes site choices starts from
 * this value.
 */
export const readOwnChoices = async (db: Database): Promise<SiteChoices> =>
  ((await db.get('meta', 'sites')) as SiteChoices | undefined) ?? noChoices;

/** Returns the settings that apply: the owner's settings, restricted by the policy. */
export const readSettings = async (db: Database): Promise<Settings> =>
  restrictSettings(await readOwnSettings(db), await readPolicy(db));

/** Returns the site choices that apply: the owner's choices, restricted by the policy. */
export const readChoices = async (db: Database): Promise<SiteChoices> =>
  restrictSites(await readOwnChoices(db), await readPolicy(db));

/**
 * Returns the settings and site choices that apply. Reads both in one transaction, because every message from a portal
 * page needs both.
 */
export async function readSettingsAndChoices(db: Database): Promise<{ settings: Settings; choices: SiteChoices }> {
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
