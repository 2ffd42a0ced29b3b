/** Tests how the kind of a field is found from its label. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldKindOf, normalizeText, truncateLabel } from '../../../src/core/forms/field-kinds.ts';

describe('fieldKindOf', () => {
  const vocabulary = Object.entries<string>(JSON.parse(readFileSync('src/data/field-kinds.json', 'utf8')));
  it.each([
    ['身份证号：', 'identity'],
    ['* 居民身份證號碼', 'identity'],
    ['联系电话', 'phone'],
    ['聯絡電話', 'phone'],
    ['手机号', 'phone'],
    ['户主姓名', 'name'],
    ['家庭住址', 'address'],
    ['统一社会信用代码', 'credit-code'],
    ['政治面貌', 'political'],
    ['家庭人口', 'household'],
    ['所属网格', 'grid'],
    ['年收入（元）', 'income'],
    ['致贫原因', 'reason'],
    ['E-mail', 'email'],
    ['开户银行', 'bank'],
    ['银行卡号', 'bank-card'],
    ['备注', 'remark'],
    ['天气', null],
  ])('maps the label %s to the kind %s', (label, kind) => {
    expect(fieldKindOf(vocabulary, truncateLabel(normalizeText(label)))).toBe(kind);
  });
});
