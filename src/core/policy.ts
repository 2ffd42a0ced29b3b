/**
 * What an administrator of the computer may prescribe (managed storage, public/managed-schema.json). A policy only
 * restricts: it can turn recording off, record less and keep rows for a shorter time. It can turn nothing on, and it
 * can't give consent (promise P9).
 */
import { type RecordLevel, type RetentionDays, recordLevels, retentionChoices, type Settings } from './settings.ts';

/** What a policy may restrict. A missing key restricts nothing. */
export interface Policy {
  readonly recording?: 'off';
  readonly record?: RecordLevel;
  readonly retentionDays?: RetentionDays;
  readonly repeats?: 'session-only';
  readonly backgroundPlay?: 'off';
  readonly addedSites?: 'off';
}

/** All values of a list except the last one, which restricts nothing. */
const restricting = <T>(values: readonly T[]): readonly T[] => values.slice(0, -1);

/** The values that each key of a policy may have. */
export const policyOptions: { readonly [K in keyof Required<Policy>]: readonly NonNullable<Policy[K]>[] } = {
  recording: ['off'],
  record: restricting(recordLevels),
  retentionDays: restricting(retentionChoices),
  repeats: ['session-only'],
  backgroundPlay: ['off'],
  addedSites: ['off'],
};

/** The policy in managed storage. Unknown keys, and values that would allow more, are left out. */
export function parsePolicy(raw: unknown): Policy {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(
    Object.entries(raw).filter(
      ([key, value]) =>
        Object.hasOwn(policyOptions, key) && (policyOptions[key as keyof Policy] as unknown[]).includes(value),
    ),
  );
}

/**
 * The owner's settings under a policy. Where the two differ, the value applies that records less or keeps rows for a
 * shorter time.
 */
export function restrictSettings(settings: Settings, policy: Policy): Settings {
  const { record = settings.record, retentionDays = settings.retentionDays } = policy;
  const level = Math.min(recordLevels.indexOf(record), recordLevels.indexOf(settings.record));
  return {
    ...settings,
    pausedUntil: policy.recording === 'off' ? 'resume' : settings.pausedUntil,
    // An unknown stored value counts as the lowest level.
    record: recordLevels[level] ?? recordLevels[0],
    retentionDays: Math.min(retentionDays, settings.retentionDays) as RetentionDays,
    repeatsThisSessionOnly: settings.repeatsThisSessionOnly || policy.repeats === 'session-only',
    backgroundPlay: settings.backgroundPlay && policy.backgroundPlay !== 'off',
  };
}
