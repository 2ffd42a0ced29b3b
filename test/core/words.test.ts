import { describe, expect, it } from 'vitest';
import { actOf, actWords } from '../../src/core/words.ts';

describe('what pressing a control with these words is', () => {
  it.each([
    ['打 卡', 'check-in'],
    ['签到', 'check-in'],
    ['每日签到', 'check-in'],
    ['收到', 'micro-directive'],
    ['確認收到', 'micro-directive'],
    ['签收', 'micro-directive'],
    ['点赞', 'engagement-quota'],
    ['赞', 'engagement-quota'],
    ['转发', 'engagement-quota'],
    ['上传照片', 'photo-proof'],
    ['上傳照片', 'photo-proof'],
    ['已签到', null],
    ['签到记录', null],
    ['收到的邮件', null],
    ['转发数', null],
    ['提交', null],
    ['', null],
  ])('%s is %s', (words, form) => {
    expect(actOf(words, actWords)).toBe(form);
  });
});
