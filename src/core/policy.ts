/**
 * What whoever administers a computer may lay down (managed storage, public/managed-schema.json). A policy only
 * restricts: it can turn recording off, keep less and for a shorter time; it can turn nothing on and agree to nothing
 * (promise P9).
 */
import type { Settings } from './settings.ts';

export interface Policy {
  readonly recording?: 'off';
  readonly record?: 'time' | 'counts';
  readonly retentionDays?: 7 | 35;
  readonly repeats?: 'session-only';
  readonly backgroundPlay?: 'off';
  readonly addedSites?: 'off';
}

/** All that a policy may say; anything else is left out. */
export const policyOptions: { readonly [K in keyof Required<Policy>]: readonly NonNullable<Policy[K]>[] } = {
  recording: ['off'],
  record: ['time', 'counts'],
  retentionDays: [7, 35],
  repeats: ['session-only'],
  backgroundPlay: ['off'],
  addedSites: ['off'],
};

/** Takes what managed storage holds; what is unknown or would allow more is left out. */
export function parsePolicy(raw: unknown): Policy {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(
    Object.entries(raw).filter(
      ([key, value]) =>
        Object.hasOwn(policyOptions, key) && (policyOptions[key as keyof Policy] as unknown[]).includes(value),
    ),
  );
}

const amounts = ['time', 'counts', 'repeats'] as const;

/** The owner's settings under a policy: for each the one that records less. */
export function restrictSettings(settings: Settings, policy: Policy): Settings {
  const { record = 'repeats', retentionDays = 100 } = policy;
  return {
    ...settings,
    pausedUntil: policy.recording === 'off' ? 'resume' : settings.pausedUntil,
    record: amounts[Math.min(amounts.indexOf(record), amounts.indexOf(settings.record))] ?? 'time',
    retentionDays: Math.min(retentionDays, settings.retentionDays) as Settings['retentionDays'],
    repeatsThisSessionOnly: settings.repeatsThisSessionOnly || policy.repeats === 'session-only',
    backgroundPlay: settings.backgroundPlay && policy.backgroundPlay !== 'off',
  };
}
