/** Tests how controls and messages are classified by their words. */
import { expect, it } from 'vitest';
import { compileCommitWords } from '../../../src/core/forms/commit-words.ts';
import { formWords } from '../../../src/core/forms/form-words.ts';

const { classOf, toastSays } = compileCommitWords(formWords);

it.each([
  ['提 交', 'commit'],
  ['保存并提交', 'commit'],
  ['立即提交', 'commit'],
  ['上 报', 'commit'],
  ['送出', 'commit'],
  ['Save changes', 'commit'],
  ['Submit report', 'commit'],
  ['Submit for review', 'commit'],
  ['Report upward', 'commit'],
  ['Data entry', 'commit'],
  ['Query reports', 'search'],
  ['View report', null],
  ['Preview', null],
  ['Import', null],
  ['Print report', null],
  ['保存草稿', 'draft'],
  ['暫存', 'draft'],
  ['查 询', 'search'],
  ['重置', 'reset'],
  ['删 除', 'delete'],
  ['下一步', 'next'],
  ['登 录', 'login'],
  ['确 定', 'confirm'],
  ['OK', 'confirm'],
  ['取消提交', 'quit'],
  ['关 闭', 'quit'],
  ['打卡', null],
  ['收到', null],
  ['点赞', null],
  ['上传照片', null],
  ['发送验证码', null],
  ['下载导入模板', 'template'],
  ['模板下载', 'template'],
  ['导出查询结果', 'export'],
  ['批量导入', null],
  ['', null],
  ['关于提交2025年度农村住户调查资料的通知全文', null],
])('classifies the control %s as %s', (words, expected) => {
  expect(classOf(words)).toBe(expected);
});

it.each([
  ['操作成功', 'toast-ok'],
  ['保存成功', 'toast-ok'],
  ['提交成功，0条错误', 'toast-ok'],
  ['保存失败：该身份证号本期已登记', 'toast-failed'],
  ['姓名不能为空', 'toast-failed'],
  ['请输入手机号', 'toast-failed'],
  ['未成功，请重试', 'toast-failed'],
  ['是否确认提交?', null],
  ['加载中', null],
  ['Saved', 'toast-ok'],
])('classifies the message %s as %s', (words, expected) => {
  expect(toastSays(words)).toBe(expected);
});
