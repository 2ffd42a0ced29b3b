/**
 * Reads settings, site choices and policy from the ledger: as the owner chose them, and as the policy restricts them.
 */
import { type Policy, restrictSettings } from '../../core/policy.ts';
import { defaultSettings, type Settings } from '../../core/settings.ts';
import { noChoices, restrictSites, type SiteChoices } from '../../core/sites/site-choices.ts';
import type { Database } from './database.ts';

/** The policy from managed storage, as the worker last stored it (owner/managed-policy.ts). */
export const readPolicy = async (db: Database): Promise<Policy> =>
  ((await db.get('meta', 'policy')) as Policy | undefined) ?? {};

/** The owner's settings before the policy. Only these are written back. */
export const readOwnSettings = async (db: Database): Promise<Settings> => ({
  ...defaultSettings,
  ...((await db.get('meta', 'settings')) as Settings | undefined),
});

/** The owner's site choices before the policy. Only these are written back. */
export const readOwnChoices = async (db: Database): Promise<SiteChoices> =>
  ((await db.get('meta', 'sites')) as SiteChoices | undefined) ?? noChoices;

/** The settings in force: the owner's, restricted by the policy. */
export const readSettings = async (db: Database): Promise<Settings> =>
  restrictSettings(await readOwnSettings(db), await readPolicy(db));

/** The site choices in force: the owner's, restricted by the policy. */
export const readChoices = async (db: Database): Promise<SiteChoices> =>
  restrictSites(await readOwnChoices(db), await readPolicy(db));

/** Settings and site choices in force, read in one transaction because every message of a page needs both. */
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
