import { expect, test } from 'vitest';
import { clock, duration, percent, timeOfDay } from '../../../src/ui/figures/format.ts';

const minute = 60_000;
test.each([
  [0, '0分', '0\u00A0min', '0:00'],
  [29_000, '<1分', '<1\u00A0min', '<0:01'],
  [30_000, '1分', '1\u00A0min', '0:01'],
  [90_000, '2分', '2\u00A0min', '0:02'],
  [60 * minute, '1小时', '1\u00A0h', '1:00'],
  [63 * minute, '1小时3分', '1\u00A0h\u00A03\u00A0min', '1:03'],
  [217 * minute, '3小时37分', '3\u00A0h\u00A037\u00A0min', '3:37'],
  [1440 * minute, '24小时', '24\u00A0h', '24:00'],
])('formats %d ms as "%s" in Chinese, "%s" in English and "%s" in tables', (ms, zh, en, cell) => {
  expect(duration(ms, 'zh-CN')).toBe(zh);
  expect(duration(ms, 'zh-TW')).toBe(zh.replace('小时', '小時'));
  expect(duration(ms, 'en')).toBe(en);
  expect(clock(ms)).toBe(cell);
});

test.each([
  [0, 0, '—'],
  [1, 8, '13%'],
  [1, 3, '33%'],
  [2, 2, '100%'],
])('formats %d of %d as %s', (part, whole, text) => {
  expect(percent(part, whole)).toBe(text);
});

test('formats minutes after midnight as a time of day', () => {
  expect([0, 545, 1439].map(timeOfDay)).toEqual(['00:00', '09:05', '23:59']);
});
