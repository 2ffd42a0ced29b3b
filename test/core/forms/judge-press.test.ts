/** Tests what a press means by its words and its place. docs/measurement/forms.md, "Commit" */
import { describe, expect, it } from 'vitest';
import { judgePress, type PressPlace } from '../../../src/core/forms/judge-press.ts';

const beside: PressPlace = {
  isElsewhere: false,
  isAsking: false,
  holdsFilled: true,
  isControl: true,
  isPrimary: false,
  isLink: false,
  rival: 0,
};
const asking = { isAsking: true, holdsFilled: false };
const outside = { holdsFilled: false };

describe('a press', () => {
  it.each<[string, string, Partial<PressPlace>, string | null]>([
    ['commit words beside filled fields', 'commit', {}, 'commit sum'],
    ['commit words on a toolbar', 'commit', outside, 'commit sum'],
    ['commit words on a link outside the form', 'commit', { ...outside, isLink: true }, 'commit message'],
    ['commit words on a text that is no control', 'commit', { isControl: false }, 'commit message'],
    ['commit words in a menu', 'commit', { isElsewhere: true }, null],
    ['确定 beside filled fields', 'confirm', {}, 'commit sum'],
    ['确定 elsewhere on the page', 'confirm', outside, null],
    ['确定 in a dialog that asks', 'confirm', asking, 'confirm sum'],
    ['any other words in a dialog that asks', 'other', asking, 'confirm sum'],
    ['words without a control in a dialog that asks', 'other', { ...asking, isControl: false }, null],
    ['取消 in a dialog that asks', 'cancel', asking, 'cancel sum'],
    ['重新登录 in a dialog that asks', 'login', asking, 'cancel sum'],
    ['删除 in a dialog that asks', 'delete', asking, 'delete sum'],
    ['添加 beside filled fields', 'open', {}, 'commit message'],
    ['添加 in a list', 'open', outside, null],
    ['unknown words on the primary button', 'other', { isPrimary: true }, 'commit message'],
    ['unknown words on another button', 'other', {}, 'commit change'],
    ['unknown words on another button outside the form', 'nav', outside, null],
    ['a print-out', 'print', {}, null],
    ['an upload', 'upload', {}, null],
    ['a check-in', 'act', {}, null],
    ['a search', 'search', outside, 'search sum'],
  ])('%s', (_name, label, place, expected) => {
    const press = judgePress({ label, margin: 1 }, { ...beside, ...place });
    expect(press && `${press.commit} ${press.proof}`).toBe(expected);
  });
});
