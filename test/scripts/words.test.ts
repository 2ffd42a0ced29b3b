/** Tests the labelled tables of words, the classify command and how systems are split into training and test sets. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildModel } from '../../scripts/train/build-model.ts';
import { classifyFile } from '../../scripts/train/classify.ts';
import { familyOf, isOwn, splitFolds, splitHeldBack, splitOwn } from '../../scripts/train/split.ts';
import { parseTable, type Row, readTable, tasks } from '../../scripts/train/tables.ts';
import { compileWordModel } from '../../src/core/forms/word-model.ts';

const head = 'text\tlabel\twhere\tsystem\n';

describe('a table', () => {
  it.each([
    ['保存\tcommit\tbutton', 'line 2: 3 cells instead of 4'],
    ['保存\tsave\tbutton\town', 'line 2: save is not a label of controls'],
    ['\n保存\tcommit\tbutton\town\textra', 'line 3: 5 cells instead of 4'],
  ])('with the line %j is refused', (line, reason) => {
    expect(() => parseTable('controls', head + line)).toThrow(`Cannot read controls.tsv, ${reason}`);
  });

  it('without its header is refused', () => {
    expect(() => parseTable('controls', '保存\tcommit\tbutton\town')).toThrow('line 1: the header is not');
  });
});

describe('the classify command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  const write = (content: string) => {
    const file = join(folder, 'texts.txt');
    writeFileSync(file, content);
    return file;
  };

  it('prints each text with its label and margin', () => {
    const lines = classifyFile(['messages', write('\uFEFF操作成功\r\n\n确定删除吗？')]);
    expect(lines.map((line) => line.split('\t').slice(0, 2))).toEqual([
      ['操作成功', 'success'],
      ['', 'neutral'],
      ['确定删除吗？', 'question'],
    ]);
    for (const line of lines) expect(line).toMatch(/\t\d+$/);
  });

  it('takes a field for secret when the table or the pattern of secret words says so', () => {
    const texts = ['密码', '动态口令', 'pwd_old', '验证码的uuid', '手机号'];
    const labels = classifyFile(['fields', write(texts.join('\n'))]).map((line) => line.split('\t')[1]);
    expect(labels).toEqual(['secret', 'secret', 'secret', 'secret', 'phone']);
  });

  it.each([
    [[], 'Cannot classify: expected a task and a file'],
    [['controls'], 'Cannot classify: expected a task and a file'],
    [['buttons', 'x'], 'Cannot classify: buttons is not a task'],
    [['toString', 'x'], 'Cannot classify: toString is not a task'],
    [['controls', join(folder, 'none.txt')], 'none.txt: it does not exist'],
    [['controls', folder], 'it is a folder'],
  ])('refuses the arguments %j', (args, reason) => {
    expect(() => classifyFile(args)).toThrow(reason);
  });
});

describe('splits', () => {
  const rows = ['a/a', 'b/b', 'x/RuoYi', 'y/RuoYi-Vue', 'o2oa/o2oa-uniapp', 'own'].flatMap((system) =>
    Array.from({ length: 10 }, (_, index): Row => ({ text: `${system}${index}`, label: 'other', where: 'x', system })),
  );

  it('put every system that is not held back into one test set, and forks into the same', () => {
    const folds = splitFolds(rows);
    const tested = folds.flatMap(({ test }) => [...new Set(test.map(({ system }) => system))]);
    expect(tested.sort()).toEqual(['a/a', 'b/b', 'x/RuoYi', 'y/RuoYi-Vue']);
    for (const { train, test } of folds) {
      const learned = new Set(train.filter((row) => !isOwn(row)).map(({ system }) => familyOf(system)));
      for (const { system } of test) expect(learned).not.toContain(familyOf(system));
      expect(train.filter(isOwn)).toHaveLength(10);
    }
  });

  it('keep the systems that are held back out of every training set', () => {
    for (const { train } of [...splitFolds(rows), splitHeldBack(rows), splitOwn(rows)])
      expect(train.map(({ system }) => system)).not.toContain('o2oa/o2oa-uniapp');
    expect(new Set(splitHeldBack(rows).test.map(({ system }) => system))).toEqual(new Set(['o2oa/o2oa-uniapp']));
    expect(splitOwn(rows).test).toHaveLength(2);
  });
});

describe('training', () => {
  const row = (text: string, label: string): Row => ({ text, label, where: 'toast', system: 'own' });
  const rows = [
    ...['保存成功', '提交成功', '操作成功了', '上报成功'].map((text) => row(text, 'success')),
    ...['保存失败', '提交失败', '操作失败', '上报失败，请重试'].map((text) => row(text, 'failure')),
    ...['说明', '第一页', '共三条', '公告'].map((text) => row(text, 'neutral')),
  ];

  it('learns what the rows have in common', () => {
    const classify = compileWordModel(buildModel('messages', rows));
    expect([classify('删除成功').label, classify('刪除失敗').label]).toEqual(['success', 'failure']);
  });

  it('gives the same table for the rows in another order', () => {
    expect(buildModel('messages', [...rows].reverse())).toEqual(buildModel('messages', rows));
  });
});

it.each(tasks)('the table of %s has no white space at the ends of a cell and no line twice', (task) => {
  const lines = readTable(task).map(({ text, label, where, system }) => [text, label, where, system]);
  for (const cells of lines) for (const cell of cells) expect(cell).toBe(cell.trim());
  expect(new Set(lines.map((cells) => cells.join('\t'))).size).toBe(lines.length);
});
