/** Tests which settings a restore takes from a backup. */
import { expect, it } from 'vitest';
import { settingsToRestore } from '../../../src/core/backup/backup-format.ts';
import { defaultSettings, type Settings } from '../../../src/core/settings.ts';

it('restores a setting only if the owner has not changed this setting on this computer; never restores consent or a pause', () => {
  const fromBackup: Partial<Settings> = {
    consent: 1,
    pausedUntil: 'resume',
    badge: true,
    language: 'en',
    hours: [[0, 60]],
    idleMs: 60_000,
  };
  expect(settingsToRestore(defaultSettings, fromBackup)).toEqual({ badge: true, language: 'en', hours: [[0, 60]] });
  expect(settingsToRestore({ ...defaultSettings, language: 'zh-TW', hours: [[5, 6]] }, fromBackup)).toEqual({
    badge: true,
  });
  expect(settingsToRestore(defaultSettings, defaultSettings)).toEqual({});
  expect(settingsToRestore({ ...defaultSettings, badge: true }, { badge: false })).toEqual({});
});
