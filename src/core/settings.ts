/**
 * The owner's settings, their choices and their defaults. Settings change the owner's own figures, never the
 * definitions of exported figures.
 */
import type { EpochMs } from './events.ts';

/** Languages of the screens. */
export const languages = ['zh-CN', 'zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];

/** Choices for how long single rows are kept, in days, the shortest first. */
export const retentionChoices = [7, 35, 100] as const;
export type RetentionDays = (typeof retentionChoices)[number];

/** Choices for how long one input counts as activity, in milliseconds, the shortest first. */
export const idleChoices = [60_000, 120_000, 300_000] as const;
export type IdleMs = (typeof idleChoices)[number];

/**
 * How much is recorded, the lowest level first. `time`: time only. `counts`: also entries and submissions. `repeats`:
 * also repeats.
 */
export const recordLevels = ['time', 'counts', 'repeats'] as const;
export type RecordLevel = (typeof recordLevels)[number];

/** Colour schemes of the screens. */
export const appearances = ['light', 'dark', 'system'] as const;
export type Appearance = (typeof appearances)[number];

/** The owner's settings, as the ledger stores them and as a backup holds them. */
export interface Settings {
  /**
   * Version of the consent page that the owner agreed to. Null before the owner has agreed; nothing may be recorded
   * until then.
   */
  readonly consent: number | null;
  /**
   * Recording is paused until this time; `'resume'` means until the owner resumes recording; null means that recording
   * is not paused.
   */
  readonly pausedUntil: EpochMs | 'resume' | null;
  /** Working hours as minutes after local midnight, in order, not overlapping. */
  readonly hours: readonly (readonly [number, number])[];
  /**
   * How long one input counts as activity in the owner's own figures. Exported figures always use the default of this
   * setting.
   */
  readonly idleMs: IdleMs;
  readonly retentionDays: RetentionDays;
  /** Whether the extension records media that plays while its page is hidden. */
  readonly backgroundPlay: boolean;
  readonly record: RecordLevel;
  /** Whether digests and their keys are kept only in `storage.session`. The browser clears this area when it closes. */
  readonly repeatsThisSessionOnly: boolean;
  readonly language: Language | 'browser';
  readonly appearance: Appearance;
  readonly largerText: boolean;
  /** Whether charts always show purposes by patterns. */
  readonly hatchesAlways: boolean;
  /** Whether the toolbar shows a plain clock and no state, so that bystanders don't recognise the extension. */
  readonly discreet: boolean;
  /** Whether the toolbar icon shows today's attention. */
  readonly badge: boolean;
  /** Daily quiet hours, in which nothing is recorded: minutes after local midnight, in order, not overlapping. */
  readonly quiet: readonly (readonly [number, number])[];
  /** How the screen shows the ledger of repeats. This choice changes no figure that is counted, stored or exported. */
  readonly repeatView: RepeatView;
}

/**
 * Display choices for the ledger of repeats. An item is named by its field kind, or by `label ` and a label's digest.
 */
export interface RepeatView {
  /** Items that are not shown. */
  readonly hidden: readonly string[];
  /**
   * Items that the owner marked as "not a repeat", because different questions have the same name. The screen shows
   * such items without repeats.
   */
  readonly apart: readonly string[];
  /** Items that are shown as part of another item: item → the item that it is part of. */
  readonly merged: Readonly<Record<string, string>>;
}

/** Version of the current consent page. The version is raised when the extension starts to record something else. */
export const consentVersion = 1;

/** Settings before the owner changes any. */
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

/** The retention choices other than the default, in days. */
export const otherRetentionChoices = retentionChoices.filter((days) => days !== defaultSettings.retentionDays);

/** Whether the owner agreed to the current consent page. Consent to an earlier version does not count. */
export const hasConsent = (settings: Settings): boolean => settings.consent === consentVersion;

/** Whether pages may record at this time: the owner has consented, and recording is not paused. */
export const isRecording = (settings: Settings, now: EpochMs): boolean =>
  hasConsent(settings) &&
  (settings.pausedUntil === null || (settings.pausedUntil !== 'resume' && settings.pausedUntil <= now));
