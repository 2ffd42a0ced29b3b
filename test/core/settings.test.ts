/** The default settings, consent and pauses. */
import { describe, expect, it } from 'vitest';
import type { EpochMs } from '../../src/core/events.ts';
import { defaultSettings, hasConsent, isRecording, type Settings } from '../../src/core/settings.ts';

describe('settings', () => {
  it('have defaults that record nothing', () => {
    expect(defaultSettings).toEqual({
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
    });
  });
  const agreed = (pausedUntil: Settings['pausedUntil'], consent: number | null = 1): Settings => ({
    ...defaultSettings,
    consent,
    pausedUntil,
  });
  it.each([
    [null, 1, true],
    [null, null, false],
    [null, 0, false],
    [null, 2, false],
    ['resume', 1, false],
    [999, 1, true],
    [1000, 1, true],
    [1001, 1, false],
    [999, null, false],
  ] as const)('paused until %s with consent %s: isRecording is %s', (until, consent, expected) => {
    expect(isRecording(agreed(until as Settings['pausedUntil'], consent), 1000 as EpochMs)).toBe(expected);
    expect(hasConsent(agreed(null, consent))).toBe(consent === 1);
  });
});
