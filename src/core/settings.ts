/** What the owner chose. Personal settings change the owner's own figures, never exported definitions. */
import type { EpochMs } from './events.ts';

export const languages = ['zh-CN', 'zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];

/** Choices for how long single rows are kept, in days, the shortest first. */
export const retentionChoices = [7, 35, 100] as const;
export type RetentionDays = (typeof retentionChoices)[number];

/** Choices for how long one input counts as activity, in milliseconds, the shortest first. */
export const idleChoices = [60_000, 120_000, 300_000] as const;
export type IdleMs = (typeof idleChoices)[number];

/** How much is recorded, the least first: time only, entries and submissions too, repeats too. */
export const recordLevels = ['time', 'counts', 'repeats'] as const;
export type RecordLevel = (typeof recordLevels)[number];

export const appearances = ['light', 'dark', 'system'] as const;
export type Appearance = (typeof appearances)[number];

export interface Settings {
  /** Version of the consent page agreed to, or null while nothing may be recorded. */
  readonly consent: number | null;
  /** Paused until then; `'resume'` until the owner resumes; null while recording. */
  readonly pausedUntil: EpochMs | 'resume' | null;
  /** Working hours as minutes after local midnight, in order, not overlapping. */
  readonly hours: readonly (readonly [number, number])[];
  /** For the owner's own figures. Exported figures always use the default. */
  readonly idleMs: IdleMs;
  readonly retentionDays: RetentionDays;
  readonly backgroundPlay: boolean;
  readonly record: RecordLevel;
  /** The digest key lives in `storage.session` and dies with the browser. */
  readonly repeatsThisSessionOnly: boolean;
  readonly language: Language | 'browser';
  readonly appearance: Appearance;
  readonly largerText: boolean;
  readonly hatchesAlways: boolean;
  readonly discreet: boolean;
  readonly badge: boolean;
  /** Hours of every day in which nothing is recorded: minutes after local midnight, in order, not overlapping. */
  readonly quiet: readonly (readonly [number, number])[];
  /** How the owner reads the ledger of repeats. Changes no figure that is counted, stored or exported. */
  readonly repeatView: RepeatView;
}

/** Items are named by field kind, or by `label ` and the digest of a label. */
export interface RepeatView {
  /** Not shown any more. */
  readonly hidden: readonly string[];
  /** Not one item asked again, but several that look alike: shown without repeats. */
  readonly apart: readonly string[];
  /** Shown as part of another item. */
  readonly merged: Readonly<Record<string, string>>;
}

export const consentVersion = 1;

export const defaultSettings: Settings = {
  consent: null,
  pausedUntil: null,
  hours: [
    [540, 720],
    [840, 1080],
  ],
  idleMs: 60_000,
  retentionDays: 35,
  backgroundPlay: false,
  record: 'repeats',
  repeatsThisSessionOnly: false,
  language: 'browser',
  appearance: 'system',
  largerText: false,
  hatchesAlways: false,
  discreet: false,
  badge: false,
  quiet: [],
  repeatView: { hidden: [], apart: [], merged: {} },
};

/** Agreed to what is recorded today: an agreement to an earlier page is none. */
export const hasConsent = (settings: Settings): boolean => settings.consent === consentVersion;

/** Whether pages may record at `now`. */
export const isRecording = (settings: Settings, now: EpochMs): boolean =>
  hasConsent(settings) &&
  (settings.pausedUntil === null || (settings.pausedUntil !== 'resume' && settings.pausedUntil <= now));
