import { expect, test } from 'vitest';
import type { EpochMs } from '../../../src/core/events.ts';
import { consentVersion, defaultSettings, hasConsent, isRecording } from '../../../src/core/settings.ts';
import { consentChanges, consentWords } from '../../../src/ui/strings/consent.ts';

const noon = 1_790_000_000_000 as EpochMs;
test.each([
  [null, false],
  [consentVersion - 1, false],
  [consentVersion, true],
])('who agreed to page %s is recorded: %s', (consent, recorded) => {
  const settings = { ...defaultSettings, consent };
  expect([hasConsent(settings), isRecording(settings, noon)]).toEqual([recorded, recorded]);
});

test('the changes since an earlier page are those of every page after it', () => {
  expect(consentChanges(consentVersion - 1, 'zh-CN').added).toEqual(consentWords['zh-CN'].willList);
  expect(consentChanges(consentVersion, 'zh-CN')).toEqual({ added: [], dropped: [] });
});
