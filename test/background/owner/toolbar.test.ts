import { expect, test } from 'vitest';
import { shortTime, toolbarOf } from '../../../src/background/owner/toolbar.ts';

const base = {
  hasConsent: true,
  isRecording: true,
  isListed: true,
  isDiscreet: false,
  todayMs: null,
  language: 'zh-CN',
} as const;
const hour = 3_600_000;

test.each([
  ['a page that is recorded', {}, { icon: 'recording', title: '指尖账本 · 记录中', badge: '' }],
  [
    'a page that is not recorded',
    { isListed: false },
    { icon: 'outside', title: '指尖账本 · 本网站未加入', badge: '' },
  ],
  ['a pause', { isRecording: false }, { icon: 'paused', title: '指尖账本 · 已暂停', badge: '' }],
  [
    'no consent',
    { hasConsent: false, isRecording: false },
    { icon: 'consent', title: '指尖账本 · 尚未开始', badge: '' },
  ],
  ['a badge', { todayMs: 3.2 * hour }, { icon: 'recording', title: '指尖账本 · 记录中', badge: '3.2h' }],
  [
    'a badge on a page that is not recorded',
    { isListed: false, todayMs: hour },
    { icon: 'outside', badge: '', title: expect.any(String) },
  ],
  [
    'a badge while paused',
    { isRecording: false, todayMs: 0 },
    { icon: 'paused', badge: '‖', title: expect.any(String) },
  ],
  [
    'a badge before consent',
    { hasConsent: false, isRecording: false, todayMs: 0 },
    { icon: 'consent', badge: '!', title: expect.any(String) },
  ],
  ['discreet mode', { isDiscreet: true, todayMs: hour }, { icon: 'clock', title: '时间记录', badge: '' }],
  ['English', { language: 'en' }, { icon: 'recording', title: 'Fingertip Ledger · recording', badge: '' }],
] as const)('returns the toolbar for %s', (_case, change, shown) => {
  expect(toolbarOf({ ...base, ...change })).toEqual(shown);
});

test.each([
  [0, '0m'],
  [59_999, '0m'],
  [42 * 60_000, '42m'],
  [99 * 60_000, '99m'],
  [3.2 * hour, '3.2h'],
  [9.97 * hour, '10h'],
  [23.9 * hour, '24h'],
] as const)('shows %d ms on the badge as %s, in at most four characters', (ms, text) => {
  expect(shortTime(ms)).toBe(text);
  expect(shortTime(ms).length).toBeLessThanOrEqual(4);
});
