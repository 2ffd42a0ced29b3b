/** Tests the default settings, consent and pauses. */
import { describe, expect, it } from 'vitest';
import type { EpochMs } from '../../src/core/events.ts';
import { defaultSettings, hasConsent, isRecording, type Settings } from '../../src/core/settings.ts';

describe('settings', () => {
  it('have no consent by default, so nothing is recorded', () => {
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
  const settingsWith = (pausedUntil: Settings['pausedUntil'], consent: number | null = 1): Settings => ({
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
  ] as const)('with a pause until %s and consent %s, isRecording returns %s', (until, consent, expected) => {
    expect(isRecording(settingsWith(until as Settings['pausedUntil'], consent), 1000 as EpochMs)).toBe(expected);
    expect(hasConsent(settingsWith(null, consent))).toBe(consent === 1);
  });
});
