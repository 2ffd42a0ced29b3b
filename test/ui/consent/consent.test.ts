import { expect, test } from 'vitest';
import type { EpochMs } from '../../../src/core/events.ts';
import { consentVersion, defaultSettings, hasConsent, isRecording } from '../../../src/core/settings.ts';
import { consentChanges } from '../../../src/ui/consent/consent-changes.tsx';
import { consent as texts } from '../../../src/ui/strings/zh-CN/consent.ts';

const noon = 1_790_000_000_000 as EpochMs;
test.each([
  [null, false],
  [consentVersion - 1, false],
  [consentVersion, true],
])('records after the owner agreed to version %s: %s', (consent, recorded) => {
  const settings = { ...defaultSettings, consent };
  expect([hasConsent(settings), isRecording(settings, noon)]).toEqual([recorded, recorded]);
});

test('lists the changes of every version after the version to which the owner agreed', () => {
  expect(consentChanges(consentVersion - 1, texts).added).toEqual(texts.willList);
  expect(consentChanges(consentVersion, texts)).toEqual({ added: [], dropped: [] });
});
