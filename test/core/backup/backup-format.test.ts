/** The settings that a restore adopts. */
import { expect, it } from 'vitest';
import { settingsToRestore } from '../../../src/core/backup/backup-format.ts';
import { defaultSettings, type Settings } from '../../../src/core/settings.ts';

it('adopts settings that the owner did not change, and never consent or a pause', () => {
  const theirs: Partial<Settings> = {
    consent: 1,
    pausedUntil: 'resume',
    badge: true,
    language: 'en',
    hours: [[0, 60]],
    idleMs: 60_000,
  };
  expect(settingsToRestore(defaultSettings, theirs)).toEqual({ badge: true, language: 'en', hours: [[0, 60]] });
  expect(settingsToRestore({ ...defaultSettings, language: 'zh-TW', hours: [[5, 6]] }, theirs)).toEqual({
    badge: true,
  });
  expect(settingsToRestore(defaultSettings, defaultSettings)).toEqual({});
  expect(settingsToRestore({ ...defaultSettings, badge: true }, { badge: false })).toEqual({});
});
