/**
 * The policy that an administrator of the computer may set (in managed storage, public/managed-schema.json). A policy
 * only restricts. A policy can turn recording off, reduce what is recorded, and shorten the time for which rows are
 * kept. A policy can turn nothing on and can't give consent (docs/privacy-model.md, P9).
 */
import { type RecordLevel, type RetentionDays, recordLevels, retentionChoices, type Settings } from './settings.ts';

/** The restrictions of a policy. A missing key restricts nothing. */
export interface Policy {
  readonly recording?: 'off';
  readonly record?: RecordLevel;
  readonly retentionDays?: RetentionDays;
  readonly repeats?: 'session-only';
  readonly backgroundPlay?: 'off';
  readonly addedSites?: 'off';
}

/** Returns all values of a list except the last value, which restricts nothing. */
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

/** Returns the policy in managed storage. Leaves out unknown keys, and values that a policy may not have. */
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
 * Returns the owner's settings, restricted by a policy. Where the settings and the policy differ, the result has the
 * value that records less or keeps rows for a shorter time.
 */
export function restrictSettings(settings: Settings, policy: Policy): Settings {
  const { record = settings.record, retentionDays = settings.retentionDays } = policy;
  const level = Math.min(recordLevels.indexOf(record), recordLevels.indexOf(settings.record));
  return {
    ...settings,
    pausedUntil: policy.recording === 'off' ? 'resume' : settings.pausedUntil,
    // An unknown stored value is treated as the lowest level.
    record: recordLevels[level] ?? recordLevels[0],
    retentionDays: Math.min(retentionDays, settings.retentionDays) as RetentionDays,
    repeatsThisSessionOnly: settings.repeatsThisSessionOnly || policy.repeats === 'session-only',
    backgroundPlay: settings.backgroundPlay && policy.backgroundPlay !== 'off',
  };
}
