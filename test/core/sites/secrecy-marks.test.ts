/** Tests which headings are recognised as a secrecy mark. docs/privacy-model.md, P8 */
import { describe, expect, it } from 'vitest';
import { secrecyMarks } from '../../../src/core/sites/secrecy-marks.ts';

describe('secrecy marks', () => {
  it.each([
    ['机密', true],
    ['機密★10年', true],
    ['秘密★长期', true],
    ['内部资料注意保存', true],
    ['密级：秘密', true],
    ['★', false],
    ['密级', false],
    ['机密文件管理制度培训', false],
    ['商业秘密保护', false],
  ])('recognises %s as a secrecy mark: %s', (text, isMark) => {
    expect(new RegExp(secrecyMarks.mark).test(text)).toBe(isMark);
    const bare = text.replace(/\s/g, '');
    if (isMark) expect(secrecyMarks.words.split('|').some((word) => bare.includes(word))).toBe(true);
  });
});
