/** Tests the normal form of labels. */
import { expect, it } from 'vitest';
import { normalizeText, truncateLabel } from '../../../src/core/forms/field-labels.ts';

it.each([
  ['* 身份证号：', '身份证号'],
  ['年收入（元）', '年收入元'],
  ['Ｅ-mail', 'email'],
  ['密 码', '密码'],
])('normalises the label %s to %s', (label, plain) => {
  expect(truncateLabel(normalizeText(label))).toBe(plain);
});

it('compares at most 40 characters of a label', () => {
  expect(truncateLabel('长'.repeat(50))).toHaveLength(40);
});
