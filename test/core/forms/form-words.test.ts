/**
 * Tests the words and selectors by which forms on pages are read. They recognise messages, fields that are never read,
 * ways of entry and elements.
 */
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { type FormWords, formWords } from '../../../src/core/forms/form-words.ts';

const matchesPattern = (pattern: string, text: string) => new RegExp(pattern).test(text);

it.each([
  [
    'secret',
    ['验证码', '動態碼', '口令', '密码', '密碼', 'captcha', 'otp', 'verifycode', 'passwd', 'newpassword', 'pwd'],
    ['联系电话', '编号', 'name'],
  ],
  ['sheets', ['a.xls', 'b.xlsx', '表.et', 'c.csv', 'd.ods'], ['a.doc', 'xls', 'a.xlsx.exe', 'a.csvx']],
  ['plainlyWell', ['成功', '提交成功', '数据已经保存成功了'], ['本次数据的提交与保存成功', '失败']],
  [
    'fails',
    ['提交失败', '保存失敗', '不能为空', '请先登录', '请填写', '已存在', 'invalid', 'an error occurred', 'is required'],
    ['提交成功', 'saved'],
  ],
  ['succeeds', ['提交成功', '已提交', '已上报', '已报送', '感谢', 'saved', 'thank you'], ['失败', 'error']],
  ['unsure', ['未成功', '是否提交', '确定要提交吗？', '确定吗?'], ['提交成功', 'saved']],
] as [keyof FormWords, string[], string[]][])('pattern `%s` matches its texts and no others', (key, yes, no) => {
  for (const text of yes) expect([text, matchesPattern(formWords[key] as string, text)]).toEqual([text, true]);
  for (const text of no) expect([text, matchesPattern(formWords[key] as string, text)]).toEqual([text, false]);
});

it('lists passwords, hidden fields, buttons and files as fields that are never read, and choices as fields that are never compared', () => {
  const includesType = (list: string, type: string) => list.includes(`|${type}|`);
  for (const type of ['password', 'hidden', 'submit', 'button', 'image', 'reset', 'file'])
    expect([type, includesType(formWords.unread, type), includesType(formWords.chosen, type)]).toEqual([
      type,
      true,
      false,
    ]);
  for (const type of [
    'select-one',
    'select-multiple',
    'checkbox',
    'radio',
    'range',
    'color',
    'date',
    'month',
    'week',
    'time',
    'datetime-local',
  ])
    expect([type, includesType(formWords.unread, type), includesType(formWords.chosen, type)]).toEqual([
      type,
      false,
      true,
    ]);
  for (const type of ['text', 'tel', 'email', 'number', 'search', 'textarea', ''])
    expect([type, includesType(formWords.unread, type), includesType(formWords.chosen, type)]).toEqual([
      type,
      false,
      false,
    ]);
});

it('maps input types of the browser to ways of entry', () => {
  expect(formWords.ways).toEqual({
    '': 'autofilled',
    insertFromPaste: 'pasted',
    insertFromDrop: 'dropped',
    insertReplacementText: 'autofilled',
    insertCompositionText: 'composed',
    insertFromComposition: 'composed',
    deleteCompositionText: 'composed',
    deleteByComposition: 'composed',
  });
});

describe('selectors for the component libraries of portals', () => {
  const { document } = new Window();
  const matches = (selector: string, html: string) => {
    document.body.innerHTML = html;
    return document.querySelector(selector) !== null;
  };
  it.each([
    [
      'dialogs',
      [
        '<dialog></dialog>',
        '<div role="dialog"></div>',
        '<div class="ant-drawer"></div>',
        '<div class="el-dialog"></div>',
        '<div class="layui-layer"></div>',
        '<div class="el-message-box"></div>',
      ],
    ],
    [
      'boxes',
      [
        '<form></form>',
        '<fieldset></fieldset>',
        '<div class="layui-form"></div>',
        '<div class="panel"></div>',
        '<div class="el-dialog"></div>',
      ],
    ],
    [
      'options',
      [
        '<div role="option"></div>',
        '<li class="el-select-dropdown__item"></li>',
        '<div class="el-cascader-node"></div>',
        '<table><tr><td class="available"></td></tr></table>',
        '<dl><dd lay-value="1"></dd></dl>',
      ],
    ],
    [
      'toggles',
      ['<div class="layui-form-radio"></div>', '<div class="layui-form-switch"></div>', '<div role="switch"></div>'],
    ],
    [
      'pickers',
      [
        '<div class="el-select"></div>',
        '<div class="el-cascader"></div>',
        '<div class="ant-picker"></div>',
        '<div class="combo"></div>',
      ],
    ],
    ['inputs', ['<input>', '<input type="text">', '<textarea></textarea>', '<select></select>']],
    [
      'items',
      [
        '<div class="el-form-item"></div>',
        '<div class="layui-inline"></div>',
        '<div class="form-group"></div>',
        '<p></p>',
        '<ul><li></li></ul>',
      ],
    ],
    [
      'labels',
      [
        '<label></label>',
        '<div class="ant-form-item-label"></div>',
        '<div class="el-form-item__label"></div>',
        '<fieldset><legend></legend></fieldset>',
      ],
    ],
    [
      'errors',
      [
        '<div class="is-error"></div>',
        '<div class="ant-form-item-has-error"></div>',
        '<label class="error"></label>',
        '<input aria-invalid="true">',
        '<div class="layui-form-danger"></div>',
      ],
    ],
    [
      'messages',
      [
        '<div role="alert"></div>',
        '<div class="el-message"></div>',
        '<div class="toast"></div>',
        '<div class="ant-notification-notice"></div>',
        '<div class="alert"></div>',
      ],
    ],
  ] as [keyof FormWords, string[]][])('selector `%s` matches its elements', (key, all) => {
    for (const html of all) expect([html, matches(formWords[key] as string, html)]).toEqual([html, true]);
    expect(matches(formWords[key] as string, '<span></span><em class="x">a</em>')).toBe(false);
  });
  it('selector `inputs` does not match hidden inputs', () =>
    expect(matches(formWords.inputs, '<input type="hidden">')).toBe(false));
});
