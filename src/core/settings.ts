/** What the owner chose. Personal settings change the owner's own figures, never exported definitions. */
import type { EpochMs } from './events.ts';

export const languages = ['zh-CN', 'zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];

export interface Settings {
  /** Version of the consent page agreed to, or null while nothing may be recorded. */
  readonly consent: number | null;
  /** Paused until then; `'resume'` until the owner resumes; null while recording. */
  readonly pausedUntil: EpochMs | 'resume' | null;
  /** Working hours as minutes after local midnight, in order, not overlapping. */
  readonly hours: readonly (readonly [number, number])[];
  /** 60,000, 120,000 or 300,000. Exported figures always use 60,000. */
  readonly idleMs: number;
  readonly retentionDays: 7 | 35 | 100;
  readonly backgroundPlay: boolean;
  readonly record: 'time' | 'counts' | 'repeats';
  /** The digest key lives in `storage.session` and dies with the browser. */
  readonly repeatsThisSessionOnly: boolean;
  readonly language: Language | 'browser';
  readonly appearance: 'light' | 'dark' | 'system';
  readonly largerText: boolean;
  readonly hatchesAlways: boolean;
  readonly discreet: boolean;
  readonly badge: boolean;
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
};

/** Whether pages may record at `now`. */
export const isRecording = (settings: Settings, now: EpochMs): boolean =>
  settings.consent !== null &&
  (settings.pausedUntil === null || (settings.pausedUntil !== 'resume' && settings.pausedUntil <= now));
